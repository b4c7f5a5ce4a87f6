import type { Plugin } from 'vite';

/** Files below the base; nothing in `dev`, where none is bundled. */
export interface SearchScripts {
  /** Answers what is asked. */
  readonly worker?: string;
  /** Fills the search page. */
  readonly panel?: string;
}

/** Under this their names are kept for the pages of the same process. */
const KEY = Symbol.for('columns.search-scripts');

const NAMES: readonly (readonly [keyof SearchScripts, RegExp])[] = [
  ['worker', /\/worker-[^/]+\.js$/],
  ['panel', /\/SearchPanel\.[^/]+\.js$/],
];

/**
 * The search's scripts get their names when they are bundled, before any page is made; so the search page can
 * ask for them in its head, and none need wait for another that names it.
 */
export function noteSearchScripts(): Plugin {
  return {
    name: 'columns:search-scripts',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle);
      const found = NAMES.flatMap(([name, pattern]) => {
        const file = files.find((each) => pattern.test(each));
        return file === undefined ? [] : [[name, file] as const];
      });
      Reflect.set(globalThis, KEY, { ...searchScripts(), ...Object.fromEntries(found) });
    },
  };
}

export function searchScripts(): SearchScripts {
  return (Reflect.get(globalThis, KEY) as SearchScripts | undefined) ?? {};
}
