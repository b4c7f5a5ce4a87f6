import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

/** Whose sources decide how a page looks, beside the versions in the lockfile. */
const PACKAGES = ['@columns/content', '@columns/export', '@columns/search', '@columns/standard'];
/** What an app's folder holds that is made, not written: other tasks change it while pages are built. */
const MADE = /^(?:\.|node_modules$|dist(?:-|$))/;
const SOURCES = new Set(['src', 'data', 'public', 'package.json']);

/** One digest of all that makes pages of a column: our code, its dependencies, the app, settings. */
export function codeDigest(app: string, settings: unknown): string {
  const digest = createHash('sha256');
  digest.update(JSON.stringify([process.version, settings]));
  addOurs(digest);
  for (const name of readdirSync(app).sort()) {
    if (!MADE.test(name)) addTree(digest, join(app, name), app);
  }
  const lockfile = findUp(app, 'pnpm-lock.yaml');
  if (lockfile !== undefined) digest.update(readFileSync(lockfile));
  return digest.digest('hex');
}

/** One digest of our code: what makes pages of every column alike. */
export function ownDigest(): string {
  const digest = createHash('sha256');
  addOurs(digest);
  return digest.digest('hex');
}

/** A digest of the sources of one of our packages: what it makes is as before while they are. */
export function sourcesDigest(name: string): string {
  const folder = dirname(findPackageJSON(name, import.meta.url) ?? '');
  const digest = createHash('sha256');
  addTree(digest, join(folder, 'src'), folder);
  return digest.digest('hex');
}

type Digest = ReturnType<typeof createHash>;

function addOurs(digest: Digest): void {
  const theme = join(import.meta.dirname, '../..');
  const packages = PACKAGES.map((name) => dirname(findPackageJSON(name, import.meta.url) ?? ''));
  for (const folder of [theme, ...packages]) {
    for (const name of readdirSync(folder).sort()) {
      if (SOURCES.has(name)) addTree(digest, join(folder, name), folder);
    }
  }
}

function addTree(digest: Digest, path: string, from: string): void {
  const entries = readdirIfFolder(path);
  if (entries === undefined) {
    digest.update(`${relative(from, path).split(sep).join('/')}\0`).update(readFileSync(path));
    return;
  }
  for (const name of entries.sort()) addTree(digest, join(path, name), from);
}

function readdirIfFolder(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function findUp(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return join(at, name);
    if (at === dirname(at)) return undefined;
  }
}
