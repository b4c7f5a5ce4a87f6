/** A stretch of documents: read, cut and sorted, kept as a folder for the part that it belongs to. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cardFile, type SearchDocument } from '../document.ts';
import { writeSmall } from './files.ts';
import { Postings } from './postings.ts';
import { recordsOf } from './records.ts';
import { encodeWords, type StretchWords } from './words.ts';

export interface StretchToMake {
  /** Newest first. */
  readonly documents: readonly SearchDocument[];
  readonly folder: string;
}

/** The folder of the cards, as the index has it. */
export const CARDS = 'cards';
const WORDS = 'words.v8';
const LENGTHS = 'lengths.json';

/** Makes the folder of a stretch: its words, and the cards by each document's place in it. */
export function makeStretch({ documents, folder }: StretchToMake): void {
  const half = `${folder}.${process.pid}.tmp`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, CARDS), { recursive: true });
  const postings = new Postings();
  const lengths: number[][] = [];
  for (const [index, document] of documents.entries()) {
    const own: number[] = [];
    for (const { texts, card } of recordsOf(document)) {
      const name = cardFile(index, own.push(postings.add(texts)) - 1);
      writeSmall(join(half, CARDS, name), JSON.stringify(card));
    }
    lengths.push(own);
  }
  writeFileSync(join(half, WORDS), serialize(encodeWords(postings.sorted())));
  writeFileSync(join(half, LENGTHS), JSON.stringify(lengths));
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(half, folder);
}

/** The words of a stretch that was made. */
export function readWords(folder: string): StretchWords {
  return deserialize(readFileSync(join(folder, WORDS)));
}

/** For each document of a stretch the lengths of its records' titles, the first its own. */
export function readLengths(folder: string): number[][] {
  return JSON.parse(readFileSync(join(folder, LENGTHS), 'utf8'));
}
