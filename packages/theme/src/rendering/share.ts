import { readFileSync } from 'node:fs';
import type { Stamp } from './stamp.ts';

/** Names the file that tells an Astro process its share of a column's pages. */
export const SHARE_ENV = 'COLUMNS_SHARE';

/**
 * One process's share of the work (`building/column-build.ts`). A county is built by several processes:
 * that bounds the memory of each and uses all cores.
 */
export interface Share {
  /** 0-based, of `count`. */
  readonly number: number;
  readonly count: number;
  /** Where pages are put, by all shares. */
  readonly pages: string;
  /** Folder for what Astro brings beside pages. */
  readonly outDir: string;
  readonly cacheDir: string;
  /** The column, read and checked already. */
  readonly columnFile: string;
  /** Where those who make the other shares find the pages that an earlier build of the same code has left. */
  readonly keptFile: string;
  /** Where to tell what was made (`ShareReport`). */
  readonly reportFile: string;
}

/** One finished page or file, with all it depends on. */
export interface MadePage {
  /** Path below `dist/`. */
  readonly file: string;
  /** The page may stay while its file has this. */
  readonly stamp: Stamp;
  /** Of its bytes. */
  readonly sha256: string;
  /** Digest of what its route handed it. */
  readonly key: string;
  /** Names of the facts it read, and one digest of them all. */
  readonly facts: readonly string[];
  readonly digest: string;
}

export interface ShareReport {
  /** What was made, by address. */
  readonly made: Readonly<Record<string, MadePage>>;
  /** Addresses of the pages that can stay as an earlier build left them. */
  readonly kept: readonly string[];
  /** How many pages there are, made by all shares and kept. */
  readonly planned: number;
}

/** This process's share; nothing when Astro was started by hand and makes all. */
export function openShare(env: NodeJS.ProcessEnv = process.env): Share | undefined {
  const file = env[SHARE_ENV];
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Share) : undefined;
}
