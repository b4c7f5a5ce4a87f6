import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Column } from '@columns/content';
import { addressOf } from '@columns/content';
import type { FactDigests } from '../rendering/fact-digests.ts';
import type { MadePage, Share } from '../rendering/share.ts';
import { sameStamp, stampOf } from '../rendering/stamp.ts';

/** Entries that one process makes at most: what its memory is bounded by. */
const LARGEST_SHARE = 10_000;
/** Below this, starting a second process takes longer than it saves. */
const WORTH_SHARING = 500;

/** The folders of one column's build, all below `apps/<county>/.columns/`. */
export interface Folders {
  /** Pages as the last build left them, with `kept.json`. */
  readonly pages: string;
  readonly shares: string;
  /** The site while it is put together; between two builds, the one before the last. */
  readonly next: string;
  readonly search: string;
}

export interface Work {
  readonly shares: readonly Share[];
  readonly folders: Folders;
  readonly code: string;
  /** Pages of an earlier build of the same code whose files are as it left them. */
  readonly kept: KeptPages['pages'];
}

/** What `kept.json` holds: pages that stay while code, facts and their files do. */
export interface KeptPages {
  readonly code: string;
  readonly pages: Readonly<Record<string, MadePage>>;
}

export interface WorkInput {
  /** The app's folder. */
  readonly app: string;
  readonly column: Column;
  readonly columnFile: string;
  readonly digests: FactDigests;
  /** Digest of all that makes pages (`code-digest.ts`). */
  readonly code: string;
  /** Processes that run side by side. */
  readonly cores: number;
}

/** Divides what must be made anew among as many processes as memory and cores ask for. */
export function planWork({ app, column, columnFile, digests, code, cores }: WorkInput): Work {
  const home = join(app, '.columns');
  const folders: Folders = {
    pages: join(home, 'pages'),
    shares: join(home, 'shares'),
    next: join(home, 'next'),
    search: join(home, 'search'),
  };
  const kept = readKept(folders, code) ?? {};
  const fresh = column.entries.filter((entry) => {
    const page = kept[addressOf(entry).slice(0, -1)];
    return page === undefined || !digests.areSame(page);
  }).length;
  const count = shareCount(fresh, cores);
  rmSync(folders.shares, { recursive: true, force: true });
  mkdirSync(folders.shares, { recursive: true });
  const keptFile = join(folders.shares, 'kept.json');
  if (count > 1) writeFileSync(keptFile, JSON.stringify(kept));
  const shares = Array.from({ length: count }, (_, number) => ({
    number,
    count,
    pages: pageFiles(folders),
    outDir: join(folders.shares, String(number)),
    cacheDir: join(folders.shares, `cache-${number}`),
    columnFile,
    keptFile,
    reportFile: join(folders.shares, `made-${number}.json`),
  }));
  return { shares, folders, code, kept };
}

function shareCount(fresh: number, cores: number): number {
  if (fresh < WORTH_SHARING || (cores === 1 && fresh <= LARGEST_SHARE)) return 1;
  return Math.ceil(Math.ceil(fresh / LARGEST_SHARE) / cores) * cores;
}

/** Where pages stand, by their paths in the site; the site links to them. */
export function pageFiles({ pages }: Pick<Folders, 'pages'>): string {
  return join(pages, 'files');
}

/** Pages of an earlier build of the same code whose files are still as they were made. */
function readKept(folders: Folders, code: string): KeptPages['pages'] | undefined {
  const kept = readKeptFile(join(folders.pages, 'kept.json'));
  if (kept?.code !== code) return undefined;
  const whole = Object.entries(kept.pages).filter(([, { file, stamp }]) =>
    sameStamp(stampOf(join(pageFiles(folders), file)), stamp),
  );
  return Object.fromEntries(whole);
}

/** Nothing where there is none yet, or where a build was stopped while it moved pages. */
export function readKeptFile(file: string): KeptPages | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptPages;
  } catch {
    return undefined;
  }
}
