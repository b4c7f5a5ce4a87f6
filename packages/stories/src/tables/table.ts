import type { Words } from '../fill.ts';

/** A register's table before it is written. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** The row of sums that is not written. */
  readonly sums?: readonly (string | number)[] | undefined;
}

/** Words of a text that has a table: `{表.合计.受理件数}` is a cell, by a cell of its row and its column's name. */
export function wordsOfTable({ columns, rows, sums }: Table, words: Words): Words {
  const known = new Map(words);
  for (const row of [...rows, ...(sums === undefined ? [] : [sums])])
    for (const [at, cell] of row.entries())
      for (const label of row.slice(0, 2)) {
        const name = `表.${label}.${columns[at]?.replace(/（.*）$/, '')}`;
        if (!known.has(name)) known.set(name, shown(cell));
      }
  known.set('表.行数', String(rows.length));
  return known;
}

const shown = (cell: string | number): string =>
  typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : cell;

/** As CSV; a number is written as it is, at most two decimals. */
export function csv({ columns, rows }: Table): string {
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return shown(value);
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
