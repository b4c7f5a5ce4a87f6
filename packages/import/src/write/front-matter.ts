import type { KindId } from '@columns/content';
import { KINDS } from '@columns/content';
import { stringify } from 'yaml';

/** Values of front matter by field, as they are written. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a reader looks for first; a kind's own fields stand after `unit`, the rest as in the schema. */
const FIRST = ['title', 'kind', 'index-number', 'topic', 'unit'];

/** Front matter in a stable order of fields, so that two imports of a file are the same bytes. */
export function frontMatter(kind: KindId, fields: Fields): string {
  const { schema, shape } = KINDS[kind];
  const own = Object.keys(shape);
  const common = Object.keys(schema.shape).filter(
    (key) => !FIRST.includes(key) && !own.includes(key),
  );
  const order = [...FIRST, ...own, ...common];
  const unknown = Object.keys(fields).filter((key) => !order.includes(key));
  const data = Object.fromEntries(
    [...order, ...unknown.sort()].flatMap((key) =>
      fields[key] === undefined ? [] : [[key, fields[key]]],
    ),
  );
  return `---\n${yaml(data)}---\n`;
}

export function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, version: '1.2', schema: 'core', indentSeq: true });
}
