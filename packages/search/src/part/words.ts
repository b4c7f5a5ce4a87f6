/** The words of a stretch, each with its places in the form in which Pagefind's reader takes them. */
import { CborWriter } from './cbor.ts';
import type { SortedWords } from './postings.ts';

/**
 * Plain data, to be kept. Of a word's places only where the first record stands depends on what comes
 * before the stretch, so a part copies all the rest.
 */
export interface StretchWords {
  /** How many records the numbers count. */
  readonly count: number;
  /** In the order in which the reader looks for them. */
  readonly words: readonly string[];
  /** Of each word: how many records have it, the first of them, and the last. */
  readonly having: Uint32Array<ArrayBuffer>;
  readonly firsts: Uint32Array<ArrayBuffer>;
  readonly lasts: Uint32Array<ArrayBuffer>;
  /** The bytes of `words[i]` are those from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** The first record's places, then `[records passed over, places]` for each further one. */
  readonly bytes: Uint8Array;
}

export function encodeWords({ count, words, starts, records, places }: SortedWords): StretchWords {
  const cbor = new CborWriter();
  const [having, firsts, lasts] = [0, 0, 0].map(() => new Uint32Array(words.length)) as Three;
  const from = new Uint32Array(words.length + 1);
  for (let word = 0; word < words.length; word += 1) {
    const end = starts[word + 1] as number;
    let last = -1;
    for (let at = starts[word] as number; at < end; ) {
      const record = records[at] as number;
      let next = at + 1;
      while (next < end && records[next] === record) next += 1;
      if (last < 0) firsts[word] = record;
      else {
        cbor.list(2);
        cbor.number(record - last);
      }
      writePlaces(cbor, places, at, next);
      having[word] = (having[word] as number) + 1;
      last = record;
      at = next;
    }
    lasts[word] = last;
    from[word + 1] = cbor.length;
  }
  return { count, words, having, firsts, lasts, starts: from, bytes: cbor.bytes() };
}

type Three = [Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>, Uint32Array<ArrayBuffer>];

/** Each place counted from the one before. */
function writePlaces(cbor: CborWriter, places: Uint32Array, from: number, to: number): void {
  cbor.list(to - from);
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const place = places[at] as number;
    cbor.number(place - last);
    last = place;
  }
}
