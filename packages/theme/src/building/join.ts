import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MadePage, ShareReport } from '../rendering/share.ts';
import { Folder, filesOf } from './folder.ts';
import { type Folders, type KeptPages, pageFiles, readKeptFile, type Work } from './work.ts';

export interface Joined {
  /** Everything a build has made or kept, by address. */
  readonly pages: KeptPages['pages'];
  /** Paths of what is no page: assets, public files. */
  readonly others: readonly string[];
}

/**
 * Puts the pages that all shares have made, those kept, and what every share brings (assets, public
 * files) into `folders.next`.
 */
export function joinShares({ shares, folders }: Work): Joined {
  const reports = shares.map(
    ({ reportFile }) => JSON.parse(readFileSync(reportFile, 'utf8')) as ShareReport,
  );
  refuseDisagreement(reports);
  const files = pageFiles(folders);
  const keptFile = join(folders.pages, 'kept.json');
  const before = readKeptFile(keptFile)?.pages ?? {};
  const pages: Record<string, MadePage> = {};
  for (const address of reports[0]?.kept ?? []) {
    const page = before[address];
    if (page) pages[address] = page;
  }
  for (const { made } of reports) Object.assign(pages, made);
  refuseMissing(reports, pages);
  refuseDifferent(shares.map(({ outDir }) => outDir));
  const names = new Set(Object.values(pages).map(({ file }) => file));
  const there = Object.values(before).map(({ file }) => file);
  const known = there.length > 0 ? there : filesOf(files);
  new Folder(files).remove(known.filter((file) => !names.has(file)));
  const { outDir } = shares[0] as Work['shares'][number];
  const others = filesOf(outDir);
  const next = bringOthers(outDir, folders, names);
  for (const file of names) next.link(join(files, file), file);
  return { pages, others };
}

/** Keeps the list of pages for the next build; a stop leaves the old one. */
export function writeKept(folders: Folders, kept: KeptPages): void {
  const file = join(folders.pages, 'kept.json');
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}

/** A page that no share has made and none has kept is missing, whatever the shares say of themselves. */
function refuseMissing(reports: readonly ShareReport[], pages: KeptPages['pages']): void {
  const planned = reports[0]?.planned ?? 0;
  const count = Object.keys(pages).length;
  if (count !== planned) throw new Error(`构建没有完成：应有 ${planned} 页，只有 ${count} 页。`);
}

/**
 * The site's folder with what every share brings that is no page. The site before the last, where there
 * is one, is mended: of its many files few are other ones. The search index sees to itself.
 */
function bringOthers(from: string, { next }: Folders, pages: ReadonlySet<string>): Folder {
  const folder = new Folder(next);
  if (!existsSync(next)) {
    renameSync(from, next);
    return folder;
  }
  const brought = filesOf(from);
  const wanted = new Set([...pages, ...brought]);
  const others = filesOf(next, 'pagefind');
  folder.remove(others.filter((file) => !wanted.has(file)));
  for (const file of brought) folder.take(join(from, file), file);
  return folder;
}

/** Shares that would keep different pages have divided different lists: some page would be nobody's. */
function refuseDisagreement([first, ...rest]: readonly ShareReport[]): void {
  if (rest.some(({ kept }) => kept.join('\n') !== first?.kept.join('\n'))) {
    throw new Error('Shares of one build disagree on which pages can stay as they are.');
  }
}

/** What is no page must come out of every share alike, or pages of two shares would not fit together. */
function refuseDifferent(folders: readonly string[]): void {
  const [first, ...rest] = folders.map((folder) => filesOf(folder));
  const differs = rest.find(
    (other) => other.length !== first?.length || other.some((file, index) => file !== first[index]),
  );
  if (differs) {
    const all = new Set([...(first ?? []), ...differs]);
    throw new Error(`Shares of one build brought different files: ${[...all].join(', ')}`);
  }
}
