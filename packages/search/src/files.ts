/** The files of an index that every first question needs, whatever it is: a page may ask for them ahead. */
import { readerFolder, WASM } from './manifest.ts';
import { PACK } from './pack.ts';
import { PAGEFIND_VERSION } from './part/reader-files.ts';

/** Loaded as bytes (`<link rel="preload" as="fetch" crossorigin>`), and handed over to the worker. */
export const FIRST_FILES = [PACK, readerFolder(PAGEFIND_VERSION) + WASM];
