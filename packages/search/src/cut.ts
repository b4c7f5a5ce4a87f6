/**
 * Cutting: folded text becomes overlapping pairs of characters (义务教育 → 义务 务教 教育), the
 * words of the index. A query cut in the same way and asked for as a phrase finds exactly the
 * texts it is a part of. Index and query both come through here, so they can never disagree.
 */
import { fold } from './fold.ts';

/** Begins the word of a single character, so that it is no pair and sorts apart from the pairs. */
const SINGLE = '\uA48B';
/** First of the 1,024 letters that write every character the reader might drop or change. */
const ESCAPE = 0xa000;

/**
 * A folded character as the index writes it. Pagefind drops punctuation and symbols, splits some words and strips accents. Only digits, a–z
 * and the common Han characters go in as they are; any other code point is written as two Yi
 * letters, which Pagefind leaves alone. The ranges are fixed numbers, so that the builder and an
 * older browser cannot read them differently.
 */
export function letters(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const plain =
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39);
  if (plain) return char;
  return String.fromCharCode(ESCAPE + (code >> 10), ESCAPE + (code & 1023));
}

/** A text's characters as they are compared. */
export function characters(text: string): string[] {
  return Array.from(fold(text));
}

/** The word by which a text that holds this character is found. */
export function singleWord(char: string): string {
  return SINGLE + char;
}

/**
 * The phrase that finds one term: its pairs, or the word of its one character.
 * @returns '' where nothing is left of the term after folding
 */
export function cutTerm(term: string): string {
  const chars = characters(term).map(letters);
  if (chars.length === 1) return singleWord(chars[0] ?? '');
  return chars
    .slice(1)
    .map((char, index) => `${chars[index]}${char}`)
    .join(' ');
}
