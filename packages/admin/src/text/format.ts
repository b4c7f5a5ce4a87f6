import type { KindId } from '@columns/content';
import { isKindId } from '@columns/content';
import { isObject, type Values } from '@columns/content/yaml';
import { FORM_FIELDS } from '../config/collections.ts';
import { readEntryText, writeEntryText } from './entry-text.ts';
import { csvPath, idOf, type Parcel, POLICY_ID, pack, unpack } from './parcel.ts';
import { readTable, type Table, writeTable } from './table.ts';

/** Where the form keeps what a file was before the edit; no field shows it. */
export const BEFORE = '$before';

/** What Decap asks of a custom format (`CMS.registerCustomFormat`). */
export const entryFormat = { fromFile, toFile };

/** An entry's text, or the parcel of its files, as the values of the form. */
export function fromFile(text: string): Record<string, unknown> {
  const parcel = unpack(text);
  const kind = kindOf(parcel.main);
  const read = readEntryText(kind, parcel.main);
  if (!read) return { title: '（无法读取：文件开头的字段写得不对）', kind: '', body: parcel.main };
  const table = parcel.csv === undefined ? undefined : readTable(parcel.csv);
  const interpretation = parcel.interpretation && readInterpretation(parcel.interpretation);
  return {
    ...read.values,
    ...(parcel.path === undefined ? {} : pathValues(parcel.path)),
    body: read.body,
    ...(table === undefined ? {} : { rows: table }),
    ...(interpretation === undefined ? {} : { interpretation: [interpretation] }),
    [BEFORE]: pack(parcel),
  };
}

/** The values of the form as a text: a parcel, where more than one file belongs to the entry. */
export function toFile(values: Values): string {
  const before = typeof values[BEFORE] === 'string' ? unpack(values[BEFORE]) : undefined;
  const kind = isKindId(values['kind']) ? values['kind'] : kindOf(before?.main ?? '');
  const body = String(values['body'] ?? '');
  const main = writeEntryText(kind, { values: fields(values), body }, before?.main);
  const csv = tableText(values['rows'], before?.csv);
  const interpretation = interpretationOf(values, before);
  return pack({
    ...(before?.path === undefined ? {} : { path: before.path }),
    main,
    ...(csv === undefined ? {} : { csv }),
    ...(interpretation === undefined ? {} : { interpretation }),
  });
}

/** The form's values that are front matter. */
export function fields(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !FORM_FIELDS.includes(name) && name !== BEFORE),
  );
}

function kindOf(text: string): KindId {
  const kind = /^kind:[ \t]*["']?([a-z-]+)/m.exec(text)?.[1];
  return isKindId(kind) ? kind : 'notice';
}

function pathValues(path: string): { id: string; item?: string } {
  const item = /\/([^/]+)\/\d{4}\/[^/]+$/.exec(path)?.[1];
  // In `_<kind>/<year>/` that segment is the kind's folder, and there is no item.
  const counted = path.split('/').length >= 6 ? item : undefined;
  return { id: idOf(path), ...(counted === undefined ? {} : { item: counted }) };
}

function tableText(rows: unknown, before: string | undefined): string | undefined {
  if (!isObject(rows) || !Array.isArray(rows['columns'])) return before;
  const table = rows as unknown as Table;
  return table.columns.length === 0 ? before : writeTable(table, before);
}

function interpretationOf(values: Values, before: Parcel | undefined): Parcel['interpretation'] {
  const list = values['interpretation'];
  const [given] = Array.isArray(list) ? (list as unknown[]) : [];
  if (!isObject(given)) return undefined;
  const { id, body, ...own } = given;
  const shared = ['unit', 'published', 'source', 'example', 'attribute'] as const;
  const common = Object.fromEntries(
    shared.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const text = writeEntryText(
    'interpretation',
    {
      values: { ...common, ...own, kind: 'interpretation', interprets: [POLICY_ID] },
      body: String(body ?? ''),
    },
    before?.interpretation?.text,
  );
  return { id: String(id ?? ''), text };
}

function readInterpretation({ id, text }: { id: string; text: string }): Record<string, unknown> {
  const read = readEntryText('interpretation', text);
  const { title, form, by } = read?.values ?? {};
  return { title, id, form, ...(by === undefined ? {} : { by }), body: read?.body ?? '' };
}

export { csvPath };
