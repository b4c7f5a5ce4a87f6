import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { ShareReport } from '../rendering/share.ts';
import { type Stamp, stampOf } from './stamp.ts';
import type { KeptPage, KeptPages, Work } from './work.ts';

/** Everything a build has made or kept, by address. */
export type Pages = KeptPages['pages'];

/**
 * Puts the pages of all shares, those kept, and what every share brings (assets, public files)
 * into `folders.next`, and keeps the pages for the next build.
 */
export function joinShares({ shares, folders, code }: Work): Pages {
  const reports = shares.map(
    ({ reportFile }) => JSON.parse(readFileSync(reportFile, 'utf8')) as ShareReport,
  );
  refuseDisagreement(reports);
  const files = join(folders.pages, 'files');
  const keptFile = join(folders.pages, 'kept.json');
  const before = keptPages(keptFile);
  const pages: Record<string, KeptPage> = {};
  for (const address of reports[0]?.kept ?? []) {
    const page = before[address];
    if (page) pages[address] = page;
  }
  // From here on the old list no longer fits the files: who is stopped now begins anew.
  rmSync(keptFile, { force: true });
  const place = new Folder(files);
  for (const [index, { outDir }] of shares.entries()) {
    const { made } = reports[index] as ShareReport;
    for (const [address, page] of Object.entries(made)) {
      place.take(join(outDir, page.file), page.file);
      pages[address] = { ...page, stamp: stampOf(join(files, page.file)) as Stamp };
    }
  }
  refuseDifferent(shares.map(({ outDir }) => outDir));
  removeOthers(files, new Set(Object.values(pages).map(({ file }) => file)));
  writeFileSync(`${keptFile}.new`, JSON.stringify({ code, pages } satisfies KeptPages));
  renameSync(`${keptFile}.new`, keptFile);
  renameSync((shares[0] as Work['shares'][number]).outDir, folders.next);
  const next = new Folder(folders.next);
  for (const { file } of Object.values(pages)) next.link(join(files, file), file);
  return pages;
}

function keptPages(file: string): Pages {
  if (!existsSync(file)) return {};
  return (JSON.parse(readFileSync(file, 'utf8')) as KeptPages).pages;
}

/** A folder that files are put into; folders are made once. */
class Folder {
  readonly #root: string;
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  take(from: string, file: string): void {
    renameSync(from, this.#path(file));
  }

  /** Nothing is written twice; a disk without links takes a copy. */
  link(from: string, file: string): void {
    const path = this.#path(file);
    try {
      linkSync(from, path);
    } catch {
      copyFileSync(from, path);
    }
  }

  #path(file: string): string {
    const path = join(this.#root, file);
    const parent = dirname(path);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    return path;
  }
}

/** Shares that would keep different pages have divided different lists: some page would be nobody's. */
function refuseDisagreement([first, ...rest]: readonly ShareReport[]): void {
  if (rest.some(({ kept }) => kept.join('\n') !== first?.kept.join('\n'))) {
    throw new Error('Shares of one build disagree on which pages can stay as they are.');
  }
}

/** What is no page must come out of every share alike, or pages of two shares would not fit together. */
function refuseDifferent(folders: readonly string[]): void {
  const [first, ...rest] = folders.map(filesOf);
  const differs = rest.find(
    (other) => other.length !== first?.length || other.some((file, index) => file !== first[index]),
  );
  if (differs) {
    const all = new Set([...(first ?? []), ...differs]);
    throw new Error(`Shares of one build brought different files: ${[...all].join(', ')}`);
  }
}

function removeOthers(folder: string, wanted: ReadonlySet<string>): void {
  for (const file of filesOf(folder)) {
    if (!wanted.has(file)) rmSync(join(folder, file));
  }
}

/** All files below a folder, sorted, with forward slashes. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
