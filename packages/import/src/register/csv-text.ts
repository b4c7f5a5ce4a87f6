/**
 * Rows as CSV by the book (RFC 4180), with `\n` as everywhere in the repository. The mark in front tells
 * Excel in China that the bytes are UTF-8; without it a double click shows rubbish.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')}`;
}

function cell(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
