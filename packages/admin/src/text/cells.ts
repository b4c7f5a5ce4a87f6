import type { Table } from './table.ts';

export type Cells = readonly (readonly string[])[];

/**
 * Cells as a spreadsheet puts them on the clipboard: a tab between cells, a line a row; a cell with a tab, a line end
 * or a quotation mark stands in quotation marks. A mark that opens no such cell is what was written.
 */
export function cellsOf(text: string): string[][] {
  const given = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= given.length) {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = at;
    const whole = quoted.exec(given);
    const end = whole ? quoted.lastIndex : nextEnd(given, at);
    const cell = whole ? (whole[1] as string).replaceAll('""', '"') : given.slice(at, end);
    (rows.at(-1) as string[]).push(cell.trim());
    if (given[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function nextEnd(text: string, from: number): number {
  const found = /[\t\n]/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

/** A column's name as it is compared: without spaces, and whatever width its letters have. */
const folded = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** Rows at the top that may come before a head: a title, a unit, a day. */
const ABOVE = 5;

/** Where the head of a table stands among its first rows; nothing where no row has the names of columns. */
export function headAt(rows: Cells, columns: readonly string[]): number | undefined {
  if (columns.length === 0) return undefined;
  const known = new Set(columns.map(folded));
  const least = Math.min(2, columns.length);
  const at = rows.slice(0, ABOVE).findIndex((row) => {
    const filled = row.filter((cell) => cell !== '');
    const hits = filled.filter((cell) => known.has(folded(cell))).length;
    return hits >= least && hits * 2 >= Math.min(filled.length, columns.length);
  });
  return at === -1 ? undefined : at;
}

/** A table that came from elsewhere, in our columns; and what an officer is to be told of it. */
export interface Arranged extends Table {
  /** Columns of it that are not asked for. They are kept, at the end. */
  readonly extra: readonly string[];
  /** Columns that are asked for and that it does not have. */
  readonly missing: readonly string[];
  /** What stood above its head. */
  readonly above: readonly string[];
}

/**
 * A table of a file, by the names of its columns and never by their position: it may have others, fewer, more, or
 * the same in another order. @param columns those asked for; none: those of its own head.
 */
export function arranged(given: Cells, columns: readonly string[]): Arranged {
  const rows = given.filter((row) => row.some((cell) => cell.trim() !== ''));
  const at = headAt(rows, columns) ?? firstWide(rows);
  const head = named(rows[at] ?? []);
  const above = rows.slice(0, at).map((row) => [...new Set(row)].join(' ').trim());
  const body = rows.slice(at + 1);
  const place = new Map(head.map((name, index) => [folded(name), index]));
  const asked = columns.length > 0 ? columns : head;
  const missing = asked.filter((name) => !place.has(folded(name)));
  const known = new Set(asked.map(folded));
  const extra = head.filter((name) => !known.has(folded(name)));
  const all = [...asked, ...extra];
  return {
    columns: all,
    rows: body.map((row) => all.map((name) => row[place.get(folded(name)) ?? -1]?.trim() ?? '')),
    extra,
    missing,
    above,
  };
}

/** The first row that is as wide as most: titles have one cell, or one that is repeated. */
function firstWide(rows: Cells): number {
  const width = (row: readonly string[]) => new Set(row.filter((cell) => cell !== '')).size;
  const most = Math.max(0, ...rows.slice(0, 50).map(width));
  const at = rows.findIndex((row) => width(row) * 2 >= most);
  return Math.max(0, at);
}

/** Each column with a name of its own. */
function named(head: readonly string[]): string[] {
  const last = head.findLastIndex((cell) => cell.trim() !== '');
  const seen = new Map<string, number>();
  return head.slice(0, last + 1).map((cell, index) => {
    const name = cell.replaceAll(/\s+/g, ' ').trim() || `第${index + 1}列`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}${times}`;
  });
}

/** The same table under other columns, by name. What is filled is kept, also where its column is not asked for. */
export function renamed({ columns, rows }: Table, asked: readonly string[]): Table {
  const known = new Set(asked.map(folded));
  const kept = columns.filter(
    (name, index) => !known.has(folded(name)) && rows.some((row) => (row[index] ?? '') !== ''),
  );
  const place = new Map(columns.map((name, index) => [folded(name), index]));
  const all = [...asked, ...kept];
  return {
    columns: all,
    rows: rows.map((row) => all.map((name) => row[place.get(folded(name)) ?? -1] ?? '')),
  };
}

/** Cells put over a table from one cell on. Rows are added as they are needed; `left` is what had no column. */
export function pasted(
  { columns, rows }: Table,
  given: Cells,
  at: { readonly row: number; readonly column: number },
): { readonly rows: string[][]; readonly left: number } {
  const width = columns.length;
  const made = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''));
  let left = 0;
  for (const [i, cells] of given.entries()) {
    const row = at.row + i;
    made[row] ??= Array.from({ length: width }, () => '');
    for (const [j, cell] of cells.entries()) {
      if (at.column + j < width) (made[row] as string[])[at.column + j] = cell;
      else if (cell !== '') left = Math.max(left, at.column + j - width + 1);
    }
  }
  return { rows: made, left };
}

export type Odd = { readonly row: number; readonly is: 'total' | 'note' };

/** Rows that are no record: sums, and notes below the table. By their number, from 0. */
export function oddRows({ rows }: Table): Odd[] {
  return rows.flatMap((row, index): Odd[] => {
    const filled = row.filter((cell) => cell !== '');
    const [first = ''] = filled;
    if (/^(?:合\s*计|总\s*计|小\s*计)/.test(first)) return [{ row: index, is: 'total' }];
    const alone = new Set(filled).size === 1 && row.length > 1;
    if (/^(?:注|备注|说明|填表说明)\s*[:：1１]/.test(first) && alone)
      return [{ row: index, is: 'note' }];
    return [];
  });
}
