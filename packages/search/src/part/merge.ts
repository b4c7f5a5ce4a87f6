/** Sorted words of stretches of documents, one after another, become those of all. */
import { byUnits, type SortedWords } from './postings.ts';

/** One word with all its places: `places[i]` is in the record `records[i]`; both rise. */
export interface Posting {
  word: string;
  records: Uint32Array;
  places: Uint32Array;
}

/** All words in order. The records of each stretch are counted on from those before it. */
export function* mergeWords(stretches: readonly SortedWords[]): Generator<Posting> {
  let before = 0;
  const open = stretches.map((stretch) => {
    const cursor = { stretch, at: 0, before };
    before += stretch.count;
    return cursor;
  });
  for (;;) {
    const words = open.flatMap(({ stretch, at }) => stretch.words[at] ?? []);
    if (words.length === 0) return;
    const word = words.reduce((least, each) => (byUnits(each, least) < 0 ? each : least));
    const having = open.filter(({ stretch, at }) => stretch.words[at] === word);
    const parts = having.map(({ stretch, at, before: counted }) => {
      const range = [stretch.starts[at], stretch.starts[at + 1]] as const;
      const records = stretch.records.subarray(...range);
      return {
        records: counted === 0 ? records : records.map((record) => record + counted),
        places: stretch.places.subarray(...range),
      };
    });
    for (const cursor of having) cursor.at += 1;
    yield {
      word,
      records: joined(parts.map(({ records }) => records)),
      places: joined(parts.map(({ places }) => places)),
    };
  }
}

function joined(arrays: readonly Uint32Array[]): Uint32Array {
  const [only] = arrays;
  if (only !== undefined && arrays.length === 1) return only;
  const whole = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}
