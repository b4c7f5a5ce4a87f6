export type { Balance, LeftOut, Lost } from './balance/index.ts';
export type { FailureCode, Remark } from './failure.ts';
export { ImportFailure } from './failure.ts';
export type { CatalogueOptions, CatalogueReport } from './run/import-catalogue.ts';
export { importCatalogue } from './run/import-catalogue.ts';
export type { ImportReport } from './run/import-files.ts';
export { importFiles } from './run/import-files.ts';
export type { ImportOptions } from './run/options.ts';
export type { Outcome } from './run/outcome.ts';
export {
  catalogueLines,
  detail,
  reportJson,
  reportMarkdown,
  summaryLine,
  totalLine,
} from './run/report.ts';
export { parseSettings } from './run/settings.ts';
export type { Trouble } from './run/troubles.ts';
export { troubleSummary, troublesOf } from './run/troubles.ts';
