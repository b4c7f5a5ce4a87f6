import { statSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What a task writes, it lists: each file with its digest, in the folder itself, so that a cache keeps both.
 * Whoever takes the folder compares it with the list, and takes nothing that is not on it.
 */

/** The list, in the folder that it lists. It is no part of a site. */
export const WRITTEN_FILE = 'written.sha256';

/** Lines that `sha256sum --check` reads, in the order of paths. */
export function writtenText(files: Iterable<readonly [path: string, sha256: string]>): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([path, sha256]) => `${digestLine(path, sha256)}\n`).join('');
}

/** Reads a list: SHA-256 by path. Nothing where a line of it is in another form, or where it was cut short. */
export function readWritten(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const files = new Map<string, string>();
  for (const line of lines) {
    const file = readDigestLine(line);
    if (!file) return undefined;
    files.set(file.path, file.sha256);
  }
  return files;
}

export function digestLine(path: string, sha256: string): string {
  return `${sha256}  ${path}`;
}

/** A path that leads out of the folder is none of it. */
export function readDigestLine(line: string): { path: string; sha256: string } | undefined {
  const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
  if (sha256 === undefined || path === undefined || !isInside(path)) return undefined;
  return { path, sha256 };
}

/** Whether a path with `/` stays below its folder. */
export function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.includes('\\') && !path.split('/').includes('..');
}

/** Names that a message lists before it only counts. */
const NAMED = 10;

/** Files for a message: the first ones by name. */
export function namedFiles(files: readonly string[]): string {
  return `${files.slice(0, NAMED).join('、')}${files.length > NAMED ? '……' : ''}`;
}

/** Those of the files that do not stand in the folder with as many bytes as were written. */
export function notStanding(
  folder: string,
  files: Iterable<readonly [path: string, bytes: number]>,
): string[] {
  const wrong: string[] = [];
  for (const [path, bytes] of files) {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== bytes) wrong.push(path);
  }
  return wrong;
}
