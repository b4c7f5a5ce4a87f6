/** The words of a part, put together from its stretches and written in the form of Pagefind's reader. */
import { join } from 'node:path';
import { writeLarge, writeSmall } from './files.ts';
import { mergeWords, WordWriter } from './merge.ts';
import { wordChunks } from './pagefind-files.ts';
import { SIGNATURE, SIZES_FILE, WORD_FILES, type WordFiles, writeSizes } from './reader-files.ts';
import { readWords } from './stretch.ts';

export interface WordsToWrite {
  /** Folders of the part's stretches, newest first. */
  readonly stretches: readonly string[];
  /** The part's own, with a folder `index`. */
  readonly folder: string;
  /** Whose files these are: every `lanes`-th, counted from `lane`. */
  readonly lane: number;
  readonly lanes: number;
}

/**
 * Writes one lane's files of words; the first lane also says what is in all of them. Each lane merges all
 * words: that takes less than to hand them from one thread to another.
 */
export function writeWords({ stretches: from, folder, lane, lanes }: WordsToWrite): void {
  const stretches = from.map(readWords);
  const writer = new WordWriter(stretches);
  const chunks = wordChunks(mergeWords(stretches), writer);
  for (let at = lane; at < chunks.length; at += lanes) {
    const { name, words } = chunks[at] as (typeof chunks)[number];
    writeLarge(join(folder, `index/${name}.pf_index`), Buffer.from(SIGNATURE), writer.write(words));
  }
  if (lane > 0) return;
  const records = stretches.reduce((sum, { count }) => sum + count, 0);
  const last = chunks.map(({ words }) => words.at(-1)?.word ?? '').join(' ');
  const files: WordFiles = { records, last };
  writeSmall(join(folder, WORD_FILES), JSON.stringify(files));
  const sizes = writeSizes(chunks.map(({ size }) => size));
  writeSmall(join(folder, SIZES_FILE), JSON.stringify(sizes));
}
