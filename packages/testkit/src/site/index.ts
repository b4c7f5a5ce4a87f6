/** Checks of a whole built site: whether its links lead somewhere, and what its pages weigh. */
export { deadLinks } from './dead-links.ts';
export { type BuiltSite, htmlFiles, listFiles } from './files.ts';
export { kindOf, PAGE_KINDS, type PageKind } from './page-kinds.ts';
export { weightTable } from './weight-table.ts';
export { type PageWeight, weighPages, weightFaults } from './weights.ts';
