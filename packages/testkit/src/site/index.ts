/** Checks of a whole built site: its links, its weights, its head tags. */
export { deadLinks } from './dead-links.ts';
export { type BuiltSite, htmlFiles, listFiles } from './files.ts';
export { headTagFaults, pageTagFaults } from './head-tags.ts';
export { pageFacts } from './page-facts.ts';
export { kindOf, PAGE_KINDS, type PageKind } from './page-kinds.ts';
export { wordFaults } from './page-words.ts';
export { weightTable } from './weight-table.ts';
export { type PageWeight, weighPages, weightFaults } from './weights.ts';
