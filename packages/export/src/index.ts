export type { Feed, FeedEntry } from './atom.ts';
export { atomFeed, FEED_SIZE } from './atom.ts';
export { BESIDE } from './beside.ts';
export { chartHtml } from './chart.ts';
export { compare } from './compare.ts';
export type { PolicyName } from './content-policy.ts';
export {
  CACHING,
  contentPolicy,
  headerPolicy,
  headersAt,
  LASTING_FOLDERS,
  PLAIN_HEADERS,
  POLICY_PLACES,
} from './content-policy.ts';
export { escapeHtml } from './escape.ts';
export { feedEntry, isFollowed } from './feed-entry.ts';
export type { CalendarDay } from './ics.ts';
export { toIcs } from './ics.ts';
export { partOf } from './manifest/places.ts';
export type { DataTerms } from './open-data/index.ts';
export { CSVW_FILE, dataTerms, registerDescription, termsText } from './open-data/index.ts';
export type { Table } from './table.ts';
export { toCsv, toJson } from './table.ts';
export type { ColumnTable, Value } from './tables/column-table.ts';
export { cellsOf, columnTable, numbersOf } from './tables/column-table.ts';
export { COLUMN_TABLES } from './tables/index.ts';
export type { LedgerHistory } from './tables/ledger.ts';
export { ledgerTable } from './tables/ledger.ts';
export type { YearStatistics } from './tables/statistics.ts';
export { statisticsTable, yearStatistics } from './tables/statistics.ts';
