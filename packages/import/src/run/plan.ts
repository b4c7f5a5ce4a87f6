/** What is known of a file before anything is decided. */
export interface Known {
  readonly path: string;
  /** Of its bytes; a file that could not be read is nobody's copy. */
  readonly digest: string | undefined;
  /** Digests of the words of its drafts. */
  readonly words: readonly string[];
  /** Files that it names. */
  readonly beside: readonly string[];
  /** How many its own words are, as its balance counts them; unknown where it was not read or not weighed. */
  readonly characters?: number;
  /** It makes no entry by itself: it could not be read, or is no document. */
  readonly fails: boolean;
  /** An earlier run has imported it. */
  readonly done: boolean;
  /** Its text is a draft that somebody must read over: a copy in another format goes before it. */
  readonly draft: boolean;
  /** Its name or a folder's says that it is a copy of something: what it was copied from goes before it. */
  readonly copy: boolean;
}

/** What becomes of a file; every file has exactly one of these. */
export type Role =
  | { readonly is: 'entry'; readonly without: readonly string[] }
  | { readonly is: 'attached'; readonly to: readonly string[]; readonly characters?: number }
  | { readonly is: 'same'; readonly as: string };

export interface Plan {
  readonly roles: ReadonlyMap<string, Role>;
  /** Which file has the words of a digest for an entry of its own. */
  readonly keeper: ReadonlyMap<string, string>;
}

/**
 * Decides what becomes of each file. A file that an entry names belongs to that entry. Of files with the
 * same bytes or the same words one is the entry: the one that is imported already, then what is no draft,
 * then what found most of the files that it names, then what is not called a copy, then the first. What a
 * copy names is not attached to the copy.
 *
 * @param files in their order; it alone decides where two would do
 */
export function plan(files: readonly Known[]): Plan {
  const copies = new Set<string>();
  for (;;) {
    const owners = attach(files, copies);
    const decided = keep(files, owners);
    const naming = files.filter(
      ({ path, beside }) =>
        beside.length > 0 && decided.roles.get(path)?.is === 'same' && !copies.has(path),
    );
    if (naming.length === 0) return decided;
    for (const { path } of naming) copies.add(path);
  }
}

/** The entries that name each attached file. Where files name each other, the first one is the entry. */
function attach(
  files: readonly Known[],
  copies: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const known = new Map(files.map((file) => [file.path, file]));
  const namedBy = new Map<string, number>();
  const names = (file: Known) =>
    copies.has(file.path) || file.fails
      ? []
      : file.beside.filter((path) => path !== file.path && known.get(path)?.done === false);
  for (const file of files)
    for (const path of names(file)) namedBy.set(path, (namedBy.get(path) ?? 0) + 1);
  const owners = new Map<string, string[]>();
  const entries = new Set<string>();
  const settled = (path: string) => entries.has(path) || owners.has(path);
  const free: Known[] = [];
  /** What names this file is no entry after all. */
  const release = (file: Known) => {
    for (const path of names(file)) {
      const left = (namedBy.get(path) ?? 0) - 1;
      namedBy.set(path, left);
      const other = known.get(path);
      if (left === 0 && other && !settled(path)) free.push(other);
    }
  };
  const enter = (file: Known) => {
    entries.add(file.path);
    for (const path of names(file)) {
      if (entries.has(path)) continue;
      const first = !owners.has(path);
      owners.set(path, [...(owners.get(path) ?? []), file.path]);
      const other = known.get(path);
      if (first && other) release(other);
    }
  };
  const drain = () => {
    for (let file = free.shift(); file; file = free.shift()) if (!settled(file.path)) enter(file);
  };
  free.push(...files.filter(({ path }) => !namedBy.has(path)));
  drain();
  for (const file of files) {
    if (settled(file.path)) continue;
    enter(file);
    drain();
  }
  return new Map([...owners].map(([path, list]) => [path, list.sort()]));
}

/** Gives every file its role, once it is known which are attached. */
function keep(files: readonly Known[], owners: ReadonlyMap<string, readonly string[]>): Plan {
  const roles = new Map<string, Role>();
  const bytes = new Map<string, string>();
  const keeper = new Map<string, string>();
  const rest: Known[] = [];
  const imported = new Set(files.filter(({ done }) => done).map(({ path }) => path));
  const take = ({ path, digest, words }: Known) => {
    if (digest !== undefined && !bytes.has(digest)) bytes.set(digest, path);
    for (const each of words) if (!keeper.has(each)) keeper.set(each, path);
  };
  for (const file of files) {
    const to = owners.get(file.path);
    if (to === undefined) rest.push(file);
    else {
      const { characters } = file;
      roles.set(file.path, { is: 'attached', to, ...(characters !== undefined && { characters }) });
      take(file);
    }
  }
  for (const file of rest.toSorted(byRank)) {
    const { path, digest, words, fails, done, beside } = file;
    const first = words.map((each) => keeper.get(each));
    const copied = digest === undefined ? undefined : bytes.get(digest);
    // What makes no entry can still be the copy of an attachment.
    const twin = done ? undefined : (copied ?? (fails ? undefined : twinOf(first)));
    if (twin !== undefined) roles.set(path, { is: 'same', as: twin });
    else {
      // What an earlier run made an entry may stand beside another one too.
      const without = beside.filter(
        (each) => !owners.get(each)?.includes(path) && !imported.has(each),
      );
      roles.set(path, { is: 'entry', without });
      if (!fails) take(file);
    }
  }
  return { roles, keeper };
}

/** Of files with the same content the first is the entry. */
function byRank(a: Known, b: Known): number {
  return (
    Number(b.done) - Number(a.done) ||
    Number(a.draft) - Number(b.draft) ||
    b.beside.length - a.beside.length ||
    Number(a.copy) - Number(b.copy)
  );
}

/** The file that has all these words already. */
function twinOf(keepers: readonly (string | undefined)[]): string | undefined {
  return keepers.length > 0 && keepers.every((each) => each !== undefined) ? keepers[0] : undefined;
}
