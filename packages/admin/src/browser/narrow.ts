import type { Implementation, LoadedFile } from './backend.ts';
import { editor } from './editor.ts';

/** Which years are listed: a year, the newest two, or all. */
export interface YearChoice {
  get(): string;
  set(value: string): void;
}

const KEY = 'columns-editor-years';
export const NEWEST = 'newest';
export const ALL = 'all';

/** What the officer chose, kept for the next visit of this browser. */
export const yearChoice: YearChoice = {
  get: () => window.localStorage.getItem(KEY) ?? NEWEST,
  set: (value) => window.localStorage.setItem(KEY, value),
};

/** The years that a choice means; none for all of them. */
export function yearsOf(choice: string, today: Date): readonly string[] {
  const now = today.getFullYear();
  if (choice === NEWEST) return [String(now), String(now - 1)];
  return choice === ALL ? [] : [choice];
}

/**
 * Lists only the folders of the years that were asked for: `<domain>/<item>/<year>/` of every item. A
 * domain of ten years is then a tenth to list, whatever the repository's service.
 */
export function narrow(backend: Implementation): void {
  const wide = backend.entriesByFolder.bind(backend);
  const all = backend.allEntriesByFolder?.bind(backend);
  const list = all ?? wide;

  const listed = async (
    folder: string,
    extension: string,
    whole: () => Promise<LoadedFile[]>,
  ): Promise<LoadedFile[]> => {
    const years = yearsOf(yearChoice.get(), new Date());
    const folders = years.flatMap((year) => parts(folder).map((part) => `${part}/${year}`));
    if (years.length === 0 || folders.length === 0) return whole();
    const found = await Promise.all(
      folders.map((each) => list(each, extension, 1).catch((): LoadedFile[] => [])),
    );
    return found.flat();
  };

  backend.entriesByFolder = (folder, extension, depth) =>
    listed(folder, extension, () => wide(folder, extension, depth));
  if (all) {
    backend.allEntriesByFolder = (folder, extension, depth, pattern) =>
      listed(folder, extension, () => all(folder, extension, depth, pattern));
  }
}

/** The folders below a collection's that hold years. */
function parts(folder: string): string[] {
  const domain = editor.facts.domains.find(({ id }) => folder.endsWith(`/${id}`));
  if (!domain) return /\/_[a-z-]+$/.test(folder) ? [folder] : [];
  return [...domain.items.map(({ id }) => id), '_general'].map((item) => `${folder}/${item}`);
}
