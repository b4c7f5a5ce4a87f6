import type { Plugin } from 'vite';

/** Files below the base; nothing in `dev`, where none is bundled. */
export interface SearchScripts {
  /** Answers what is asked. */
  readonly worker?: string;
  /** Fills the search page. */
  readonly panel?: string;
  /** Its stylesheets: no script of a page runs before they are there. */
  readonly styles?: readonly string[];
}

/** Under this their names are kept for the pages of the same process. */
const KEY = Symbol.for('columns.search-scripts');

const NAMES: readonly (readonly ['worker' | 'panel', RegExp])[] = [
  ['worker', /\/worker-[^/]+\.js$/],
  ['panel', /\/SearchPanel\.[^/]+\.js$/],
];
const STYLES = /\/(?:Page|search)\.[^/]+\.css$/;

/**
 * The search's scripts and stylesheets get their names when they are bundled, before any page is made; so the
 * search page can ask for them at the top of its head. A policy in the head keeps browsers from looking for them
 * ahead, and each would wait for the script before it.
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
      const sheets = files.filter((file) => STYLES.test(file));
      const styles = sheets.length > 0 ? { styles: sheets } : {};
      Reflect.set(globalThis, KEY, { ...searchScripts(), ...Object.fromEntries(found), ...styles });
    },
  };
}

/** Before a build: the process may have made another county's. */
export function forgetSearchScripts(): void {
  Reflect.deleteProperty(globalThis, KEY);
}

/** Where the files of an earlier bundle are used once more. */
export function setSearchScripts(scripts: SearchScripts): void {
  Reflect.set(globalThis, KEY, scripts);
}

export function searchScripts(): SearchScripts {
  return (Reflect.get(globalThis, KEY) as SearchScripts | undefined) ?? {};
}
