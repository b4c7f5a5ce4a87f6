/** A marked text as nodes of the page. */
import type { MarkedText } from './marks.ts';

/**
 * A telephone number, a date: who reads half of it at the end of a line reads another one. What is longer
 * would not fit on a narrow screen.
 */
const RUN = /[\d–—－-]+/gu;
const WHOLE = /^\d+(?:[–—－-]\d+)+/u;
const [LEAST, MOST] = [4, 20];

/** Where such numbers stand in a text, found without looking behind, which Safari 14 does not know. */
function wholeNumbers(text: string): { start: number; end: number }[] {
  return [...text.matchAll(RUN)].flatMap(({ index: start, 0: run }) => {
    const number = run.length < LEAST || run.length > MOST ? undefined : WHOLE.exec(run)?.[0];
    return number === undefined ? [] : [{ start, end: start + number.length }];
  });
}

/** Text nodes and `mark` elements for a marked text. Numbers with hyphens are broken nowhere (`.nobreak`). */
export function marked({ text, marks }: MarkedText): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) nodes.push(...withMarks(text, marks, at, end));
    at = Math.max(at, end);
  };
  for (const { start, end } of wholeNumbers(text)) {
    // Within a mark its own text is kept together.
    if (marks.some(([from, to]) => from <= start && end <= to)) continue;
    upTo(start);
    nodes.push(whole(withMarks(text, marks, start, end)));
    at = end;
  }
  upTo(text.length);
  return nodes;
}

function withMarks(text: string, marks: MarkedText['marks'], from: number, to: number): Node[] {
  const nodes: Node[] = [];
  let at = from;
  for (const [first, last] of marks) {
    const [start, end] = [Math.max(first, from), Math.min(last, to)];
    if (start >= end) continue;
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)));
    const mark = document.createElement('mark');
    mark.append(...unbroken(text.slice(start, end)));
    nodes.push(mark);
    at = end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function unbroken(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of wholeNumbers(text)) {
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(whole([document.createTextNode(text.slice(start, end))]));
    at = end;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

function whole(nodes: readonly Node[]): HTMLElement {
  const span = document.createElement('span');
  span.className = 'nobreak';
  span.append(...nodes);
  return span;
}
