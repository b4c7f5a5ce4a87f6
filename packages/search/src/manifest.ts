/** The file that says what an index is made of; the client reads it first. */
import type { NearTerm } from './near-terms.ts';

export const MANIFEST = 'search.json';

export interface Manifest {
  site?: string;
  /** Newest first. */
  parts: { key: string; documents: number; newest: number }[];
  near: readonly NearTerm[];
  /** File of the pages that are no entries (`direct.ts`), below the index. */
  direct?: string;
}
