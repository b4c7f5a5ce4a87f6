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
    ...['--raw', '-z', '--no-abbrev', '--no-ext-diff', '--format=%H %ct', '--', 'content/'],
  ]).toString('utf8');
  const counties = new Map<string, Map<string, EntryCommit[]>>();
  for (const { hash, seconds, changes: raw } of commitsOf(output)) {
    const changed = new Map<
      string,
      Map<string, { before?: string; after?: string; path?: string }>
    >();
    for (const { path, blobs } of raw) {
      const place = placeOf(path);
      if (!place) continue;
      const [, , before = '', after = ''] = blobs.split(' ');
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

interface RawCommit {
  readonly hash: string;
  readonly seconds: string;
  readonly changes: { readonly path: string; readonly blobs: string }[];
}

/**
 * The commits of a log that is parted by NUL alone, the one sign that no name holds: a commit, then for each
 * file what became of it and, as it stands, its path.
 */
function commitsOf(output: string): RawCommit[] {
  const parts = output.split('\0').values();
  const commits: RawCommit[] = [];
  for (const part of parts) {
    const text = part.replace(/^\n/, '');
    if (text.startsWith(':')) {
      const path: string = parts.next().value ?? '';
      commits.at(-1)?.changes.push({ path, blobs: text });
    } else if (text !== '') {
      const [hash = '', seconds = ''] = text.split(' ');
      commits.push({ hash, seconds, changes: [] });
    }
  }
  return commits;
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
