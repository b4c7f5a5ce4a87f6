import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

/** Files that may wait to be compressed and written. */
const WAITING = 64;
/** One per cent larger than zlib's usual level, in half of its time. */
const LEVEL = 4;

const compress = promisify(gzip);

/** Compresses files and writes several at a time. */
export class Files {
  readonly #folder: string;
  readonly #open = new Set<Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** A file that is compressed on one of the threads which Node has for it. */
  large(name: string, bytes: Buffer): Promise<void> {
    return this.#add(compress(bytes, { level: LEVEL }).then((data) => this.#write(name, data)));
  }

  /** One of many small files, for which asking another thread takes longer than the work. */
  small(name: string, bytes: Buffer): Promise<void> {
    return this.#add(this.#write(name, gzipSync(bytes)));
  }

  async done(): Promise<void> {
    await Promise.all(this.#open);
  }

  #write(name: string, data: Buffer): Promise<void> {
    return writeFile(join(this.#folder, name), data);
  }

  async #add(writing: Promise<void>): Promise<void> {
    const work = writing.finally(() => this.#open.delete(work));
    this.#open.add(work);
    if (this.#open.size >= WAITING) await Promise.race(this.#open);
  }
}
