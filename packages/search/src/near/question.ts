/** What a question is about: its matter without question words, and how much of it is known. */
import { fold } from '../fold.ts';
import type { NearTerm } from '../near-terms.ts';
import type { Words } from './words.ts';

/** A row of near terms that a question speaks of. */
export interface Said {
  term: NearTerm;
  /** Characters of the everyday words that it has. */
  length: number;
}

export interface ReadQuestion {
  /** The question in folded form, ages said in words; its parts apart by one space. */
  text: string;
  /** What is left without question words, in order. */
  pieces: readonly string[];
  /** Near terms it speaks of, the longest first. */
  said: readonly Said[];
  /** Share of its characters, question words not counted, that near terms and names explain. */
  known: number;
}

const SIGNS = /[\p{P}\p{S}]+/gu;
const AGE = /(\d{1,3}|[一二两三四五六七八九十百]{1,5})周?岁/gu;
const DIGITS = '零一二三四五六七八九';

/** Reads 八十二 as 82. @returns NaN where it is no number below 200 */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const parts = /^(一?百)?零?(?:([一二三四五六七八九两]?)(十))?([一二三四五六七八九两])?$/u.exec(
    text,
  );
  if (parts === null || text === '') return Number.NaN;
  const digit = (char: string | undefined) => DIGITS.indexOf(char === '两' ? '二' : (char ?? ''));
  const [, hundred, tens, ten, ones] = parts;
  return (hundred ? 100 : 0) + (ten ? 10 * (tens ? digit(tens) : 1) : 0) + (ones ? digit(ones) : 0);
}

/** A query without signs, in folded form, its ages in words. */
export function plainText(query: string, { ages }: Pick<Words, 'ages'>): string {
  const parts = query.replaceAll(SIGNS, ' ').split(/\s+/u).map(fold).filter(Boolean);
  return parts.join(' ').replaceAll(AGE, (mention, number: string) => {
    const age = numberOf(number);
    return ages.find(({ from, to }) => age >= from && age <= to)?.word ?? mention;
  });
}

/** Takes a query apart by what the column's words know of it. */
export function readQuestion(query: string, words: Words): ReadQuestion {
  const text = plainText(query, words);
  const known = new Uint8Array(text.length);
  const said: Said[] = [];
  for (const term of words.near) {
    let longest = 0;
    for (const everyday of term.everyday) {
      const parts = everyday.split(' ').map(fold);
      const length = parts.join('').length;
      if (!parts.every((part) => text.includes(part))) continue;
      for (const part of parts) mark(text, part, known, KNOWN);
      longest = Math.max(longest, length);
    }
    if (longest > 0) said.push({ term, length: longest });
  }
  said.sort((a, b) => b.length - a.length);
  const explained = known.slice();
  known.fill(0);
  for (const filler of words.fillers) mark(text, filler, known, FILLER);
  for (const term of words.near) {
    for (const word of term.official) mark(text, fold(word), explained, KNOWN);
  }
  for (const name of words.names) if (name.length > 1) mark(text, name, explained, KNOWN);
  const pieces = split(text, known);
  let [matter, count] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === ' ' || (known[at] === FILLER && explained[at] !== KNOWN)) continue;
    matter += 1;
    if (explained[at] === KNOWN) count += 1;
  }
  return { text, pieces, said, known: matter === 0 ? 0 : count / matter };
}

const FILLER = 1;
const KNOWN = 2;

/** Marks each place of a word that nothing has marked yet. */
function mark(text: string, word: string, marks: Uint8Array, as: number): void {
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (as === KNOWN || marks.subarray(at, at + word.length).every((each) => each === 0)) {
      marks.fill(as, at, at + word.length);
    }
  }
}

function split(text: string, marks: Uint8Array): string[] {
  let left = '';
  for (let at = 0; at < text.length; at += 1) left += marks[at] === FILLER ? ' ' : text[at];
  return [...new Set(left.split(' ').filter((piece) => piece.length > 1))];
}
