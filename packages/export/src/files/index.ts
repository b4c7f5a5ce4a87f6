import type { ShownColumn } from '@columns/content';
import { CSVW_FILE, columnCsvw, registersCsvw } from '../open-data/csvw.ts';
import { dataSets } from '../open-data/data-sets.ts';
import { dcatCatalogue } from '../open-data/dcat.ts';
import { Weights } from '../open-data/weights.ts';
import type { ColumnTable } from '../tables/column-table.ts';
import { COLUMN_TABLES } from '../tables/index.ts';
import { ledgerTable } from '../tables/ledger.ts';
import { entryFiles } from './entry-files.ts';
import { LLMS_FILE, llmsText } from './llms.ts';
import { SECURITY_FILE, securityText } from './security.ts';
import { markdownSitemap, sitemapFiles } from './sitemap.ts';
import { type DataFile, json, TABLES, tableFiles, wholeColumnFiles } from './table-files.ts';

export { entryFiles } from './entry-files.ts';
export { LLMS_FILE } from './llms.ts';
export { registerYears } from './register-years.ts';
export { SECURITY_FILE } from './security.ts';
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
  description: '每个公开事项截至当日的公开情况：已公开、逾期、超期未更新、空白、已说明、目录未核实',
} as const;

/**
 * Every file of open data that follows from the content alone, below the column's base: a new day
 * changes none of them.
 *
 * @param base the column's whole address where `SITE` is known: without it there is no sitemap
 * @param elsewhere tables that are made with the history and the day: only told of here
 */
export function* dataFiles(
  column: ShownColumn,
  contentRoot: string,
  base?: string,
  elsewhere: readonly ColumnTable[] = [ledgerTable()],
): Generator<DataFile> {
  const weights = new Weights();
  for (const table of COLUMN_TABLES) yield* weights.through(tableFiles(table, column));
  yield* wholeColumnFiles(COLUMN_TABLES, column);
  yield* entryFiles(column, contentRoot, (file) => weights.add(file));
  const tables = [...COLUMN_TABLES, ...elsewhere];
  const sets = dataSets(column, tables, weights);
  yield { path: 'data.json', bytes: json(dcatCatalogue(column, sets, weights, base)) };
  yield { path: TABLES + CSVW_FILE, bytes: json(columnCsvw(column, tables, weights)) };
  const registers = registersCsvw(column, weights);
  if (registers) yield { path: `data/${CSVW_FILE}`, bytes: json(registers) };
  yield { path: LLMS_FILE, bytes: llmsText(column, base) };
  const security = securityText(column.county);
  if (security !== undefined) yield { path: SECURITY_FILE, bytes: security };
  if (base === undefined) return;
  yield* sitemapFiles(column, base);
  yield* markdownSitemap(column, base);
}
