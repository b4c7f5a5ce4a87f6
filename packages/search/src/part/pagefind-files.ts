/**
 * The two kinds of files that Pagefind's reader searches in, written by ourselves: its own indexer
 * holds some 400 bytes for each character of a text and uses one core. The layout is that of
 * Pagefind 1.6.0 (`pagefind_web/src/index.rs` and `metadata.rs`).
 */
import { CborWriter } from './cbor.ts';
import type { Posting } from './merge.ts';

/** The version whose files these are; the one that is installed must be the same. */
export const PAGEFIND_VERSION = '1.6.0';

/** Words are put into one file up to this size, before it is compressed. */
const CHUNK_BYTES = 20_000;

/** One file of words. */
export interface Chunk {
  name: string;
  from: string;
  to: string;
  bytes: Uint8Array;
}

/** Words in order, put together in files. */
export function* wordChunks(postings: Iterable<Posting>): Generator<Chunk> {
  const words = new CborWriter();
  let [count, serial, from, to] = [0, 0, '', ''];
  const chunk = (): Chunk => {
    const head = new CborWriter();
    head.list(1);
    head.list(count);
    const bytes = Buffer.concat([head.bytes(), words.bytes()]);
    const name = serial.toString(36);
    serial += 1;
    count = 0;
    words.clear();
    return { name, from, to, bytes };
  };
  for (const posting of postings) {
    if (count === 0) from = posting.word;
    to = posting.word;
    writeWord(words, posting);
    count += 1;
    if (words.length >= CHUNK_BYTES) yield chunk();
  }
  if (count > 0) yield chunk();
}

/** `[word, [[records passed over, [places, each counted from the last]]]]` */
function writeWord(cbor: CborWriter, { word, records, places }: Posting): void {
  cbor.list(2);
  cbor.text(word);
  let different = 0;
  for (let i = 0; i < records.length; i += 1) if (records[i] !== records[i - 1]) different += 1;
  cbor.list(different);
  let lastRecord = 0;
  for (let i = 0; i < records.length; ) {
    const record = records[i] as number;
    let end = i + 1;
    while (records[end] === record) end += 1;
    cbor.list(2);
    cbor.number(record - lastRecord);
    cbor.list(end - i);
    let lastPlace = 0;
    for (; i < end; i += 1) {
      const place = places[i] as number;
      cbor.number(place - lastPlace);
      lastPlace = place;
    }
    lastRecord = record;
  }
}

/** What the reader loads first: its records and which words are in which file. */
export function metadata(records: number, chunks: readonly Omit<Chunk, 'bytes'>[]): Uint8Array {
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
  for (const { from, to, name } of chunks) {
    cbor.list(3);
    for (const text of [from, to, name]) cbor.text(text);
  }
  // No filters, sorts or fields of its own: facts.ts has what we need of them.
  for (let i = 0; i < 3; i += 1) cbor.list(0);
  return cbor.bytes();
}
