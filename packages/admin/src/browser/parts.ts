import { Stopped } from './dialog.ts';

/**
 * What the editor loads when it is first asked for: the list is shown before any of it is there. Each can be asked for
 * again where a line or a server failed.
 */
export const parts = {
  /** The readers, the rules and the standard. */
  rules: () => loaded(() => import('./judge.ts')),
  /** The editor of texts. */
  text: () => loaded(() => import('./body/view.ts')),
  /** How characters are read, for ids and names of files. */
  names: () => loaded(() => import('@columns/content/naming')),
  workbooks: () => loaded(() => import('@columns/office/xlsx')),
  /** What the catalogue asks of an entry. */
  drafts: () => loaded(() => import('./begun.ts')),
};

/** How long after the page the parts follow that every form needs, in milliseconds. */
const SOON = 1500;

/** Once the list stands there, what a form needs comes too: it opens at once then, and a save waits for nothing. */
export function loadSoon(): void {
  window.setTimeout(() => {
    for (const load of [parts.text, parts.names, parts.rules]) load().catch(() => undefined);
  }, SOON);
}

async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    console.error(error);
    // The site may have been published anew since this page was opened; the files have other names then.
    throw new Stopped('编辑页面有一部分没有载入：写的都留着，请检查网络，或刷新页面（F5）后接着写');
  }
}
