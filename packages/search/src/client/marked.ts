/** A marked text as nodes of the page. */
import type { MarkedText } from './marks.ts';

/**
 * A telephone number, a date: who reads half of it at the end of a line reads another one. What is longer
 * would not fit on a narrow screen.
 */
const WHOLE = /(?<![\d–—－-])(?=[\d–—－-]{4,20}(?![\d–—－-]))\d+(?:[–—－-]\d+)+/gu;

/** Text nodes and `mark` elements for a marked text. Numbers with hyphens are broken nowhere (`.nobreak`). */
export function marked({ text, marks }: MarkedText): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) nodes.push(...withMarks(text, marks, at, end));
    at = Math.max(at, end);
  };
  for (const { index: start, 0: number } of text.matchAll(WHOLE)) {
    const end = start + number.length;
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
  for (const { index, 0: number } of text.matchAll(WHOLE)) {
    if (index > at) nodes.push(text.slice(at, index));
    nodes.push(whole([document.createTextNode(number)]));
    at = index + number.length;
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
