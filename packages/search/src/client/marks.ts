/** Finding a query's terms in original text: what to mark, and which part to quote. */
import { type FoldedWithSource, fold, foldWithSource } from '../fold.ts';
import { type Line, readLines } from '../lines.ts';
import { numbersIn, readingsOf } from '../numbers.ts';

/** Plain text and the stretches of it that match, as [start, end) in UTF-16 units, in order. */
export interface MarkedText {
  text: string;
  marks: [start: number, end: number][];
}

const EXCERPT_LENGTH = 120;
const LEAD_LENGTH = 24;
const ELLIPSIS = '…';

/** Marks every place of a text where one of the folded terms stands. */
export function markTerms(text: string, terms: readonly string[]): MarkedText {
  const folded = foldWithSource(text);
  const found: [number, number][] = [];
  const find = ({ text: within, starts, ends }: FoldedWithSource, term: string) => {
    let at = within.indexOf(term);
    while (at >= 0) {
      found.push([starts[at] ?? 0, ends[at + term.length - 1] ?? 0]);
      at = within.indexOf(term, at + term.length);
    }
  };
  const readings = terms.map(readingsOf);
  for (const [asTyped = ''] of readings) find(folded, asTyped);
  const others = readings.flatMap(([, other]) => other ?? []).concat(terms.filter(hasNumber));
  if (others.length > 0) {
    const inOneForm = withNumbers(text);
    for (const other of others) find(inOneForm, other);
  }
  return { text, marks: joined(found) };
}

function hasNumber(term: string): boolean {
  return numbersIn(term).length > 0;
}

/** A folded text with its numbers in the one form, each of which came from the whole number. */
function withNumbers(text: string): FoldedWithSource {
  const made: FoldedWithSource = { text: '', starts: [], ends: [] };
  const put = (text: string, starts: readonly number[], ends: readonly number[]) => {
    made.text += text;
    made.starts.push(...starts);
    made.ends.push(...ends);
  };
  const plain = (from: number, to: number) => {
    const part = foldWithSource(text.slice(from, to));
    put(
      part.text,
      part.starts.map((at) => at + from),
      part.ends.map((at) => at + from),
    );
  };
  let at = 0;
  for (const { start, end, form } of numbersIn(text)) {
    plain(at, start);
    put(form, Array(form.length).fill(start), Array(form.length).fill(end));
    at = end;
  }
  plain(at, text.length);
  return made;
}

/** Whether a block has a folded term, however it writes its numbers. */
export function holds(block: string, term: string): boolean {
  if (fold(block).includes(term)) return true;
  const readings = readingsOf(term);
  if (readings.length === 1 && !hasNumber(term)) return false;
  const { text } = withNumbers(block);
  return readings.some((reading) => text.includes(reading));
}

