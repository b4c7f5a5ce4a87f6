/** Search in the browser: `createSearch` to ask indexes, `mountSearchPage` for the whole page. */
export { SearchError, type SearchErrorCode } from './errors.ts';
export { focusOnSlash } from './keys.ts';
export type { MarkedText } from './marks.ts';
export { mountSearchPage, type SearchedColumn, type SearchPageOptions } from './page.ts';
export type {
  AskOptions,
  BundleAddress,
  FilterValue,
  SearchAnswer,
  SearchResult,
  SortOrder,
} from './protocol.ts';
export { createSearch, type Search, type SearchOptions } from './search.ts';
