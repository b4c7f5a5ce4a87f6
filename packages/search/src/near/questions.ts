/** The questions that are asked beside what was typed. */
import { fold } from '../fold.ts';
import { mended } from './mend.ts';
import { type ReadQuestion, readQuestion } from './question.ts';
import type { Words } from './words.ts';

export interface NearQuestion {
  /** Folded terms, all of which a document must have. */
  terms: readonly string[];
  /** What the reader is told: 最低生活保障. */
  said: string;
  /**
   * Better answers first: 0 the matter itself, 1 its official word, 1.5 further ones, 2 what may be meant, 3 a
   * part of it.
   */
  tier: number;
  /** Which characters of the query it answers. */
  covers: readonly number[];
}

/** What is asked of the index at most: each costs some kilobytes. */
const ASKED = 8;
/** Near terms of a question that are asked. */
const ROWS = 4;
const PARTS = 2;
/** How much of what was typed a mended word must be, to stand for it. */
const WHOLE = 0.8;

/**
 * @param read the query, read by these words
 * @param mend whether something in the query may be wrong: not where it was found as it stands
 * @returns the questions to ask beside the query itself, the likeliest first; none for nonsense
 */
export function nearQuestions(read: ReadQuestion, words: Words, mend = true): NearQuestion[] {
  const asked = new Map<string, NearQuestion>();
  const add: Add = (terms, tier, covers) => {
    const folded = [...new Set(terms.map(fold))];
    const key = folded.join(' ');
    if (key === '' || key === read.text || asked.has(key)) return;
    asked.set(key, { terms: folded, said: terms.join(' '), tier, covers });
  };
  const all = placesOf(read.text, read.text);
  if (read.understood) askKnown(read, words, add);
  askApart(read, words, add);
  if (mend) {
    for (const word of mended(read.text, read.pieces, words)) {
      // Where all is known nothing is wrong; where most is, what mends the whole of it is meant.
      const whole = word.length >= WHOLE * read.text.length;
      const tier = !read.understood || (whole && read.known < 1) ? 0 : 3;
      add([word], tier, all);
      askOfficial(readQuestion(word, words), (terms, at) => add(terms, at, all), tier);
    }
  }
  return [...asked.values()].sort((a, b) => a.tier - b.tier).slice(0, ASKED);
}

type Add = (terms: readonly string[], tier: number, covers: readonly number[]) => void;

/** Where in a text the characters of a word stand. */
function placesOf(text: string, word: string): number[] {
  const start = text.indexOf(word);
  return start < 0 ? [] : Array.from(word, (_, at) => start + at);
}

function askOfficial({ said }: ReadQuestion, add: Add, from = 0): void {
  for (const { term, length, places } of said.slice(0, ROWS)) {
    const likeliest = length === said[0]?.length;
    // The first of the words is the matter, the others are what it belongs to.
    term.official.forEach((word, at) => {
      add([word], from + (likeliest ? (at === 0 ? 1 : 1.5) : 2), places);
    });
  }
}

/** 低保 公示: one of the words that were typed apart is said officially, and the others stay. */
function askApart({ text }: ReadQuestion, words: Words, add: Add): void {
  const parts = text.split(' ');
  if (parts.length < 2) return;
  parts.forEach((part, at) => {
    const { said, understood } = readQuestion(part, words);
    if (!understood) return;
    for (const word of said.slice(0, ROWS).flatMap(({ term }) => term.official)) {
      add(
        parts.map((each, index) => (index === at ? word : each)),
        1,
        placesOf(text, text),
      );
    }
  });
}

function askKnown(read: ReadQuestion, words: Words, add: Add): void {
  const { pieces, text, said } = read;
  const [piece = ''] = pieces;
  // What is left of 小学报名 is 小学: an everyday word that says more goes first.
  if (pieces.length > 0) {
    const most = pieces.length === 1 && piece.length >= (said[0]?.length ?? 0);
    const covers = pieces.flatMap((each) => placesOf(text, each));
    add(pieces, most ? 0 : pieces.length === 1 ? 1.5 : 2, covers);
  }
  askOfficial(read, add);
  const inside = [...words.names]
    .filter((name) => name.length > 1 && text.includes(name))
    .sort((a, b) => b.length - a.length);
  for (const name of inside.slice(0, PARTS)) {
    if (name.length * 2 >= pieces.join('').length) add([name], 3, placesOf(text, name));
  }
}
