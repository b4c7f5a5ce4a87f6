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
  /** What of the query it stands for: questions for the same say nothing new of a document. */
  matter: string;
  /** How many characters of the query it explains. */
  explains: number;
}

/** What is asked of the index at most: each costs some kilobytes. */
const ASKED = 8;
/** Near terms of a question that are asked. */
const ROWS = 4;
/** How much of a question must be known, so that nonsense with one known word finds nothing. */
const ENOUGH = 0.6;
const PARTS = 2;
/** How much of what was typed a mended word must be, to stand for it. */
const WHOLE = 0.8;

/**
 * @param mend whether something in the query may be wrong: not where it was found as it stands
 * @returns the questions to ask beside the query itself, the likeliest first; none for nonsense
 */
export function nearQuestions(query: string, words: Words, mend = true): NearQuestion[] {
  const read = readQuestion(query, words);
  const asked = new Map<string, NearQuestion>();
  const add: Add = (terms, tier, explained = {}) => {
    const said = terms.join(' ');
    const folded = [...new Set(terms.map(fold))];
    const key = folded.join(' ');
    if (key === '' || key === read.text || asked.has(key)) return;
    const { matter = said, explains = folded.join('').length } = explained;
    asked.set(key, { terms: folded, said, tier, matter, explains });
  };
  if (read.known > ENOUGH) askKnown(read, words, add);
  askApart(read, words, add);
  if (mend) {
    for (const word of mended(read.text, read.pieces, words)) {
      // Where all is known nothing is wrong; where most is, what mends the whole of it is meant.
      const whole = word.length >= WHOLE * read.text.length;
      const tier = read.known <= ENOUGH || (whole && read.known < 1) ? 0 : 3;
      add([word], tier);
      const meant = { matter: word, explains: word.length };
      askOfficial(readQuestion(word, words), (terms, at) => add(terms, at, meant), tier);
    }
  }
  return [...asked.values()].sort((a, b) => a.tier - b.tier).slice(0, ASKED);
}

type Add = (
  terms: readonly string[],
  tier: number,
  explained?: Partial<Pick<NearQuestion, 'matter' | 'explains'>>,
) => void;

function askOfficial({ said }: ReadQuestion, add: Add, from = 0): void {
  for (const { term, length, within } of said.slice(0, ROWS)) {
    const likeliest = length === said[0]?.length;
    const explained = { matter: term.official.join(' '), explains: within ? 0 : length };
    // The first of the words is the matter, the others are what it belongs to.
    term.official.forEach((word, at) => {
      add([word], from + (likeliest ? (at === 0 ? 1 : 1.5) : 2), explained);
    });
  }
}

/** 低保 公示: one of the words that were typed apart is said officially, and the others stay. */
function askApart({ text }: ReadQuestion, words: Words, add: Add): void {
  const parts = text.split(' ');
  if (parts.length < 2) return;
  parts.forEach((part, at) => {
    const { said, known } = readQuestion(part, words);
    if (known <= ENOUGH) return;
    for (const word of said.slice(0, ROWS).flatMap(({ term }) => term.official)) {
      add(
        parts.map((each, index) => (index === at ? word : each)),
        1,
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
    add(pieces, most ? 0 : pieces.length === 1 ? 1.5 : 2);
  }
  askOfficial(read, add);
  const inside = [...words.names]
    .filter((name) => name.length > 1 && text.includes(name))
    .sort((a, b) => b.length - a.length);
  for (const name of inside.slice(0, PARTS)) {
    if (name.length * 2 >= pieces.join('').length) add([name], 3);
  }
}
