/**
 * The files of words that Pagefind's reader searches in, written by ourselves: its own indexer
 * holds some 400 bytes for each character of a text and uses one core. The layout is that of
 * Pagefind 1.6.0 (`pagefind_web/src/index.rs`).
 */
import type { MergedWord, WordWriter } from './merge.ts';
import { wordFile } from './reader-files.ts';

/** Words are put into one file up to this size, before it is compressed. */
const CHUNK_BYTES = 10_000;
/** A word as large as this has a file of its own: whoever asks for it needs nothing of what stands before it. */
const ALONE_BYTES = 40_000;

/** One file of words. */
export interface Chunk {
  readonly name: string;
  readonly words: readonly MergedWord[];
  /** Bytes before it is compressed, nearly. */
  readonly size: number;
}

/** Words in order, put together in files. */
export function wordChunks(words: readonly MergedWord[], writer: WordWriter): Chunk[] {
  const chunks: Chunk[] = [];
  let [open, size] = [[] as MergedWord[], 0];
  const close = () => {
    if (open.length > 0) chunks.push({ name: wordFile(chunks.length), words: open, size });
    [open, size] = [[], 0];
  };
  for (const word of words) {
    const own = writer.size(word);
    if (own >= ALONE_BYTES) close();
    open.push(word);
    size += own;
    if (size >= CHUNK_BYTES) close();
  }
  close();
  return chunks;
}
