import { createHash } from 'node:crypto';
import type { DataFile } from '../files/table-files.ts';

/** How large a file is and what is in it. */
export interface Weight {
  readonly bytes: number;
  readonly sha256: string;
}

/** What was written of the data, by path: the catalogue tells of each file how large it is and its digest. */
export class Weights {
  readonly #known = new Map<string, Weight>();

  add({ path, bytes }: DataFile): void {
    const data = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    const sha256 = createHash('sha256').update(data).digest('hex');
    this.#known.set(path, { bytes: data.byteLength, sha256 });
  }

  /** Hands files on, and keeps what they weigh. */
  *through(files: Iterable<DataFile>): Generator<DataFile> {
    for (const file of files) {
      this.add(file);
      yield file;
    }
  }

  of(path: string): Weight | undefined {
    return this.#known.get(path);
  }

  /** The years that a table was also written by, newest first: `data/column/entries/2023.csv`. */
  years(file: string): string[] {
    const start = `${file}/`;
    return [...this.#known.keys()]
      .filter((path) => path.startsWith(start) && path.endsWith('.csv'))
      .map((path) => path.slice(start.length, -'.csv'.length));
  }
}
