/*
 * Where a register's rows stand. Shared by the pages, the script on them, and whoever must know
 * from a row its page; it therefore imports nothing.
 */

/** Rows on one static page, and on one page of a filtered view. */
export const ROWS_PER_PAGE = 200;

/** An empty register is one page too. */
export function rowPageCount(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_PER_PAGE));
}

/** The page on which a row stands; rows and pages count from 1. */
export function rowPageOf(row: number): number {
  return Math.ceil(row / ROWS_PER_PAGE);
}

/** A page of rows, below the entry's own address: the entry's page is the first of them. */
export function rowPagePath(page: number): string {
  return page === 1 ? '' : `rows/${page}/`;
}

export function rowId(row: number): string {
  return `row-${row}`;
}

/** A row, below the entry's own address: `rows/3/#row-437`. */
export function rowPath(row: number): string {
  return `${rowPagePath(rowPageOf(row))}#${rowId(row)}`;
}
