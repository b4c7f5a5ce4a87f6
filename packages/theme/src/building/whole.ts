import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '@columns/content';
import { namedFiles, notStanding, WRITTEN_FILE, writtenText } from '@columns/standard/written';
import type { MadePage } from '../rendering/share.ts';
import { type Stamp, stampOf } from '../rendering/stamp.ts';

/** A file of the site, as it was made. */
export type SitePage = Pick<MadePage, 'file' | 'stamp' | 'sha256'>;

/** What is no page: its bytes as they stood when all of it was put together. */
export type Other = readonly [file: string, bytes: number, sha256: string];

/** Reads files of a finished site that are no pages (assets, public files, the index), each once. */
export function readOthers(site: string, files: readonly string[]): Other[] {
  return files.map((file) => {
    const bytes = readFileSync(join(site, file));
    return [file, bytes.length, digestOf(bytes)];
  });
}

/** Lists a site in itself, for whoever takes it out of a cache or puts it together with others. */
export function writeList(
  site: string,
  pages: readonly SitePage[],
  others: readonly Other[],
): Other {
  const text = writtenText([
    ...pages.map(({ file, sha256 }) => [file, sha256] as const),
    ...others.map(([file, , sha256]) => [file, sha256] as const),
  ]);
  writeFileSync(join(site, WRITTEN_FILE), text);
  return [WRITTEN_FILE, Buffer.byteLength(text), digestOf(text)];
}

/**
 * Compares a finished site with what was planned, file by file: a task that says it succeeded has left
 * all of it, or a cache would keep half a site as a whole one.
 *
 * @param site the folder as it stands now
 * @throws Error (Chinese) naming what is not there or not as it was made
 */
export function refuseHalf(
  site: string,
  pages: readonly SitePage[],
  others: readonly Other[],
): void {
  const wrong = notStanding(site, [
    // A disk without links has a copy, which is of a time of its own: only the size is asked for.
    ...pages.map(({ file, stamp }) => [file, stamp[0]] as const),
    ...others.map(([file, bytes]) => [file, bytes] as const),
  ]);
  if (wrong.length === 0) return;
  throw new Error(
    `构建没有完成：${wrong.length} 个文件不在，或与刚生成的不同：${namedFiles(wrong)}。重新构建；构建时不要用别的程序改动 dist。`,
  );
}

/** Pages with their files' stamps as they are now that all links are made. */
export function stampedAnew(
  pages: Readonly<Record<string, MadePage>>,
  files: string,
): Record<string, MadePage> {
  const stamp = (page: MadePage): Stamp => stampOf(join(files, page.file)) ?? page.stamp;
  return Object.fromEntries(
    Object.entries(pages).map(([address, page]) => [address, { ...page, stamp: stamp(page) }]),
  );
}
