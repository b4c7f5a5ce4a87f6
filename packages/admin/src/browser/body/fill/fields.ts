import { type KindId, LEVEL_NAMES } from '@columns/content';
import { same } from '@columns/content/yaml';
import type { ChoiceList } from '../../../config/decap.ts';
import { choicesOf } from '../../../config/facts.ts';
import { kindFields } from '../../../config/fields.ts';
import { inForm } from '../../../config/in-form.ts';
import { dateInWords } from '../../../text/dates.ts';
import { BEFORE, fromFile } from '../../../text/format.ts';
import { pack } from '../../../text/parcel.ts';
import { editor } from '../../editor.ts';
import { rememberedUnit } from '../../form/remembered.ts';
import { openText } from '../text.ts';
import type { EntryMade } from './messages.ts';

/** A field of the form that a file would fill. */
export interface Filled {
  readonly name: string;
  readonly label: string;
  /** What it holds now; nothing where it is empty. */
  readonly now: string;
  /** What the file says, in words, and as the form has it. */
  readonly next: string;
  readonly value: unknown;
  /** Whether it is filled unless the officer says otherwise: what he wrote himself stays. */
  readonly wanted: boolean;
}

/** What the form finds in its path or makes itself. */
const OWN = [BEFORE, 'kind', 'item', 'filed', 'more'];
const NAMES: Readonly<Record<string, string>> = {
  id: '网址编号',
  body: '正文',
  rows: '数据表',
  attachments: '附件',
};
/** What must be there before the files of an entry are stored, and what then names them. */
const ORDER = ['id', 'title'];

/** The fields that an entry would change in a form that holds `values`. */
export function fieldsOf(
  entry: EntryMade,
  kind: KindId,
  values: Readonly<Record<string, unknown>>,
): Filled[] {
  const { head, csv, id } = entry;
  const read = fromFile(pack({ main: head, ...(csv === undefined ? {} : { csv }) }));
  const made: Record<string, unknown> = { ...read, id: values['id'] || id };
  const fields = kindFields(kind);
  const labels = new Map(fields.map((field) => [field.name, inForm(field).label]));
  const inShort = (name: string, value: unknown) =>
    shown(name, value, fields.find((field) => field.name === name)?.choices);
  const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return Object.entries(made)
    .filter(([name, value]) => !OWN.includes(name) && inWords(value) !== '')
    .filter(([name, value]) => !same(values[name], value))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => ({
      name,
      label: labels.get(name) ?? NAMES[name] ?? name,
      now: inShort(name, values[name]),
      next: inShort(name, value),
      value,
      // The unit that a new form begins with is nobody's word yet; the paper says whose it is.
      wanted:
        inWords(values[name]) === '' ||
        (name === 'unit' && values[name] === rememberedUnit(editor.facts)),
    }));
}

/** A field's value as officers read it: a text without its signs, a level, a unit, a day by their names. */
function shown(name: string, value: unknown, choices?: ChoiceList): string {
  if (choices !== undefined && typeof value === 'string') {
    const found = choicesOf(editor.facts, choices).find((choice) => choice.value === value);
    if (found) return found.label;
  }
  if (typeof value === 'string' && /^\d{4}-\d{2}(?:-\d{2})?$/.test(value))
    return dateInWords(value);
  if (name === 'body' && typeof value === 'string') {
    const { doc } = openText(value);
    return shortened(doc.textBetween(0, doc.content.size, ' '));
  }
  if (name === 'level' && Object.hasOwn(LEVEL_NAMES, String(value)))
    return LEVEL_NAMES[String(value) as keyof typeof LEVEL_NAMES];
  return inWords(value);
}

/** A value as a line of words: a table by its size, a long text by its beginning. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null || value === false || value === '') return '';
  if (value === true) return '是';
  if (typeof value === 'string') return shortened(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return shortened(value.map(inWords).filter(Boolean).join('、'));
  const { columns, rows, name, file } = value as Record<string, unknown>;
  if (Array.isArray(columns) && Array.isArray(rows))
    return columns.length === 0 ? '' : `${rows.length} 行：${columns.join('、')}`;
  if (typeof file === 'string') return String(name || file);
  return shortened(Object.values(value).map(inWords).filter(Boolean).join('，'));
}

const SHOWN = 120;
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}……（共 ${text.length} 字）` : line;
}
