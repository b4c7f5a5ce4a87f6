import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Files that may wait to be compressed and written. */
const WAITING = 64;

const compress = promisify(gzip);

/** Compresses and writes several files at a time, on the threads that Node has for it. */
export class Files {
  readonly #folder: string;
  readonly #open = new Set<Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const work = compress(bytes)
      .then((compressed) => writeFile(join(this.#folder, name), compressed))
      .finally(() => this.#open.delete(work));
    this.#open.add(work);
    if (this.#open.size >= WAITING) await Promise.race(this.#open);
  }

  async done(): Promise<void> {
    await Promise.all(this.#open);
  }
}