/** Sorts stretches and makes one of those that overlap or touch. */
function joined(found: [number, number][]): [number, number][] {
  const marks: [number, number][] = [];
  for (const [start, end] of found.sort((a, b) => a[0] - b[0])) {
    const last = marks[marks.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/**
 * The part of a document to show with a result: about 120 characters around the first match, from
 * the line with most of the terms and those that follow; the beginning where only the title matches. A row
 * of a table reads as a sentence: 姓名：张三；金额：600元.
 * @param content as `lines.ts` writes it
 * @param terms folded terms
 * @param between what stands between two lines
 */
export function excerpt(content: string, terms: readonly string[], between = ' '): MarkedText {
  const lines = readLines(content);
  const first = Math.max(richest(lines, terms), 0);
  const chosen = sentence(lines[first], terms);
  const begin = leadBefore(chosen, isRow(lines[first]));
  let shown = cutOut(chosen, begin, begin + EXCERPT_LENGTH);
  if (begin > 0) shown = append({ text: ELLIPSIS, marks: [] }, shown);
  let complete = begin + EXCERPT_LENGTH >= chosen.text.length;
  for (const [index, line] of lines.slice(first + 1).entries()) {
    const room = EXCERPT_LENGTH - shown.text.length;
    if (room <= 1 || !complete) break;
    const next = sentence(line, terms);
    const stop = isRow(lines[first + index]) ? '。' : between;
    shown = append(append(shown, { text: stop, marks: [] }), cutOut(next, 0, room));
    complete = next.text.length <= room;
  }
  return complete ? shown : append(shown, { text: ELLIPSIS, marks: [] });
}

/** How many different terms stand in the line with most of them. */
export function mostTerms(content: string, terms: readonly string[]): number {
  const lines = readLines(content);
  const line = lines[richest(lines, terms)];
  return line === undefined ? 0 : termsIn(line, terms);
}

function isRow(line: Line | undefined): boolean {
  return (line?.cells.length ?? 0) > 1;
}

/** A line as it is shown. What a column is called is no match: only the cell is. */
function sentence(line: Line | undefined, terms: readonly string[]): MarkedText {
  let shown: MarkedText = { text: '', marks: [] };
  const { cells = [], heads = [] } = line ?? {};
  cells.forEach((cell, at) => {
    if (cell === '') return;
    const head = heads[at] ? `${heads[at]}：` : '';
    const between = shown.text === '' ? '' : '；';
    shown = append(append(shown, { text: between + head, marks: [] }), markTerms(cell, terms));
  });
  return shown;
}

function termsIn({ cells }: Line, terms: readonly string[]): number {
  return terms.filter((term) => cells.some((cell) => holds(cell, term))).length;
}

/** The first of the lines with the most different terms; -1 where none has any. */
function richest(lines: readonly Line[], terms: readonly string[]): number {
  let [best, most] = [-1, 0];
  for (const [index, line] of lines.entries()) {
    const count = termsIn(line, terms);
    if (count > most) [best, most] = [index, count];
    if (most === terms.length) break;
  }
  return best;
}

/** The record to quote from: the one in which most terms stand, the first of those. */
export function bestRecord(found: readonly { records: readonly number[] }[]): number {
  const counts = new Map<number, number>();
  for (const { records } of found) {
    for (const record of records) counts.set(record, (counts.get(record) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const richest = [...counts].filter(([, count]) => count === most).map(([record]) => record);
  return Math.min(...richest);
}

/**
 * Where to begin in a line, so that its first match is near the beginning of the excerpt. A row begins with what
 * it is about, and is shown from there if its match then is.
 */
function leadBefore({ text, marks }: MarkedText, row: boolean): number {
  if (row && (marks[0]?.[1] ?? 0) <= EXCERPT_LENGTH) return 0;
  const start = (marks[0]?.[0] ?? 0) - LEAD_LENGTH;
  return start <= LEAD_LENGTH / 2 ? 0 : betweenWords(text, start);
}

/** The longest number or Latin word that is not cut. */
const WORD_LENGTH = 20;
const IN_WORD = /^[\dA-Za-z]$/u;

/** Moves an offset out of the middle of a number, where half of it would say another, or of a surrogate pair. */
function betweenWords(text: string, at: number): number {
  const isInside = (place: number) =>
    IN_WORD.test(text.charAt(place)) && IN_WORD.test(text.charAt(place - 1));
  let start = at;
  while (start > 0 && at - start <= WORD_LENGTH && isInside(start)) start -= 1;
  if (at - start <= WORD_LENGTH && start < at) return start;
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

function cutOut({ text, marks }: MarkedText, from: number, to: number): MarkedText {
  const end = to < text.length ? betweenWords(text, to) : text.length;
  const inside = marks
    .map(([a, b]): [number, number] => [Math.max(a, from) - from, Math.min(b, end) - from])
    .filter(([a, b]) => a < b);
  return { text: text.slice(from, end), marks: inside };
}

function append(head: MarkedText, tail: MarkedText): MarkedText {
  const shift = head.text.length;
  const moved = tail.marks.map(([a, b]): [number, number] => [a + shift, b + shift]);
  return { text: head.text + tail.text, marks: [...head.marks, ...moved] };
}
