/** A stretch of documents: read, cut and sorted, kept as a folder for the part that it belongs to. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { cardFile, type SearchDocument } from '../document.ts';
import { Files } from './files.ts';
import { Postings, type SortedWords } from './postings.ts';
import { recordsOf } from './records.ts';

export interface Words {
  sorted: SortedWords;
  /** For each document the lengths of its records' titles, the first its own. */
  lengths: number[][];
}

const WORDS = 'words.v8';

/** Makes the folder of a stretch: its words, and the cards by each document's place in it. */
export async function makeStretch(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<void> {
  const half = `${folder}.${process.pid}.tmp`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'cards'), { recursive: true });
  const files = new Files(half);
  const postings = new Postings();
  const lengths: number[][] = [];
  for (const [index, document] of documents.entries()) {
    const own: number[] = [];
    for (const { texts, card } of recordsOf(document)) {
      const name = cardFile(index, own.push(postings.add(texts)) - 1);
      await files.small(name, Buffer.from(JSON.stringify(card)));
    }
    lengths.push(own);
  }
  await files.done();
  const words: Words = { sorted: postings.sorted(), lengths };
  writeFileSync(join(half, WORDS), serialize(words));
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  renameSync(half, folder);
}

/** The words of a stretch that was made. */
export function readStretch(folder: string): Words {
  return deserialize(readFileSync(join(folder, WORDS)));
}
