/** A stretch of a part's documents: read, cut and sorted in one thread, to be put together after. */
import { cardFile, type SearchDocument } from '../document.ts';
import type { Files } from './files.ts';
import { Postings, type SortedWords } from './postings.ts';
import { recordsOf } from './records.ts';

export interface Stretch {
  sorted: SortedWords;
  /** For each document the lengths of its records' titles, the first its own. */
  lengths: number[][];
}

/** Documents that follow each other; the first is the part's `from`-th. */
export interface StretchOf {
  documents: readonly SearchDocument[];
  from: number;
}

/** Writes the cards of the documents and gives their words. */
export async function makeStretch({ documents, from }: StretchOf, files: Files): Promise<Stretch> {
  const postings = new Postings();
  const lengths: number[][] = [];
  for (const [index, document] of documents.entries()) {
    const own: number[] = [];
    for (const { texts, card } of recordsOf(document)) {
      const name = cardFile(from + index, own.push(postings.add(texts)) - 1);
      await files.write(name, Buffer.from(JSON.stringify(card)));
    }
    lengths.push(own);
  }
  await files.done();
  return { sorted: postings.sorted(), lengths };
}
