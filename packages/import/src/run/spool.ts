import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Reading } from './reading.ts';

/** What of a reading is decided by; the rest stays on the disk until its turn comes. */
export interface Gist {
  /** Digests of the words of its drafts, in their order. */
  readonly words: readonly string[];
  /** Files that it names, by their paths. */
  readonly beside: readonly string[];
  readonly failed: boolean;
  /** Of its words; absent where it was not weighed. */
  readonly characters?: number;
}

/**
 * Readings of a run on the disk, each by what it was made of. A run that was cut off has them still, and a
 * folder of any size needs no more memory than its largest files.
 */
export class Spool {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** A file whose name is there is whole. */
  put(key: string, reading: Reading): Gist {
    const gist = gistOf(reading);
    for (const [name, value] of [
      [key, reading],
      [`${key}.gist`, gist],
    ] as const) {
      const file = join(this.#folder, name);
      writeFileSync(`${file}.part`, serialize(value));
      renameSync(`${file}.part`, file);
    }
    return gist;
  }

  /** The gist of an earlier reading, if none of the files that it took with it has changed since. */
  gist(key: string): Gist | undefined {
    const file = join(this.#folder, `${key}.gist`);
    const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (made === undefined) return undefined;
    const gist = deserialize(readFileSync(file)) as Gist;
    const isOld = (path: string) =>
      (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? made) < made;
    return gist.beside.every(isOld) ? gist : undefined;
  }

  take(key: string): Reading {
    return deserialize(readFileSync(join(this.#folder, key))) as Reading;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function gistOf({ drafts, failure, characters = 0 }: Reading): Gist {
  const balances = drafts.flatMap(({ draft }) => draft.balance ?? []);
  const weighed = balances.reduce((sum, { source }) => sum + source, characters);
  return {
    words: drafts.map(({ words }) => words),
    beside: [...new Set(drafts.flatMap(({ draft }) => draft.beside))],
    failed: failure !== undefined,
    ...(weighed > 0 && { characters: weighed }),
  };
}
