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
  const written = linesOf(before);
  const mark = before === '' || before.startsWith('\ufeff') ? '\ufeff' : '';
  return (
    mark +
    [columns, ...rows]
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => `${written.get(JSON.stringify(row)) ?? row.map(cell).join(',')}\n`)
      .join('')
  );
}

/** The lines of a CSV by what they say. A row of several lines is written anew. */
function linesOf(csv: string): ReadonlyMap<string, string> {
  const lines = csv.replace(/^\ufeff/, '').split(/\r?\n/);
  const { columns, rows } = readCsv(csv);
  const filled = lines.filter((line) => line !== '');
  const known = [columns, ...rows];
  // One line a row, as nearly every table has it; a table of ten thousand rows is read once.
  if (filled.length === known.length)
    return new Map(known.map((row, index) => [JSON.stringify(row), filled[index] as string]));
  const alone = filled.flatMap((line): [string, string][] => {
    const [cells] = readCsv(`x\n${line}`).rows;
    return cells ? [[JSON.stringify(cells), line]] : [];
  });
  const head = filled[0] === undefined ? [] : ([[JSON.stringify(columns), filled[0]]] as const);
  return new Map([...alone, ...head]);
}

function cell(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
