import type { ShownColumn } from '@columns/content';
import { COLUMN_TABLES } from '../tables/index.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { dcatCatalogue } from './dcat.ts';
import { entryFiles } from './entry-files.ts';
import { sitemapFiles } from './sitemap.ts';
import { type DataFile, json, tableFiles, wholeColumnFiles } from './table-files.ts';

export { dcatCatalogue } from './dcat.ts';
export { entryFiles } from './entry-files.ts';
export { registerYears } from './register-years.ts';
export { sitemapFiles } from './sitemap.ts';
export type { DataFile } from './table-files.ts';
export {
  json,
  MOST_JSON_ROWS,
  schemaOf,
  TABLES,
  tableFiles,
  wholeColumnFiles,
} from './table-files.ts';

/** What of the data is made elsewhere, for it needs the history and the day. */
export const COVERAGE = {
  name: 'coverage',
  title: '公开情况',
  description: '每个公开事项截至当日的公开情况：已公开、逾期、超期未更新、空白、已说明、未核实',
} as const;

/**
 * Every file of open data that follows from the content alone, below the column's base: a new day
 * changes none of them.
 *
 * @param base the column's whole address where `SITE` is known: without it there is no sitemap
 */
export function* dataFiles(
  column: ShownColumn,
  contentRoot: string,
  base?: string,
): Generator<DataFile> {
  for (const table of COLUMN_TABLES) yield* tableFiles(table, column);
  yield* wholeColumnFiles(COLUMN_TABLES, column);
  yield* entryFiles(column, contentRoot);
  const tables = [...COLUMN_TABLES, ledgerTable(), COVERAGE];
  yield { path: 'data.json', bytes: json(dcatCatalogue(column, tables, base)) };
  if (base !== undefined) yield* sitemapFiles(column, base);
}
