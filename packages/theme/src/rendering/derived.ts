import type { Column } from '@columns/content';
import { followedLists } from './followed-lists.ts';
import { libraryRows } from './library-filters.ts';

/**
 * Facts that follow from the whole column but change seldom. A page that read the entries to find
 * one out would be made again with every new entry; so each has a name and a digest of its own.
 */
export const DERIVED = {
  /** Lists that have a feed. */
  feeds: followedLists,
  /** Parts of the library of normative documents. */
  library: libraryRows,
} satisfies Record<string, (column: Column) => unknown>;

export type DerivedName = keyof typeof DERIVED;
