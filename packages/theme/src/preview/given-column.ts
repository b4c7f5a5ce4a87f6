import type { ShownColumn } from '@columns/content';

/** What a page is drawn of, in place of the column's file. */
export interface GivenColumn {
  readonly column: ShownColumn;
  /** What stands before every address of the column; starts and ends with `/`. */
  readonly base: string;
  /** What stands before every column. */
  readonly prefix: string;
}

let given: GivenColumn | undefined;
let version = 0;

export function giveColumn(next: GivenColumn): void {
  given = next;
  version += 1;
}

export function columnGiven(): GivenColumn {
  if (!given) throw new Error('No column was given.');
  return given;
}

/* In the place of `data/column-file.ts`. */

export function columnVersion(): number {
  return version;
}

export function readColumnFile(): ShownColumn {
  return columnGiven().column;
}
