/** Sorted words of stretches of documents, one after another, become those of all. */
import type { SortedWords } from './postings.ts';

/** One word with all its places: `places[i]` is in the record `records[i]`; both rise. */
export interface Posting {
  word: string;
  records: Uint32Array;
  places: Uint32Array;
}

/** A stretch that is being read, `at` its next word. */
interface Cursor {
  readonly stretch: SortedWords;
  /** Records of the stretches before it. */
  readonly before: number;
  at: number;
}

/** All words in order. The records of each stretch are counted on from those before it. */
export function* mergeWords(stretches: readonly SortedWords[]): Generator<Posting> {
  let before = 0;
  const open = stretches.map((stretch): Cursor => {
    const cursor = { stretch, before, at: 0 };
    before += stretch.count;
    return cursor;
  });
  const having: Cursor[] = [];
  for (;;) {
    let least: string | undefined;
    having.length = 0;
    for (const cursor of open) {
      const word = cursor.stretch.words[cursor.at];
      if (word === undefined || (least !== undefined && word > least)) continue;
      if (word !== least) having.length = 0;
      least = word;
      having.push(cursor);
    }
    if (least === undefined) return;
    yield { word: least, ...placesOf(having) };
    for (const cursor of having) cursor.at += 1;
  }
}

/** Where the word stands at which these are. */
function placesOf(cursors: readonly Cursor[]): Omit<Posting, 'word'> {
  const parts = cursors.map(({ stretch, at, before }) => {
    const range = [stretch.starts[at], stretch.starts[at + 1]] as const;
    const records = stretch.records.subarray(...range);
    return {
      records: before === 0 ? records : records.map((record) => record + before),
      places: stretch.places.subarray(...range),
    };
  });
  return {
    records: joined(parts.map(({ records }) => records)),
    places: joined(parts.map(({ places }) => places)),
  };
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
