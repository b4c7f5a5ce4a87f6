import { isMap, isScalar, LineCounter, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import type { TextPassage } from './passage.ts';
import { Words } from './passage.ts';

/** Fields whose values are codes, and those in which a unit gives its telephone: never somebody's mobile number. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^(?:index-number|matter|number)$/, '编号'],
  [/^(?:telephone|complaints|contact)$/, '办公电话'],
];
/** In a list of names and values, the name is what the value's field is called. */
const NAMES = /^(?:name|label|title|名称|项目)$/;

/**
 * The values of front matter or of a list as they are read, after escapes and folded lines, each with its field; and
 * what no value holds: comments, and the text of a file that is not YAML.
 */
export function yamlPassages(text: string, firstLine: number): TextPassage[] {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    version: '1.2',
    uniqueKeys: false,
  });
  const passages: TextPassage[] = [];
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const taken: (readonly [start: number, end: number])[] = [];
  visit(document, {
    Scalar: (key, node, path) => {
      const [start, end] = node.range ?? [0, 0];
      const written = text.slice(start, end);
      const value = readValue(node);
      const inside = written.indexOf(value);
      const words = new Words();
      const block = /^[|>]/.test(written);
      const place = placeAt(start);
      if (inside >= 0 && !block) words.add(value, placeAt(start + inside));
      else words.add(value, block ? { line: place.line + 1, column: 1 } : place, false);
      const pairs = path.filter((above): above is Pair => 'key' in above && 'value' in above);
      const field = key === 'key' ? '' : keyOf(pairs.at(-1));
      const depth = pairs.length;
      const name = depth > 1 && key !== 'key' ? nameBeside(path.at(-2), node) : '';
      passages.push(
        words.passage(
          { label: `${name} ${labelOf(field)}`.trim() },
          field === '' ? {} : { key: pairs.map(keyOf).join('.') },
        ),
      );
      taken.push([start, end]);
    },
  });
  passages.push(...remainder(text, taken, firstLine));
  return passages;
}

function readValue(node: Scalar): string {
  if (typeof node.value === 'string') return node.value;
  return node.source ?? String(node.value ?? '');
}

function keyOf(pair: Pair | undefined): string {
  const key = pair?.key;
  return isScalar(key) ? String(key.value) : '';
}

function labelOf(field: string): string {
  return (
    LABELS.find(([pattern]) => pattern.test(field))?.[1] ??
    (/\p{Script=Han}/u.test(field) ? field : '')
  );
}

function nameBeside(map: unknown, self: Scalar): string {
  if (!isMap(map)) return '';
  const pair = map.items.find((item) => NAMES.test(keyOf(item)));
  const name = isScalar(pair?.value) && pair.value !== self ? String(pair.value.value) : '';
  return name.length <= 20 ? name : '';
}

/** The text outside its values, line by line in its place. */
function remainder(
  text: string,
  taken: readonly (readonly [start: number, end: number])[],
  firstLine: number,
): TextPassage[] {
  let rest = '';
  let done = 0;
  for (const [start, end] of [...taken].sort(([a], [b]) => a - b)) {
    if (start < done) continue;
    rest += text.slice(done, start) + text.slice(start, end).replaceAll(/[^\n]/g, '|');
    done = end;
  }
  rest += text.slice(done);
  const words = new Words();
  for (const [index, line] of rest.split('\n').entries()) {
    words.add(`${line}\n`, { line: firstLine + index, column: 1 });
  }
  return words.isEmpty ? [] : [words.passage()];
}
