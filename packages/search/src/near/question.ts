/** What a question is about: its matter without question words, and how much of it is known. */
import { fold } from '../fold.ts';
import type { NearTerm } from '../near-terms.ts';
import { numbersIn } from '../numbers.ts';
import { type Alike, alikeBy } from './alike.ts';
import type { Words } from './words.ts';

/** A row of near terms that a question speaks of. */
export interface Said {
  term: NearTerm;
  /** Characters of the everyday words that it has. */
  length: number;
  /** Where in the question they stand. */
  places: readonly number[];
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
  /** Whether enough is known to answer, so that nonsense with a known word in it finds nothing. */
  understood: boolean;
}

/** A bare name is understood where most of it is known: 月球养老院 is no 养老院. */
const ENOUGH = 0.6;
/** A sentence says much beside its matter: 村里谁家评上了低保. */
const ENOUGH_OF_SENTENCE = 0.35;
/** Characters of question words that make a sentence; or so many of anything. */
const SENTENCE = { fillers: 2, length: 8 };

const SIGNS = /[\p{P}\p{S}]+/gu;
const AGE = /(\d{1,3}|[一二两三四五六七八九十百]{1,5})周?岁/gu;
/** 8月份, 2路, 50亩: how much and when, not what. */
const AMOUNT =
  /\d+(?:月份|[年月日号路块元万亩个次人点天周届期里]|年度|块钱|万元|平方米?|平米|点钟|小时|分钟|公里)?/gu;
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

/** 干不干净 asks whether it is 干净. */
const WHETHER = /(\p{Script=Han})不\1/gu;

/** A query without signs, in folded form, its ages in words. */
export function plainText(query: string, { ages }: Pick<Words, 'ages'>): string {
  const parts = query.replaceAll(SIGNS, ' ').split(/\s+/u).map(fold).filter(Boolean);
  const asked = parts.join(' ').replaceAll(WHETHER, '$1');
  return asked.replaceAll(AGE, (mention, number: string) => {
    const age = numberOf(number);
    return ages.find(({ from, to }) => age >= from && age <= to)?.word ?? mention;
  });
}

/** Takes a query apart by what the column's words know of it. */
export function readQuestion(query: string, words: Words): ReadQuestion {
  const text = plainText(query, words);
  const { alike, near, names, settlements } = preparedFor(words);
  const heard = alike(text);
  /** For each character the length of the longest known word over it; 0 where none is. */
  const known = new Uint8Array(text.length);
  const cover = (from: number, to: number, length: number) => {
    for (let at = from; at < to; at += 1) known[at] = Math.max(known[at] ?? 0, length);
  };
  // In 花石乡政府 nobody speaks of 花, though 政府 花 is said of a budget.
  const settled = new Uint8Array(text.length);
  for (const name of settlements) {
    for (const at of placesOf(text, name)) settled.fill(1, at, at + name.length);
  }
  const placesIn = (part: string) =>
    placesOf(heard.text, part).filter((at) => {
      return part.length > 1 || settled[heard.starts[at] ?? 0] !== 1;
    });
  const said: Said[] = [];
  for (const { term, everyday } of near) {
    const places = new Set<number>();
    let longest = 0;
    for (const parts of everyday) {
      if (!parts.every((part) => heard.text.includes(part))) continue;
      const standing = parts.map((part) => [part, placesIn(part)] as const);
      if (standing.some(([, places]) => places.length === 0)) continue;
      for (const [part, all] of standing) {
        for (const at of all) {
          const end = heard.ends[at + part.length - 1] ?? 0;
          cover(heard.starts[at] ?? 0, end, part.length);
          for (let place = heard.starts[at] ?? 0; place < end; place += 1) places.add(place);
        }
      }
      longest = Math.max(longest, parts.join('').length);
    }
    if (longest > 0) said.push({ term, length: longest, places: [...places] });
  }
  said.sort((a, b) => b.length - a.length);
  for (const name of names) {
    for (const at of placesOf(text, name)) cover(at, at + name.length, name.length);
  }
  // A document's number is a matter, whatever is said with it.
  const amounts = numbersIn(query).length === 0;
  const fillers = fillersIn(text, words.fillers, known, amounts);
  const share = knownShare(text, fillers, known);
  const isSentence =
    text.length >= SENTENCE.length ||
    fillers.filter((mark) => mark === 1).length >= SENTENCE.fillers;
  return {
    ...{ text, pieces: piecesOf(text, fillers), said, known: share },
    understood: share > (isSentence ? ENOUGH_OF_SENTENCE : ENOUGH),
  };
}

