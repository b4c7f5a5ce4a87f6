import type { ChangeReport } from './report.ts';

/** Entries of a change, by the paths of their own files below `content/`, each once. */
export interface ChangedEntries {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Files that belong to no entry: `county.yaml`, `departments.yaml` … */
  readonly shared: readonly string[];
}

/**
 * What a change means in entries: a table or attachment that was added to an entry that was there before
 * is a change of it. `county` keeps those of one county only.
 */
export function changedEntries(change: ChangeReport, county?: string): ChangedEntries {
  const own = (files: readonly string[]) =>
    files.filter((file) => county === undefined || file.startsWith(`${county}/`));
  const entries = (files: readonly string[]) => own(files).filter((file) => /\.mdx?$/.test(file));
  const added = entries(change.added);
  const removed = entries(change.removed);
  const whole = new Set([...added, ...removed].map(groupOf));
  const touched = own([...change.added, ...change.changed, ...change.removed]);
  const changed = new Map<string, string>();
  const shared: string[] = [];
  for (const file of [...touched].sort()) {
    const group = groupOf(file);
    if (group === undefined) shared.push(file);
    else if (!whole.has(group)) changed.set(group, /\.mdx?$/.test(file) ? file : `${group}.md`);
  }
  return { added, removed, changed: [...changed.values()], shared };
}

/** An entry's own file, its table and its folder are one: `anyue/_notice/2023/a`. */
function groupOf(file: string): string | undefined {
  return /^(.*?\/\d{4}\/[^/.]+)(?:[./]|$)/.exec(file)?.[1];
}
