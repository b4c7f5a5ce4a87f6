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
  /** Better answers first: 0 the matter itself, 1 its official word, 2 what may be meant, 3 a part of it. */
  tier: number;
}

/** What is asked of the index at most: each costs some kilobytes. */
const ASKED = 8;
/** Near terms of a question that are asked. */
const ROWS = 4;
/** How much of a question must be known, so that nonsense with one known word finds nothing. */
const ENOUGH = 0.6;
const PARTS = 2;

/**
 * @param mend whether something in the query may be wrong: not where it was found as it stands
 * @returns the questions to ask beside the query itself, the likeliest first; none for nonsense
 */
export function nearQuestions(query: string, words: Words, mend = true): NearQuestion[] {
  const read = readQuestion(query, words);
  const asked = new Map<string, NearQuestion>();
  const add = (terms: readonly string[], tier: number, said = terms.join(' ')) => {
    const key = terms.map(fold).join(' ');
    if (key !== '' && key !== read.text && !asked.has(key)) {
      asked.set(key, { terms: [...new Set(terms.map(fold))], said, tier });
    }
  };
  if (read.known > ENOUGH) askKnown(read, words, add);
  askApart(read, words, add);
  if (mend) {
    for (const word of mended(read.text, read.pieces, words)) {
      const tier = read.known > ENOUGH ? 3 : 0;
      add([word], tier);
      askOfficial(readQuestion(word, words), add, tier);
    }
  }
  return [...asked.values()].sort((a, b) => a.tier - b.tier).slice(0, ASKED);
}

type Add = (terms: readonly string[], tier: number, said?: string) => void;

function askOfficial({ said }: ReadQuestion, add: Add, from = 0): void {
  for (const { term, length } of said.slice(0, ROWS)) {
    const tier = from + (length === said[0]?.length ? 1 : 2);
    for (const word of term.official) add([word], tier);
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
  const { pieces, text } = read;
  if (pieces.length > 0) add(pieces, pieces.length === 1 ? 0 : 2);
  askOfficial(read, add);
  const inside = [...words.names]
    .filter((name) => name.length > 1 && text.includes(name))
    .sort((a, b) => b.length - a.length);
  for (const name of inside.slice(0, PARTS)) {
    if (name.length * 2 >= pieces.join('').length) add([name], 3);
  }
}
