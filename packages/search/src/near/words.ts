/** The words by which near answers are found; made with the index, loaded when they are needed. */
import type { NearTerm } from '../near-terms.ts';

/** Ages somebody names, and the word that says them: 80岁 → 老人. */
export interface AgeWord {
  from: number;
  to: number;
  word: string;
}

export interface Words {
  /** Everyday words with the official ones. An everyday word of several parts has all of them. */
  near: readonly NearTerm[];
  /** What a question has beside its matter, the longest first. */
  fillers: readonly string[];
  /** Words that say the same, the one that stands for the others first. */
  alike: readonly (readonly string[])[];
  ages: readonly AgeWord[];
  /** Names of items, domains, units, towns, and the words of titles; the most telling first. */
  names: readonly string[];
  /** Of names that are written otherwise than folded, how: 怎么 for 怎幺. An older index has none. */
  written?: readonly string[];
  /** Folded names and everyday words that lead to nothing in this column: none is suggested. An older index has none. */
  silent?: readonly string[];
  /** For each syllable the characters that are read so: `{ bao: '保包宝' }`. */
  sounds: Readonly<Record<string, string>>;
}

export const NO_WORDS: Words = {
  near: [],
  fillers: [],
  alike: [],
  ages: [],
  names: [],
  sounds: {},
};
