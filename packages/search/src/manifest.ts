/** The file that says what an index is made of; the client reads it first. */
export const MANIFEST = 'search.json';

export interface Manifest {
  site?: string;
  /** Newest first. */
  parts: { key: string; documents: number; newest: number }[];
  /** File of what near answers know (`near/words.ts`), below the index. */
  words?: string;
  /** File of the pages that are no entries (`direct.ts`), below the index. */
  direct?: string;
}
