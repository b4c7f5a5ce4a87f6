import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { MadePage } from '../rendering/share.ts';
import { type Stamp, stampOf } from '../rendering/stamp.ts';

/** Names that a message lists before it only counts. */
const NAMED = 10;

/**
 * Compares a finished site with what was planned, file by file: a task that says it succeeded has left
 * all of it, or a cache would keep half a site as a whole one.
 *
 * @param site the folder as it stands now
 * @param others paths of what is no page (assets, public files)
 * @throws Error (Chinese) naming what is not there or not as it was made
 */
export function refuseHalf(
  site: string,
  pages: readonly Pick<MadePage, 'file' | 'stamp'>[],
  others: readonly string[],
): void {
  const wrong: string[] = [];
  for (const { file, stamp } of pages) {
    const found = statSync(join(site, file), { throwIfNoEntry: false });
    // A disk without links has a copy, which is of a time of its own.
    if (!found?.isFile() || found.size !== stamp[0]) wrong.push(file);
  }
  for (const file of others) {
    if (!statSync(join(site, file), { throwIfNoEntry: false })?.isFile()) wrong.push(file);
  }
  if (wrong.length === 0) return;
  const rest = wrong.length - NAMED;
  const named = wrong.slice(0, NAMED).join('、');
  throw new Error(
    `构建没有完成：${wrong.length} 个文件不在，或与刚生成的不同：${named}${rest > 0 ? '……' : ''}。重新构建；构建时不要用别的程序改动 dist。`,
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
