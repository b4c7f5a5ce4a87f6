/** Where on a page a quotation stands, said so that the browser goes there and marks it. */
import type { MarkedText } from './marks.ts';

/** Stretches that are named; more make an address nobody can send. */
const NAMED = 3;

/**
 * A text fragment for the marked words of a quotation; '' where nothing is marked. A browser that
 * knows none, or does not find the words, opens the page at its beginning.
 */
export function textFragment({ text, marks }: MarkedText): string {
  const words = new Set(marks.map(([start, end]) => text.slice(start, end).trim()));
  words.delete('');
  if (words.size === 0) return '';
  // A hyphen and a comma are signs of the fragment itself.
  const named = [...words]
    .slice(0, NAMED)
    .map((word) => encodeURIComponent(word).replaceAll('-', '%2D'));
  return `#:~:${named.map((word) => `text=${word}`).join('&')}`;
}
