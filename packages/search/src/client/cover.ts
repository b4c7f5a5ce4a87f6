/**
 * Which pairs of a term are asked for. A term stands where its pairs stand as far apart as in the term; for that each
 * of its characters must be in one of them, but not in two: of 义务教育 义务 and 教育 are enough.
 */
import { sizeOf, type WordFiles, wordsIn } from '../part/reader-files.ts';

/** A pair of a term, or its only character. */
export interface AskedWord {
  word: string;
  /** How many characters of the term stand before it. */
  at: number;
  file: string;
  /** What the file is likely to have. */
  bytes: number;
}

/**
 * Bytes of files of words that are asked for at once. Rare pairs leave few documents, of which it is cheaper to read
 * the text than to ask where the frequent ones stand.
 */
export const AT_ONCE = 60_000;

/** What a file of words may have where nothing tells its size: one that a frequent word fills, and any other. */
const [FULL, USUAL] = [40_000, 12_000];

/**
 * The pairs of a phrase that hold all its characters in the smallest files, the smallest first; nothing where one of them
 * stands nowhere.
 * @param sizes of the files, as `reader-files.ts` writes them
 */
export function coverOf(
  files: WordFiles,
  sizes: string | undefined,
  phrase: string,
): AskedWord[] | undefined {
  const words: AskedWord[] = [];
  for (const [at, { word, file, ends }] of wordsIn(files, phrase).entries()) {
    if (file === undefined) return undefined;
    const usual = ends ? FULL : USUAL;
    words.push({ word, at, file, bytes: sizes ? sizeOf(sizes, file) : usual });
  }
  // Taken apart, for `.at` reads like the method that older browsers lack.
  return cheapest(words).sort(
    ({ bytes: one, at: first }, { bytes: two, at: second }) => one - two || first - second,
  );
}

/** With the first and the last of them, and of two that follow each other at least one. */
function cheapest(words: readonly AskedWord[]): AskedWord[] {
  // For each word what it costs to come so far, and from which one.
  const ways: { sum: number; from: number }[] = [];
  for (const [at, { bytes }] of words.entries()) {
    const [one, two] = [ways[at - 1]?.sum ?? 0, ways[at - 2]?.sum ?? Number.POSITIVE_INFINITY];
    ways.push({ sum: bytes + Math.min(one, two), from: two <= one ? at - 2 : at - 1 });
  }
  const chosen: AskedWord[] = [];
  for (let at = words.length - 1; at >= 0; at = ways[at]?.from ?? -1) {
    chosen.push(words[at] as AskedWord);
  }
  return chosen;
}

/** The first words that fit into so many bytes, one at least. */
export function firstOf(words: readonly AskedWord[], most = AT_ONCE): AskedWord[] {
  const files = new Set<string>();
  let sum = 0;
  const end = words.findIndex(({ file, bytes }) => {
    if (!files.has(file)) sum += bytes;
    const fits = files.size === 0 || sum <= most;
    files.add(file);
    return !fits;
  });
  return words.slice(0, end < 0 ? words.length : end);
}

/** Places at which a term may begin, by record; both rise. */
export type Begins = ReadonlyMap<number, readonly number[]>;

/** Those of which a word stands as far on as in the term. */
export function narrowed(begins: Begins | undefined, word: Begins, at: number): Begins {
  const left = new Map<number, readonly number[]>();
  if (begins === undefined) {
    for (const [record, places] of word) {
      const own = places.filter((place) => place >= at).map((place) => place - at);
      if (own.length > 0) left.set(record, own);
    }
    return left;
  }
  for (const [record, places] of begins) {
    const there = new Set(word.get(record));
    const own = there.size === 0 ? [] : places.filter((place) => there.has(place + at));
    if (own.length > 0) left.set(record, own);
  }
  return left;
}
