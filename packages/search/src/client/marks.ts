/** Finding a query's terms in original text: what to mark, and which part to quote. */
import { fold, foldWithSource } from '../fold.ts';

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
  for (const term of terms) {
    let at = folded.text.indexOf(term);
    while (at >= 0) {
      found.push([folded.starts[at] ?? 0, folded.ends[at + term.length - 1] ?? 0]);
      at = folded.text.indexOf(term, at + term.length);
    }
  }
  return { text, marks: joined(found) };
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
 * its block and those that follow; the beginning where only the title matches.
 * @param content blocks, one a line
 * @param terms folded terms
 */
export function excerpt(content: string, terms: readonly string[]): MarkedText {
  const blocks = content.split('\n');
  const first = richest(blocks, terms);
  const chosen = markTerms(blocks[Math.max(first, 0)] ?? '', terms);
  const begin = leadBefore(chosen);
  let shown = cutOut(chosen, begin, begin + EXCERPT_LENGTH);
  if (begin > 0) shown = append({ text: ELLIPSIS, marks: [] }, shown);
  let complete = begin + EXCERPT_LENGTH >= chosen.text.length;
  for (const block of blocks.slice(Math.max(first, 0) + 1)) {
    const room = EXCERPT_LENGTH - shown.text.length;
    if (room <= 1 || !complete) break;
    const next = markTerms(block, terms);
    shown = append(append(shown, { text: ' ', marks: [] }), cutOut(next, 0, room));
    complete = next.text.length <= room;
  }
  return complete ? shown : append(shown, { text: ELLIPSIS, marks: [] });
}

/** The first of the blocks with the most different terms; -1 where none has any. */
function richest(blocks: readonly string[], terms: readonly string[]): number {
  let [best, most] = [-1, 0];
  for (const [index, block] of blocks.entries()) {
    const folded = fold(block);
    const count = terms.filter((term) => folded.includes(term)).length;
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

/** Where to begin in a block, so that its first match is near the beginning of the excerpt. */
function leadBefore({ text, marks }: MarkedText): number {
  const start = (marks[0]?.[0] ?? 0) - LEAD_LENGTH;
  return start <= LEAD_LENGTH / 2 ? 0 : betweenCharacters(text, start);
}

/** Moves an offset out of the middle of a surrogate pair. */
function betweenCharacters(text: string, at: number): number {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at;
}

function cutOut({ text, marks }: MarkedText, from: number, to: number): MarkedText {
  const end = to < text.length ? betweenCharacters(text, to) : text.length;
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
