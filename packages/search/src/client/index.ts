/** Search in the browser: `createSearch` to ask an index, `mountSearchPage` for the whole page. */
export { SearchError, type SearchErrorCode } from './errors.ts';
export type { MarkedText } from './marks.ts';
export { mountSearchPage, type SearchPageOptions } from './page.ts';
export type { AskOptions, SearchAnswer, SearchResult } from './protocol.ts';
export { createSearch, type Search, type SearchOptions } from './search.ts';
