import type { Where } from '@columns/standard';
import type { Entry } from './entry.ts';
import { isSaid, pathIn } from './path-in.ts';

/** Whether an entry's fields are as `where` asks. */
export function entryIs({ data }: Pick<Entry, 'data'>, where: Where | undefined): boolean {
  return Object.entries(where ?? {}).every(([field, wanted]) => {
    const value = pathIn(data, field);
    return Array.isArray(wanted) ? wanted.includes(String(value)) : isSaid(value) === wanted;
  });
}

/** Whether a row's cells are as `where` asks; a column that may be left out, and is, asks nothing. */
export function rowIs(
  columns: readonly string[],
  cells: readonly string[],
  where: Where | undefined,
): boolean {
  return Object.entries(where ?? {}).every(([name, wanted]) => {
    const at = columns.indexOf(name);
    if (at < 0) return true;
    const cell = cells[at] ?? '';
    return Array.isArray(wanted) ? wanted.includes(cell) : isSaid(cell) === wanted;
  });
}
