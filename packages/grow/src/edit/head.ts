import { splitFrontMatter } from '@columns/content';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Lines } from './lines.ts';

/** Where a field of the front matter stands, in lines of the file. */
interface FieldPlace {
  readonly first: number;
  /** Its last line, without the comments and empty lines behind it. */
  readonly last: number;
  readonly value: unknown;
  /** Written as `[a, b]` or as one text. */
  readonly flow: boolean;
  /** A comment behind the value, with the spaces before it. */
  readonly tail: string;
}

/**
 * Sets a field of the front matter, or takes it away (`undefined`), and touches no other line: comments,
 * order and quotes stay. A new field stands last.
 *
 * @param value a text, a list of texts, or an object of texts
 */
export function setField(lines: Lines, key: string, value: FieldValue | undefined): void {
  const place = fieldPlace(lines, key);
  if (value === undefined) {
    if (place) lines.splice(place.first, place.last, []);
    return;
  }
  if (!place) {
    const end = headEnd(lines);
    lines.splice(end, end - 1, written(key, value, true));
    return;
  }
  const more = place.flow ? undefined : added(place.value, value);
  if (more) {
    // A list grows at its end: comments between its rows stay.
    const indent = /^\s*/.exec(lines.line(place.last))?.[0] ?? '  ';
    const rows = more.map((each) => `${indent}- ${scalar(each)}`);
    lines.splice(place.last + 1, place.last, rows);
    return;
  }
  const made = written(key, value, place.flow);
  lines.splice(place.first, place.last, [...made.slice(0, -1), `${made.at(-1)}${place.tail}`]);
}

export type FieldValue = string | readonly string[] | Readonly<Record<string, string>>;

/** The value of a field, as YAML reads it. */
export function fieldValue(lines: Lines, key: string): unknown {
  return fieldPlace(lines, key)?.value;
}

/** The line of the `---` that ends the front matter. */
function headEnd(lines: Lines): number {
  const split = splitFrontMatter(lines.text);
  if (!split) throw new Error('A file without front matter is no entry.');
  return split.bodyLine - 1;
}

function fieldPlace(lines: Lines, key: string): FieldPlace | undefined {
  const head = splitFrontMatter(lines.text)?.head ?? '';
  const counter = new LineCounter();
  const document = parseDocument(head, {
    lineCounter: counter,
    schema: 'core',
    version: '1.2',
  });
  if (!isMap(document.contents)) return undefined;
  const pair = document.contents.items.find((each) => isScalar(each.key) && each.key.value === key);
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  if (pair === undefined || start === undefined) return undefined;
  const node = pair.value;
  const range = isScalar(node) || isSeq(node) || isMap(node) ? node.range : undefined;
  // A value ends before the line end that follows it; a block may hold it too.
  const end = range?.[1] ?? start;
  const stop = Math.max(start, head.slice(0, end).trimEnd().length);
  const flow = isSeq(node) ? node.flow === true : isScalar(node);
  const [rest = ''] = head.slice(stop).split('\n', 1);
  return {
    // The front matter begins on the second line of the file.
    first: counter.linePos(start).line + 1,
    last: counter.linePos(stop).line + 1,
    value: document.toJS()[key],
    flow,
    tail: /^\s+#/.test(rest) ? rest : '',
  };
}

/** What a list has more than before, where it begins as before. */
function added(before: unknown, value: FieldValue): readonly string[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(value)) return undefined;
  return before.every((each, index) => each === value[index])
    ? value.slice(before.length)
    : undefined;
}

function written(key: string, value: FieldValue, flow: boolean): string[] {
  if (typeof value === 'string') return [`${key}: ${scalar(value)}`];
  if (Array.isArray(value)) {
    const list = value as readonly string[];
    if (flow) return [`${key}: [${list.map(scalar).join(', ')}]`];
    return [`${key}:`, ...list.map((each) => `  - ${scalar(each)}`)];
  }
  return [`${key}:`, ...Object.entries(value).map(([name, each]) => `  ${name}: ${scalar(each)}`)];
}

/** Plain where YAML reads it back as the same text on its own and within brackets. */
function scalar(text: string): string {
  const plain =
    !/[,[\]{}"'#&*!|>%@`\\\r\n]|: |:$|^[-?:\s]|\s$/.test(text) &&
    parseDocument(text, { schema: 'core', version: '1.2' }).toJS() === text;
  return plain ? text : JSON.stringify(text);
}
