/** The file that says what an index is made of; the client reads it first. */
export const MANIFEST = 'search.json';

/** What our client loads of Pagefind: its reader, and the reader's WebAssembly for a language it does not know. */
export const READER = 'pagefind.js';
export const WASM = 'wasm.unknown.pagefind';

/** Where both stand below the index. The version is in it, so that a browser never pairs two. */
export function readerFolder(version: string): string {
  return `reader/${version}/`;
}

/** A code that Pagefind has no segmenter and no stemmer for: words stay as we cut them. */
export const LANGUAGE = 'xx';

/** Folder of what near and direct answers know, each file named by what is in it. */
export const BESIDE = 'beside/';

export interface Manifest {
  site?: string;
  /** Folder of Pagefind's reader, below the index and with a slash at its end; without one it stands in the index itself. */
  reader?: string;
  /** Newest first. */
  parts: { key: string; documents: number; newest: number }[];
  /** File of what near answers know (`near/words.ts`), below the index. */
  words?: string;
  /** File of the pages that are no entries (`direct.ts`), below the index. */
  direct?: string;
}
