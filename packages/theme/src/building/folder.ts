import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isOneFile } from '@columns/standard/one-file';

/** A folder that files are put into, by their paths below it; its folders are made once. */
export class Folder {
  readonly #root: string;
  /** Folders that are there, and whether nothing was in them before: in those nothing is looked for. */
  readonly #fresh = new Map<string, boolean>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Moves a file here. */
  take(from: string, file: string): void {
    renameSync(from, this.#place(file).path);
  }

  /** Writes a file anew: whatever is linked to the one before stays as it is. */
  write(file: string, data: Uint8Array): void {
    const { path, fresh } = this.#place(file);
    if (!fresh) rmSync(path, { force: true });
    writeFileSync(path, data);
  }

  /** The same file here too: nothing is written twice. A disk without links takes a copy. */
  link(from: string, file: string): void {
    const { path, fresh } = this.#place(file);
    // A second look at thousands of files takes its time.
    if (!fresh && lstatSync(path, { throwIfNoEntry: false })) {
      if (isOneFile(from, path)) return;
      rmSync(path);
    }
    try {
      linkSync(from, path);
    } catch {
      copyFileSync(from, path);
    }
  }

  /** Removes files, and folders that are empty then. */
  remove(files: readonly string[]): void {
    for (const file of files) {
      rmSync(join(this.#root, file), { force: true });
      this.#removeEmpty(dirname(file));
    }
  }

  #removeEmpty(folder: string): void {
    if (folder === '.') return;
    try {
      rmdirSync(join(this.#root, folder));
    } catch {
      // Something stands in it.
      return;
    }
    this.#removeEmpty(dirname(folder));
  }

  #place(file: string): { path: string; fresh: boolean } {
    const path = join(this.#root, file);
    const parent = dirname(path);
    let fresh = this.#fresh.get(parent);
    if (fresh === undefined) {
      fresh = mkdirSync(parent, { recursive: true }) !== undefined;
      this.#fresh.set(parent, fresh);
    }
    return { path, fresh };
  }
}

/** All files below a folder, sorted, with forward slashes; without those of a folder right below it. */
export function filesOf(folder: string, without?: string): string[] {
  const files: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && path !== without) walk(path);
    }
  };
  walk('');
  return files.sort();
}
