import { groupBy } from '@columns/standard';
import type { Table } from '../table.ts';
import { MOST_JSON_ROWS } from './table-files.ts';

/** A day as officers write it, from its year on. */
const DAY = /^((?:19|20)\d{2})(?:[-/.年]|$)/;

/**
 * The rows of a large register by year, newest first: the year of its first column in which every
 * value is a day (rows without one stand under `无日期`). None for a small register, or one without
 * such a column.
 */
export function registerYears({ columns, rows }: Table): [year: string, table: Table][] {
  if (rows.length <= MOST_JSON_ROWS) return [];
  const at = columns.findIndex((_, i) => {
    const values = rows.map((cells) => cells[i] ?? '').filter((value) => value !== '');
    return values.length > rows.length / 2 && values.every((value) => DAY.test(value));
  });
  if (at === -1) return [];
  const years = groupBy(rows, (cells) => DAY.exec(cells[at] ?? '')?.[1] ?? '无日期');
  return [...years]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([year, own]) => [year, { columns, rows: own }]);
}
