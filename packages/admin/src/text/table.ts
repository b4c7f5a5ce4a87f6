import { readCsv } from '@columns/content';

/** A register's table as the form holds it. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table of a CSV; nothing where it cannot be read. */
export function readTable(csv: string): Table | undefined {
  const { columns, rows, faults } = readCsv(csv);
  return columns.length === 0 && faults.length > 0 ? undefined : { columns, rows };
}

/**
 * A table as CSV. Rows that were in the file before keep their line as it was written, with whatever
 * quotation marks it had, so that a change of one cell is a change of one line. A new file has the mark by which
 * Excel in China knows UTF-8; an old one keeps what it had.
 */
export function writeTable({ columns, rows }: Table, before = ''): string {
  const written = new Map<string, string>();
  if (before !== '') {
    for (const line of before.replace(/^\ufeff/, '').split(/\r?\n/)) {
      const [cells] = [...readCsv(`x\n${line}`).rows];
      const head = readCsv(line).columns;
      for (const known of [cells, head]) if (known) written.set(JSON.stringify(known), line);
    }
  }
  const mark = before === '' || before.startsWith('\ufeff') ? '\ufeff' : '';
  return (
    mark +
    [columns, ...rows]
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => `${written.get(JSON.stringify(row)) ?? row.map(cell).join(',')}\n`)
      .join('')
  );
}

function cell(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
