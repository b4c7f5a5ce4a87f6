import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A built folder and the path it is published under. */
export interface BuiltSite {
  readonly folder: string;
  /** Starts and ends with `/`. */
  readonly base: string;
}

/** All files below a folder, by path with forward slashes, in order. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((child) => child.isFile())
    .map((child) => relative(folder, join(child.parentPath, child.name)).split(sep).join('/'))
    .sort();
}

/** Pages that readers get: frames (`frame/`) are only filled, never published. */
export function htmlFiles(files: Iterable<string>): string[] {
  return [...files].filter((file) => file.endsWith('.html') && !/(?:^|\/)frame\//u.test(file));
}

/** The address that a file answers at: `a/index.html` → `a/`. */
export function addressOfFile(file: string): string {
  return file.replace(/(^|\/)index\.html$/u, '$1');
}
