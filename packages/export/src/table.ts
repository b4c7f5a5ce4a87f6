import type { Entry } from '@columns/content';
import { fileTerms } from './open-data/terms.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel reads
 * Chinese text as something else.
 */
export function toCsv({ columns, rows }: Table): string {
  const lines = [columns, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/**
 * What a spreadsheet may take for a formula: one of its signs, in either width, at the start or behind
 * signs that it drops (spaces, control and format characters), or such a dropped sign itself; and any text
 * whose `'` could be taken for ours.
 */
const FORMULA = /^'*(?:[\s\p{Cc}\p{Cf}]*[=+@＝＋＠\-－]|[\p{Cc}\ufeff])/u;

/** A signed number, or a telephone number with its country's: digits that nothing but arithmetic reads. */
const NUMBER = /^[-+]\d[\d ,.()-]*%?$/;

/**
 * A cell that a spreadsheet would run gets a leading `'`, which makes it text. A reader undoes it by
 * removing one `'` from a cell that begins with it and, without it, matches `FORMULA` and is no `NUMBER`; the
 * data page says so to citizens.
 */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A register as JSON: what it is, on what terms, and one object a row with the column names as keys. */
export function toJson(
  entry: Entry,
  { columns, rows }: Table,
  column: Parameters<typeof fileTerms>[0],
): string {
  const { title, published } = entry.data;
  const records = rows.map((cells) =>
    Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])),
  );
  const head = { id: entry.id, title, published, ...fileTerms(column) };
  return `${JSON.stringify({ ...head, columns, rows: records }, null, 1)}\n`;
}
