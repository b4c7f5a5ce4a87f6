/**
 * A document's number in whatever notation it is written: 〔2026〕1号, [2026]1号, 【2026】第1号,
 * 2026年1号, 2026年第1号, 2026-1号, 2026 1号. The index holds each text as it is written and, of a number
 * that is written otherwise, its surroundings once more in the one form; a query is asked in both.
 */
import { fold } from './fold.ts';

/** A number in a text, as [start, end) in UTF-16 units, and its one form, folded. */
export interface WrittenNumber {
  start: number;
  end: number;
  form: string;
}

const D = '[0-9０-９]';
const YEAR = `((?:[1１][9９]|[2２][0０])${D}{2})`;
const SERIAL = `[0０]*(${D}{1,5})`;
const OPEN = '[〔﹝\\[［(（【〖]';
const CLOSE = '[〕﹞\\]］)）】〗]';
const DASH = '[-－‐-―−]';
const FIRST = [
  `${OPEN}\\s*${YEAR}\\s*${CLOSE}\\s*第?`,
  `${YEAR}\\s*(?:年度?|${DASH})\\s*第?`,
  `${YEAR}\\s*第`,
  `${YEAR}\\s`,
].join('|');
const WITH_SIGN = `(?<!${D})(?:${FIRST})\\s*${SERIAL}\\s*[号號]`;
/** Without 号 only a dash says that it is a number, where it can be no month, day or span of years. */
const AFTER = `(?!${D}|\\s*[年月日.．/]|${DASH})`;
const IN_TEXT = new RegExp(
  `${WITH_SIGN}|(?<=[\\u4e00-\\u9fff])${YEAR}${DASH}([1-9１-９]${D}{0,2})${AFTER}`,
  'gu',
);
const IN_QUERY = new RegExp(
  `${WITH_SIGN}|(?<!${D}|${DASH})${YEAR}${DASH}([1-9１-９]${D}{0,3})${AFTER}`,
  'gu',
);
/** Nearly every text has no year before a dash or a 号: a look that costs little. */
const WORTH_A_LOOK = new RegExp(`${YEAR}(?:\\s*${DASH}|[^]{0,60}?[号號])`);
const SERIAL_ALONE = /^第0*(\d{1,5})号$/u;
/** White space ends a term, so a number must be put together before terms are told apart. */
const APART = new RegExp(`(?<!${D})(?:${FIRST})\\s*${SERIAL}\\s*[号號]`, 'gu');

/** The longest query that must be found, in characters: as far as a number's surroundings go. */
const AROUND = 20;

function numbersBy(pattern: RegExp, text: string): WrittenNumber[] {
  if (!WORTH_A_LOOK.test(text)) return [];
  return [...text.matchAll(pattern)].map((match) => {
    const [year = '', serial = ''] = match.slice(1).filter((group) => group !== undefined);
    const form = `(${fold(year)})${Number(fold(serial))}号`;
    return { start: match.index, end: match.index + match[0].length, form };
  });
}

/** The numbers in a text, in order; those of a query may leave 号 out. */
export function numbersIn(text: string): WrittenNumber[] {
  return numbersBy(IN_TEXT, text);
}

/**
 * What the index holds of a text besides itself: the surroundings of each number that is written in another
 * than the one form, with all their numbers in it, folded.
 */
export function numberStretches(text: string): string[] {
  const numbers = numbersIn(text);
  const other = numbers.filter(({ start, end, form }) => fold(text.slice(start, end)) !== form);
  if (other.length === 0) return [];
  const stretches: { from: number; to: number }[] = [];
  for (const { start, end } of other) {
    const [from, to] = [whole(text, start - AROUND), whole(text, end + AROUND)];
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = to;
    else stretches.push({ from, to });
  }
  return stretches.map(({ from, to }) => {
    const inside = numbers
      .filter(({ start, end }) => start >= from && end <= to)
      .map((each) => ({ ...each, start: each.start - from, end: each.end - from }));
    return fold(replaced(text.slice(from, to), inside));
  });
}

/** An offset that is inside the text and in the middle of no character. */
function whole(text: string, at: number): number {
  if (at <= 0) return 0;
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : Math.min(at, text.length);
}

/**
 * What is asked for a folded term: itself, and the same with its numbers in the one form.
 * A serial without its year (第1号) stands behind the year's bracket.
 */
export function readingsOf(term: string): string[] {
  const alone = SERIAL_ALONE.exec(term)?.[1];
  const other =
    alone === undefined ? replaced(term, numbersBy(IN_QUERY, term)) : `)${Number(alone)}号`;
  return other === term ? [term] : [term, other];
}

/** A query whose numbers have no white space in them: `示例发 2026 1号` has two terms. */
export function numbersTogether(query: string): string {
  const numbers = numbersBy(APART, query);
  return replaced(
    query,
    numbers.filter(({ start, end }) => /\s/u.test(query.slice(start, end))),
  );
}

function replaced(text: string, numbers: readonly WrittenNumber[]): string {
  let [made, at] = ['', 0];
  for (const { start, end, form } of numbers) {
    made += text.slice(at, start) + form;
    at = end;
  }
  return made + text.slice(at);
}
