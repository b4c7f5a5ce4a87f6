import type { Entry } from '@columns/content';
import { addressOf } from '@columns/content';

/**
 * What stands beside a column's pages, below its base: made by the tasks `data` and `records`, linked
 * from the pages of `build`. One list, so that a link and the file that it means cannot part ways.
 */
export const BESIDE = {
  coverage: 'coverage/',
  bulletins: 'coverage/bulletins/',
  assessment: 'coverage/assessment/',
  data: 'data/',
  /** A table of the column by its name: `catalogue`. */
  tableOf: (name: string, format: 'csv' | 'xlsx') => `data/column/${name}.${format}`,
  /** The workbook of a register or ledger, by its entry's id. */
  workbookOf: (entry: string) => `data/${entry}.xlsx`,
  ledger: 'ledger/',
  dutiesOf: (unit: string) => `coverage/units/${unit}/`,
  historyOf: (entry: string) => `history/${entry}/`,
  /** An entry at its own address with another ending. */
  fileOf: (entry: Entry, format: 'json' | 'md') => `${addressOf(entry).slice(0, -1)}.${format}`,
} as const;
