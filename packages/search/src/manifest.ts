/** The file that says what an index is made of; the client reads it first. */
export const MANIFEST = 'search.json';

/** What our client loads of Pagefind: its reader, and the reader's WebAssembly for a language it does not know. */
export const READER = 'pagefind.js';
export const WASM = 'wasm.unknown.pagefind';

/** A code that Pagefind has no segmenter and no stemmer for: words stay as we cut them. */
export const LANGUAGE = 'xx';

export interface Manifest {
  site?: string;
  /** Newest first. */
  parts: { key: string; documents: number; newest: number }[];
  /** File of what near answers know (`near/words.ts`), below the index. */
  words?: string;
  /** File of the pages that are no entries (`direct.ts`), below the index. */
  direct?: string;
}
