/**
 * The two kinds of files that Pagefind's reader searches in, written by ourselves: its own indexer
 * holds some 400 bytes for each character of a text and uses one core. The layout is that of
 * Pagefind 1.6.0 (`pagefind_web/src/index.rs` and `metadata.rs`).
 */
import { CborWriter } from './cbor.ts';
import type { MergedWord, WordWriter } from './merge.ts';

/** The version whose files these are; the one that is installed must be the same. */
export const PAGEFIND_VERSION = '1.6.0';

/** Words are put into one file up to this size, before it is compressed. */
const CHUNK_BYTES = 20_000;

/** One file of words. */
export interface Chunk {
  readonly name: string;
  readonly words: readonly MergedWord[];
}

/** Words in order, put together in files. */
export function wordChunks(words: readonly MergedWord[], writer: WordWriter): Chunk[] {
  const chunks: Chunk[] = [];
  let [open, size] = [[] as MergedWord[], 0];
  const close = () => {
    if (open.length > 0) chunks.push({ name: chunks.length.toString(36), words: open });
    [open, size] = [[], 0];
  };
  for (const word of words) {
    open.push(word);
    size += writer.size(word);
    if (size >= CHUNK_BYTES) close();
  }
  close();
  return chunks;
}

/** What the reader loads first: its records and which words are in which file. */
export function metadata(records: number, chunks: readonly Chunk[]): Uint8Array {
  const cbor = new CborWriter();
  cbor.list(6);
  cbor.text(PAGEFIND_VERSION);
  cbor.list(records);
  for (let record = 0; record < records; record += 1) {
    cbor.list(3);
    cbor.text(record.toString(36));
    cbor.number(1);
    cbor.text('');
  }
  cbor.list(chunks.length);
  for (const { name, words } of chunks) {
    cbor.list(3);
    for (const text of [words[0]?.word, words.at(-1)?.word, name]) cbor.text(text ?? '');
  }
  // No filters, sorts or fields of its own: facts.ts has what we need of them.
  for (let i = 0; i < 3; i += 1) cbor.list(0);
  return cbor.bytes();
}
