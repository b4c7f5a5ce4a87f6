import type { Entry } from '@columns/content';

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

function csvCell(text: string): string {
  // A cell that begins like a formula would be run by a spreadsheet; a leading ' makes it text.
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A register as JSON: what it is, and one object a row with the column names as keys. */
export function toJson(entry: Entry, { columns, rows }: Table): string {
  const { title, published } = entry.data;
  const records = rows.map((cells) =>
    Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])),
  );
  return `${JSON.stringify({ id: entry.id, title, published, columns, rows: records }, null, 1)}\n`;
}
