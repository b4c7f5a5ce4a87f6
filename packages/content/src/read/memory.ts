import { readFileSync, statSync } from 'node:fs';
import { withinBound } from './bounds.ts';
import type { EntryInput, EntryReading } from './entry.ts';

/**
 * What reading an entry gave before, so that a file which is the same is not read again. An answer
 * may only be given from memory when the bytes of the entry and of its CSV, the names and sizes of its
 * files, and everything else in `input` are the same; whoever keeps it must see to that.
 */
export interface EntryMemory {
  entry(
    input: Omit<EntryInput, 'bytes'>,
    path: string,
    read: (bytes: Uint8Array) => EntryReading,
  ): EntryReading;
}

/** Reads everything, each time. */
export const NO_MEMORY: EntryMemory = {
  entry: ({ file, csv }, path, read) => {
    withinBound(file, statSync(path).size);
    if (csv) withinBound(csv.path, csv.size);
    return read(readFileSync(path));
  },
};
