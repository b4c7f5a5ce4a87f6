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
  readonly #made = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Moves a file here. */
  take(from: string, file: string): void {
    renameSync(from, this.#path(file));
  }

  /** Writes a file anew: whatever is linked to the one before stays as it is. */
  write(file: string, data: Uint8Array): void {
    const path = this.#path(file);
    rmSync(path, { force: true });
    writeFileSync(path, data);
  }

  /** The same file here too: nothing is written twice. A disk without links takes a copy. */
  link(from: string, file: string): void {
    const path = join(this.#root, file);
    // In a new folder nothing is there, and a second look at thousands of files takes its time.
    if (lstatSync(path, { throwIfNoEntry: false })) {
      if (isOneFile(from, path)) return;
      rmSync(path);
    }
    this.#path(file);
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

  #path(file: string): string {
    const path = join(this.#root, file);
    const parent = dirname(path);
    if (!this.#made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    return path;
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
