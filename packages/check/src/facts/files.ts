import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnItem, ColumnReading, Entry } from '@columns/content';
import { isCatalogueFile, pointsOf, statutoryParts } from '@columns/content';
import type { StatutoryPoint } from '@columns/standard';
import { extensionOf } from '../attachments/index.ts';

/** An entry's own file and what stands beside it, by their paths below `content/`. */
export interface EntryFiles {
  readonly file: string;
  csv?: string;
  /** Names of the files in its folder. */
  readonly files: string[];
}

const HEAD = /\.mdx?$/;
const README = /(?:^|\/)README\.md$/;

/** The files of a county, each with what it is: an entry, a part of one, a list of the county. */
export class CountyFiles {
  readonly root: string;
  readonly county: string;
  readonly reading: ColumnReading;
  readonly heads: readonly EntryFiles[];
  /** YAML files of the county itself and of its publishers' catalogues, and what its maintainers note in a README: no page shows them. */
  readonly lists: readonly string[];
  /** All other files, with the entry whose folder they stand in; also those that belong to none. */
  readonly others: readonly { readonly file: string; readonly owner?: string }[];
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #items: ReadonlyMap<string, ColumnItem>;
  readonly #points: ReadonlyMap<string, readonly StatutoryPoint[]>;

  constructor(root: string, county: string, reading: ColumnReading) {
    this.root = root;
    this.county = county;
    this.reading = reading;
    const paths = reading.files.map((path) => `${county}/${path}`);
    const heads = new Map<string, EntryFiles>(
      paths
        .filter((path) => HEAD.test(path) && !README.test(path))
        .map((file) => [file.replace(HEAD, ''), { file, files: [] }]),
    );
    const lists: string[] = [];
    const others: { file: string; owner?: string }[] = [];
    for (const path of paths) {
      if (README.test(path)) lists.push(path);
      if (HEAD.test(path)) continue;
      const owner = ownerOf(path, heads);
      const own = extensionOf(path) === 'csv' ? heads.get(path.slice(0, -4)) : undefined;
      if (own) own.csv = path;
      else if (isList(path.slice(county.length + 1))) lists.push(path);
      else {
        if (owner) owner.entry.files.push(path.slice(owner.folder.length + 1));
        others.push({ file: path, ...(owner ? { owner: owner.entry.file } : {}) });
      }
    }
    this.heads = [...heads.values()];
    this.lists = lists;
    this.others = others;
    const { column } = reading;
    this.#entries = new Map((column?.entries ?? []).map((entry) => [entry.file, entry]));
    this.#items = new Map(
      (column?.domains ?? []).flatMap(({ items }) => items.map((item) => [item.ref, item])),
    );
    // One entry may stand for several parts.
    const points = new Map<string, StatutoryPoint[]>();
    for (const { part, entries } of column ? statutoryParts(column.statute, column.county) : [])
      for (const id of entries) points.set(id, [...(points.get(id) ?? []), ...pointsOf(part)]);
    this.#points = points;
  }

  entry(file: string): Entry | undefined {
    return this.#entries.get(file);
  }

  item(entry: Entry | undefined): ColumnItem | undefined {
    return entry?.item === undefined ? undefined : this.#items.get(entry.item);
  }

  /** What the law asks an entry to say because it stands for a part of the column. */
  points(entry: Entry | undefined): readonly StatutoryPoint[] | undefined {
    return entry && this.#points.get(entry.id);
  }

  size(file: string): number {
    return statSync(join(this.root, file)).size;
  }
}

function isList(path: string): boolean {
  return /^[^/]+\.yaml$/.test(path) || isCatalogueFile(path);
}

function ownerOf(
  path: string,
  heads: ReadonlyMap<string, EntryFiles>,
): { entry: EntryFiles; folder: string } | undefined {
  for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
    const folder = path.slice(0, cut);
    const entry = heads.get(folder);
    if (entry) return { entry, folder };
  }
  return undefined;
}
