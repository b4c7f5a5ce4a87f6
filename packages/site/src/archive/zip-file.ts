import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Zip, ZipPassThrough } from 'fflate';

/** A part of a web archive as `datapackage.json` lists it. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/** A zip file written as it comes, nothing in it packed: readers of web archives jump into it. */
export class ZipFile {
  readonly resources: Resource[] = [];
  readonly #zip = new Zip();
  readonly #mtime: Date;
  readonly #file: FileHandle;
  #written: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, mtime: Date) {
    this.#file = file;
    this.#mtime = mtime;
    this.#zip.ondata = (error, chunk) => {
      if (error) this.#written = Promise.reject(error);
      else this.#written = this.#written.then(() => this.#file.write(chunk));
    };
  }

  /** @param day `2026-12-31`, of every file in it: a zip holds local times, so this is the same in every zone */
  static async create(file: string, day: string): Promise<ZipFile> {
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    return new ZipFile(await open(file, 'w'), new Date(year, month - 1, date));
  }

  async add(path: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const entry = new ZipPassThrough(path);
    entry.mtime = this.#mtime;
    this.#zip.add(entry);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.byteLength;
      entry.push(piece);
      await this.#written;
    }
    entry.push(new Uint8Array(), true);
    await this.#written;
    const name = path.slice(path.lastIndexOf('/') + 1);
    this.resources.push({ name, path, hash: `sha256:${hash.digest('hex')}`, bytes });
  }

  addText(path: string, text: string): Promise<void> {
    return this.add(path, [Buffer.from(text)]);
  }

  addFile(path: string, file: string): Promise<void> {
    return this.add(path, createReadStream(file));
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#written;
    await this.#file.close();
  }

  /** Leaves the file as it is: it is thrown away. */
  async stop(): Promise<void> {
    this.#zip.terminate();
    await this.#file.close().catch(() => undefined);
  }
}
