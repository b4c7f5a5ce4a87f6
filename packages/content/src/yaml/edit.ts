import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  YAMLMap,
} from 'yaml';
import { isObject, same, type Values } from './values.ts';

/** Stands before the sign of a comment while a text is written: no value holds it. */
const HERE = '\u0000';
const STYLE = {
  lineWidth: 0,
  indentSeq: true,
  flowCollectionPadding: false,
  commentString: (comment: string) => comment.replaceAll(/^(?!$)/gm, `${HERE}#`),
} as const;

/** Two blanks before a note behind a value, as the templates have it: with one, it may be part of a title. */
function written(document: Document): string {
  return document
    .toString(STYLE)
    .replaceAll(new RegExp(`(\\S) ${HERE}#`, 'g'), '$1  #')
    .replaceAll(HERE, '');
}

/**
 * A YAML text with some of its top fields changed. Only the lines of those fields are written anew;
 * all others, with their comments, stay byte for byte. `order` says where new fields belong; a field
 * whose new value is `undefined` goes.
 */
export function editYaml(text: string, changes: Values, order: readonly string[]): string {
  let edited = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  for (const [key, value] of Object.entries(changes)) {
    edited = value === undefined ? without(edited, key) : withField(edited, key, value, order);
  }
  return edited;
}

/** A new YAML text of some fields. */
export function newYaml(values: Values, order: readonly string[]): string {
  const known = order.filter((key) => values[key] !== undefined);
  const rest = Object.keys(values).filter(
    (key) => !order.includes(key) && values[key] !== undefined,
  );
  return [...known, ...rest].map((key) => fieldText(key, values[key])).join('');
}

interface Field {
  readonly pair: Pair;
  /** Where its lines begin and end. */
  readonly start: number;
  readonly end: number;
}

function fieldsOf(text: string): Map<string, Field> {
  const document = parseDocument(text, { schema: 'core', version: '1.2' });
  const fields = new Map<string, Field>();
  if (!isMap(document.contents)) return fields;
  for (const pair of document.contents.items) {
    const key = pair.key as Node & { value?: unknown };
    const value = pair.value as Node | null;
    const start = lineStart(text, key.range?.[0] ?? 0);
    fields.set(String(key.value), { pair, start, end: valueEnd(text, key, value) });
  }
  return fields;
}

/** The end of a field's last line that says something: comments between fields belong to none. */
function valueEnd(text: string, key: Node, value: Node | null): number {
  const end = lastEnd(value) ?? key.range?.[1] ?? 0;
  const next = text.indexOf('\n', Math.max(end - 1, 0));
  return next === -1 ? text.length : next + 1;
}

/** Where what a node says ends: of a block its last part, for its own range reaches to what follows. */
function lastEnd(node: Node | null): number | undefined {
  if (!node?.range) return undefined;
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1) as Node | Pair;
    const inside = isSeq(node)
      ? (last as Node)
      : (((last as Pair).value ?? (last as Pair).key) as Node);
    return lastEnd(inside);
  }
  return node.range[1];
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function without(text: string, key: string): string {
  const field = fieldsOf(text).get(key);
  return field ? text.slice(0, field.start) + text.slice(field.end) : text;
}

function withField(text: string, key: string, value: unknown, order: readonly string[]): string {
  const fields = fieldsOf(text);
  const field = fields.get(key);
  if (field) {
    const note = noteBehind(text, field);
    const fresh = pairText(field.pair, value).replace(/ +#[^\n]*\n$/, (its) => note ?? its);
    return text.slice(0, field.start) + fresh + text.slice(field.end);
  }
  const place = order.indexOf(key);
  const before = [...fields].filter(([name]) => order.indexOf(name) < place).at(-1)?.[1];
  const first = [...fields.values()][0];
  const at = before?.end ?? (place === -1 ? text.length : (first?.start ?? text.length));
  return text.slice(0, at) + fieldText(key, value) + text.slice(at);
}

/** The comment behind a value that ends its field, with the blanks before it. */
function noteBehind(text: string, { pair, end }: Field): string | undefined {
  const behind = text.slice(lastEnd(pair.value as Node | null), end);
  return /^[ \t]+#/.test(behind) ? behind : undefined;
}

/** A field with a new value, in the style and with the comments that it had. */
function pairText(pair: Pair, value: unknown): string {
  const key = pair.key as Node;
  key.commentBefore = null;
  key.spaceBefore = false;
  const document = new Document(null, { schema: 'core', version: '1.2' });
  const map = new YAMLMap();
  map.items.push(pair);
  pair.value = updated(document, pair.value as Node | null, value);
  document.contents = map as unknown as typeof document.contents;
  return written(document);
}

/** A node that says `value`: what is the same inside stays the same node. */
function updated(document: Document, node: Node | null, value: unknown): Node {
  if (node && same(node.toJS(document), value)) return node;
  if (isScalar(node) && !isObject(value) && !Array.isArray(value)) {
    const fresh = document.createNode(value) as unknown as Node;
    if (isScalar(fresh)) {
      fresh.comment = node.comment ?? null;
      // Quotation marks stay where officers put them; a block of lines stays a block.
      if (
        typeof value === 'string' &&
        node.type &&
        (value.includes('\n') || node.type.startsWith('QUOTE'))
      )
        fresh.type = node.type;
    }
    return fresh;
  }
  if (isMap(node) && isObject(value)) {
    for (const key of node.items.map((pair) => String((pair.key as { value: unknown }).value))) {
      if (value[key] === undefined) node.delete(key);
    }
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined) continue;
      const before = node.get(key, true) as Node | undefined;
      node.set(key, updated(document, before ?? null, each));
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const items = value.map((each, index) => {
      const kept = node.items.find((item) => same((item as Node).toJS(document), each));
      return updated(document, (kept ?? node.items[index] ?? null) as Node | null, each);
    });
    node.items =
      [...new Set(items)].length === items.length
        ? items
        : value.map((each) => document.createNode(each));
    return node;
  }
  return document.createNode(value) as unknown as Node;
}

function fieldText(key: string, value: unknown): string {
  const document = new Document({ [key]: value }, { schema: 'core', version: '1.2' });
  return written(document);
}
