import type { Position } from '../problem.ts';

/**
 * The rows of a register of a form, for the rules that judge single rows. They are no part of the
 * column (contract 8) and live only as long as the reading.
 */
export interface RegisterTable {
  /** The form's id. */
  readonly form: string;
  /** The CSV below `content/`. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Where a cell begins in the file; both count from 0. */
  readonly at: (row: number, column: number) => Position;
}
