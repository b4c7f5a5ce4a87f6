import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Standard } from './standard.ts';

/** Where the standard is kept as it was read: a cache, safe to delete. */
const FILE = join(import.meta.dirname, '../../../node_modules/.cache/columns/standard.json');

/**
 * Reads the standard, or takes what an earlier process has read from the very same files with the
 * very same code: reading YAML would be half of what a small task has to do.
 */
export function remembered(
  dir: string,
  read: (dir: string) => Standard,
  file: string = FILE,
): Standard {
  const key = digestOf([dir, import.meta.dirname]);
  const kept = key === undefined ? undefined : load(file, key);
  if (kept) return kept;
  const standard = read(dir);
  if (key !== undefined) save(file, { key, standard });
  return standard;
}

interface Kept {
  readonly key: string;
  readonly standard: Standard;
}

function load(file: string, key: string): Standard | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.key === key ? kept.standard : undefined;
  } catch {
    // None yet, or one that was cut short.
    return undefined;
  }
}

/** A folder that cannot be written to only costs time. */
function save(file: string, kept: Kept): void {
  const fresh = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(fresh, JSON.stringify(kept));
    renameSync(fresh, file);
  } catch {
    // The next process reads all anew.
  }
}

/** One digest of all files below some folders; none where folders cannot be listed. */
function digestOf(folders: readonly string[]): string | undefined {
  try {
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .sort()
        .map((file) => [file.slice(folder.length), hash('sha256', readFileSync(file))]),
    );
    return hash('sha256', JSON.stringify(files));
  } catch {
    return undefined;
  }
}
