/** A word that was looked for, and where it stands. */
export interface WordHit<T> {
  readonly index: number;
  readonly word: string;
  readonly of: T;
}

/** Finds any of many words in a text in one pass: a table of first two characters decides most of it. */
export class WordFinder<T> {
  readonly #pairs = new Uint8Array(0x10000);
  readonly #words = new Map<number, { word: string; of: T }[]>();

  constructor(words: Iterable<readonly [word: string, of: T]>) {
    for (const [word, of] of words) {
      if (word.length < 2) continue;
      const code = pairAt(word, 0);
      this.#pairs[code & 0xffff] = 1;
      const same = this.#words.get(code);
      if (same) same.push({ word, of });
      else this.#words.set(code, [{ word, of }]);
    }
    // The longest first, so that a name is not taken for a shorter one that it begins with.
    for (const same of this.#words.values()) same.sort((a, b) => b.word.length - a.word.length);
  }

  /** Every word of the list (of two characters or more), from left to right; they do not overlap. */
  find(text: string): WordHit<T>[] {
    const hits: WordHit<T>[] = [];
    const pairs = this.#pairs;
    for (let index = 0; index + 1 < text.length; index++) {
      const code = pairAt(text, index);
      if (pairs[code & 0xffff] === 0) continue;
      const found = this.#words.get(code)?.find(({ word }) => text.startsWith(word, index));
      if (!found) continue;
      hits.push({ index, ...found });
      index += found.word.length - 1;
    }
    return hits;
  }
}

/** Two characters as one number; its lower half tells most pairs apart. */
function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index) * 0x9e37 + text.charCodeAt(index + 1)) | 0;
}
