import type { Position } from '../problem.ts';
import type { YamlSource } from './yaml.ts';

/*
 * Nearly all front matter is written in a few plain ways: `field: value`, a list in brackets, one level
 * of indented fields. That much is read here, about ten times as fast as by the full parser; whatever
 * else stands in a text, even a comment, is left to the full one. Both give the same, to the last
 * position (a test compares them).
 */

interface Placed {
  readonly value: unknown;
  /** As written, where that is not a text. */
  readonly source?: string;
  readonly at: Position;
  /** Where the key of a field stands. */
  readonly key?: Position;
  readonly inside?: ReadonlyMap<string, Placed>;
}

const FIELD = /^( {2})?([a-z][a-z0-9-]*):(?: (.*))?$/;
const NO_KEY = /^(?:true|false|null)$/;
/** Characters that no plain text has, and that the full parser has its own mind about. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are left to the full parser
const ODD = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff]/;

/** The source of a plain text; undefined where it is not plain. `firstLine` as in `readYaml`. */
export function readPlainYaml(text: string, firstLine: number): YamlSource | undefined {
  if (text === '' || ODD.test(text)) return undefined;
  const fields = fieldsOf(text.split('\n'), firstLine);
  if (!fields) return undefined;
  const start: Position = { line: firstLine, column: 1 };
  const nearest = (path: readonly PropertyKey[]): Placed | undefined => {
    let found: Placed | undefined;
    let inside: ReadonlyMap<string, Placed> | undefined = fields;
    for (const key of path) {
      const next: Placed | undefined = inside?.get(String(key));
      if (!next) break;
      found = next;
      inside = next.inside;
    }
    return found;
  };
  const exact = (path: readonly PropertyKey[]): Placed | undefined => {
    let inside: ReadonlyMap<string, Placed> | undefined = fields;
    let found: Placed | undefined;
    for (const key of path) {
      found = inside?.get(String(key));
      inside = found?.inside;
      if (!found) return undefined;
    }
    return found;
  };
  const valueAt = (path: readonly PropertyKey[]) => nearest(path)?.at ?? start;
  return {
    value: toValue(fields),
    errors: [],
    losses: [],
    valueAt,
    keyAt: (path) => exact(path)?.key ?? valueAt(path),
    textAt: (path) => exact(path)?.source,
  };
}

function toValue(fields: ReadonlyMap<string, Placed>): Record<string, unknown> {
  return Object.fromEntries([...fields].map(([key, { value }]) => [key, value]));
}

function fieldsOf(lines: readonly string[], firstLine: number): Map<string, Placed> | undefined {
  const fields = new Map<string, Placed>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    // The text may end with an empty line, and nowhere else have one.
    if (line === '' && index === lines.length - 1 && index > 0) break;
    const field = fieldAt(line, index + firstLine, 0);
    if (!field || fields.has(field.name)) return undefined;
    if (field.placed) fields.set(field.name, field.placed);
    else {
      const inside = new Map<string, Placed>();
      for (; lines[index + 1]?.startsWith('  '); index++) {
        const inner = fieldAt(lines[index + 1] as string, index + 1 + firstLine, 2);
        if (!inner?.placed || inside.has(inner.name)) return undefined;
        inside.set(inner.name, inner.placed);
      }
      const [first] = inside.values();
      if (!first?.key) return undefined;
      fields.set(field.name, { value: toValue(inside), at: first.key, key: field.key, inside });
    }
  }
  return fields.size === 0 ? undefined : fields;
}

/** A field of a line; without `placed` where its value stands on the lines below. */
function fieldAt(
  line: string,
  number: number,
  indent: 0 | 2,
): { name: string; key: Position; placed?: Placed } | undefined {
  const match = FIELD.exec(line);
  if (!match || (match[1]?.length ?? 0) !== indent) return undefined;
  const [, , name = '', written] = match;
  if (NO_KEY.test(name)) return undefined;
  const key = { line: number, column: indent + 1 };
  if (written === undefined) return indent === 0 ? { name, key } : undefined;
  const at = { line: number, column: indent + name.length + 3 };
  const placed = written.startsWith('[') ? list(written, at) : scalar(written, at, false);
  return placed && { name, key, placed: { ...placed, key } };
}

/** `[a, b]` of plain values, one blank after each comma. */
function list(written: string, at: Position): Placed | undefined {
  if (!written.endsWith(']')) return undefined;
  const inner = written.slice(1, -1);
  if (inner === '') return { value: [], source: written, at, inside: new Map() };
  const inside = new Map<string, Placed>();
  let column = at.column + 1;
  for (const [index, part] of inner.split(', ').entries()) {
    const item = scalar(part, { line: at.line, column }, true);
    if (!item) return undefined;
    inside.set(String(index), item);
    column += part.length + 2;
  }
  return { value: [...inside.values()].map(({ value }) => value), source: written, at, inside };
}

/** Signs that a value begins with when it is more than a plain text. */
const SPECIAL_START = /^[\s\-?:,[\]{}#&*!|>'"%@`~]/;
/** What may be a number, a truth value or nothing, by YAML 1.2's core schema. */
const MAY_BE_OTHER = /^(?:[+.\d]|true$|false$|null$)/i;

function scalar(written: string, at: Position, inList: boolean): Placed | undefined {
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(written);
  if (quoted) return { value: quoted[2], at };
  if (written === '' || SPECIAL_START.test(written) || /\s$|:\s|\s#|:$/.test(written))
    return undefined;
  if (inList && /[,[\]{}"'#]|:/.test(written)) return undefined;
  if (!MAY_BE_OTHER.test(written)) return { value: written, at };
  if (/^(?:0|[1-9]\d{0,14})$/.test(written)) return { value: Number(written), source: written, at };
  if (/^(?:true|false)$/.test(written)) return { value: written === 'true', source: written, at };
  // A day, a document number, a time: it begins with a digit and is no number.
  if (/^\d+[^\d.eExob+_]/.test(written)) return { value: written, at };
  return undefined;
}
