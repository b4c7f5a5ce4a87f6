import { git } from './git.ts';

/** One file of an entry that a commit changed; blob ids, absent where there was or is none. */
export interface FileChange {
  /** `md`, `csv`, or the name of a file in the entry's folder. */
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  /** Below the repository, where it stands after the commit. */
  readonly path?: string;
}

/** What one commit did to one entry. */
export interface EntryCommit {
  readonly commit: string;
  /** The committer's day in China. */
  readonly day: string;
  readonly files: readonly FileChange[];
}

const NO_BLOB = /^0+$/;

/**
 * Every commit of each entry, oldest first, by county and id, from one reading of the log. An entry's
 * file may move: its id is what stays (contract 1). Of merges, what they brought to the main line.
 */
export function readLog(root: string): Map<string, Map<string, EntryCommit[]>> {
  const output = git(root, [
    ...['log', '--reverse', '--first-parent', '--diff-merges=first-parent', '--no-renames'],
    ...['--raw', '-z', '--no-abbrev', '--no-ext-diff', '--format=%x01%H %ct', '--', 'content/'],
  ]).toString('utf8');
  const counties = new Map<string, Map<string, EntryCommit[]>>();
  for (const commit of output.split('\u0001').slice(1)) {
    const [head = '', ...rest] = commit.split('\0').map((part) => part.replace(/^\n/, ''));
    const [hash = '', seconds = ''] = head.trim().split(' ');
    const parts = rest.filter((part) => part !== '');
    const changed = new Map<
      string,
      Map<string, { before?: string; after?: string; path?: string }>
    >();
    for (let i = 0; i + 1 < parts.length; i += 2) {
      const path = parts[i + 1] ?? '';
      const place = placeOf(path);
      if (!place) continue;
      const [, , before = '', after = ''] = (parts[i] ?? '').split(' ');
      const key = `${place.county}/${place.id}`;
      const files = changed.get(key) ?? new Map();
      changed.set(key, files);
      const file = files.get(place.name) ?? {};
      files.set(place.name, file);
      if (!NO_BLOB.test(before)) file.before = before;
      if (NO_BLOB.test(after)) continue;
      file.after = after;
      file.path = path;
    }
    for (const [key, files] of changed) {
      const [county = '', id = ''] = key.split('/');
      const entries = counties.get(county) ?? new Map<string, EntryCommit[]>();
      counties.set(county, entries);
      const list = entries.get(id) ?? [];
      entries.set(id, list);
      const changes = [...files].map(([name, change]) => ({ name, ...change }));
      list.push({ commit: hash, day: dayOf(Number(seconds)), files: changes });
    }
  }
  return counties;
}

function placeOf(path: string): { county: string; id: string; name: string } | undefined {
  const found = /^content\/([^/]+)\/.*\/\d{4}\/([^/]+?)(?:\.(mdx?|csv)|\/(.+))$/.exec(path);
  const [, county, id, ending, file] = found ?? [];
  if (county === undefined || id === undefined) return undefined;
  return { county, id, name: file ?? (ending === 'csv' ? 'csv' : 'md') };
}

/** Seconds since 1970 as a day in China, which has one time and no summer time. */
function dayOf(seconds: number): string {
  return new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10);
}
