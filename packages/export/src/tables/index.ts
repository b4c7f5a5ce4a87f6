import { catalogueTable } from './catalogue.ts';
import type { ColumnTable } from './column-table.ts';
import { entriesTable } from './entries.ts';
import { statisticsTable } from './statistics.ts';
import { unitsTable } from './units.ts';

/** The tables that follow from the content alone; ledger and coverage need the history and the day. */
export const COLUMN_TABLES: readonly ColumnTable[] = [
  entriesTable,
  catalogueTable,
  unitsTable,
  statisticsTable,
];
