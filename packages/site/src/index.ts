/** Putting columns together into one site, and looking at it. */
export { checkBase, joinBase, normalPrefix, normalSite } from './address.ts';
export { type Assembled, type AssembleOptions, assemble } from './assemble.ts';
export {
  COLUMNS_FILE,
  type Column,
  type ColumnsFile,
  columnsFile,
  type SiteFile,
  siteFile,
} from './column.ts';
export { type ListedColumn, listColumns } from './list.ts';
export { type Problem, type ProblemCode, SiteError } from './problem.ts';
export { ADMIN_FOLDER, DATA_FOLDER, RECORDS_FOLDER } from './records/folders.ts';
export { type Growing, type Served, type ServeOptions, serve, serveGrowing } from './serve.ts';