/** Where fillers stand: the longest first, none across another, and none within a longer known word. */
function fillersIn(
  text: string,
  fillers: readonly string[],
  known: Uint8Array,
  amounts: boolean,
): Uint8Array {
  const marks = new Uint8Array(text.length);
  const fill = (at: number, length: number) => {
    const end = at + length;
    const free = marks.subarray(at, end).every((mark) => mark === 0);
    const within = known.subarray(at, end).every((known) => known > length);
    if (free && !within) marks.fill(1, at, end);
  };
  for (const filler of fillers) {
    for (const at of placesOf(text, filler)) fill(at, filler.length);
  }
  // Where nothing else is said than a name and a number, both are meant: 示例1路.
  if (amounts && (text.length >= SENTENCE.length || marks.includes(1))) {
    for (const { 0: amount, index } of text.matchAll(AMOUNT)) fill(index, amount.length);
  }
  return marks;
}

/** Share of what is no filler that is known. A character that is left alone says nothing. */
function knownShare(text: string, fillers: Uint8Array, known: Uint8Array): number {
  let [matter, count] = [0, 0];
  let unknown = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const isKnown = (known[at] ?? 0) > 0;
    const passes = at === text.length || text[at] === ' ' || fillers[at] === 1;
    if (!isKnown && !passes) {
      unknown += 1;
      continue;
    }
    if (unknown > 1) matter += unknown;
    unknown = 0;
    if (isKnown) [matter, count] = [matter + 1, count + 1];
  }
  return matter === 0 ? 0 : count / matter;
}

function piecesOf(text: string, fillers: Uint8Array): string[] {
  const left = [...text].map((char, at) => (fillers[at] === 1 ? ' ' : char)).join('');
  return [...new Set(left.split(' ').filter((piece) => piece.length > 1))];
}

function placesOf(text: string, word: string): number[] {
  const places = [];
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    places.push(at);
  }
  return places;
}

interface Prepared {
  readonly alike: Alike;
  readonly near: readonly {
    readonly term: NearTerm;
    /** For each everyday word its parts, with one word for all that say the same. */
    readonly everyday: readonly (readonly string[])[];
    readonly official: readonly string[];
  }[];
  /** Official words and names of two characters or more, each once. */
  readonly names: readonly string[];
  /** Those of towns and villages. */
  readonly settlements: readonly string[];
}

const SETTLEMENT = /^..+(?:[镇乡村]|街道|社区)$/u;

/** A question is read many times while one is answered; the words stay. */
const PREPARED = new WeakMap<object, Prepared>();

function preparedFor(words: Words): Prepared {
  const before = PREPARED.get(words);
  if (before !== undefined) return before;
  const alike = alikeBy(words.alike);
  const near = words.near.map((term) => ({
    term,
    everyday: term.everyday.map((word) => word.split(' ').map((part) => alike(fold(part)).text)),
    official: term.official.map(fold),
  }));
  const all = new Set([...near.flatMap(({ official }) => official), ...words.names]);
  const names = [...all].filter(({ length }) => length > 1);
  const settlements = names.filter((name) => SETTLEMENT.test(name));
  const prepared = { alike, near, names, settlements };
  PREPARED.set(words, prepared);
  return prepared;
}
