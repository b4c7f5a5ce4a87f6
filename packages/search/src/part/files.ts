import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Files that may wait to be written. */
const WAITING = 64;
/** One per cent larger than zlib's usual level, in half of its time. */
const LEVEL = 4;

/** Compresses files, at once since they are small and many, and writes several at a time. */
export class Files {
  readonly #folder: string;
  readonly #open = new Set<Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const compressed = gzipSync(bytes, { level: LEVEL });
    const work = writeFile(join(this.#folder, name), compressed).finally(() =>
      this.#open.delete(work),
    );
    this.#open.add(work);
    if (this.#open.size >= WAITING) await Promise.race(this.#open);
  }

  async done(): Promise<void> {
    await Promise.all(this.#open);
  }
}
