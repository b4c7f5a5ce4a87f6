/** The words of a part, put together from its stretches and written in the form of Pagefind's reader. */
import { join } from 'node:path';
import { LANGUAGE } from '../manifest.ts';
import { writeLarge } from './files.ts';
import { mergeWords, WordWriter } from './merge.ts';
import { metadata, wordChunks } from './pagefind-files.ts';
import { readWords } from './stretch.ts';

/** Begins every file of Pagefind once it is decompressed. */
const SIGNATURE = Buffer.from('pagefind_dcd');

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
    writeLarge(join(folder, `index/${name}.pf_index`), SIGNATURE, writer.write(words));
  }
  if (lane > 0) return;
  const records = stretches.reduce((sum, { count }) => sum + count, 0);
  const meta = metadata(records, chunks);
  writeLarge(join(folder, `pagefind.${LANGUAGE}.pf_meta`), SIGNATURE, meta);
}
