import type { Plugin } from 'vite';

/** Under this the name of the worker's file is kept for the pages of the same process. */
const KEY = Symbol.for('columns.search-worker');

/**
 * The search's worker gets its name when it is bundled, before any page is made; so the search page can ask
 * for it in its head, and need not wait for the script that starts it.
 */
export function noteSearchWorker(): Plugin {
  return {
    name: 'columns:search-worker',
    generateBundle(_, bundle) {
      const file = Object.keys(bundle).find((name) => /\/worker-[^/]+\.js$/.test(name));
      if (file !== undefined) Reflect.set(globalThis, KEY, file);
    },
  };
}

/** Path of the worker's file below the base; nothing in `dev`, where none is bundled. */
export function searchWorker(): string | undefined {
  return Reflect.get(globalThis, KEY) as string | undefined;
}
