/**
 * Cutting: folded text becomes overlapping pairs of characters (义务教育 → 义务 务教 教育), the
 * words of the index. A query cut in the same way and asked for as a phrase finds exactly the
 * texts it is a part of. Index and query both come through here, so they can never disagree.
 */
import { fold } from './fold.ts';

/** Stands between two blocks where a match could otherwise run on from one into the next. */
const BREAK = '\uA48C';
/** Begins the word of a single character, so that it is no pair and sorts apart from the pairs. */
const SINGLE = '\uA48B';
/** First of the 1,024 letters that write every character the indexer might drop or change. */
const ESCAPE = 0xa000;

/**
 * Pagefind drops punctuation and symbols, splits some words and strips accents. Only digits, a–z
 * and the common Han characters go in as they are; any other code point is written as two Yi
 * letters, which Pagefind leaves alone. The ranges are fixed numbers, so that the indexer and an
 * older browser cannot read them differently.
 */
function letters(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const plain =
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39);
  if (plain) return char;
  return String.fromCharCode(ESCAPE + (code >> 10), ESCAPE + (code & 1023));
}

function characters(text: string): string[] {
  return Array.from(fold(text), letters);
}

function pairs(chars: readonly string[]): string[] {
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
}

/**
 * The words of a whole document, apart by spaces: the pairs of every block in order, then each
 * different character once, for queries of one character.
 * @param blocks texts that no match may cross: title, headings, paragraphs, list items, cells
 */
export function cutBlocks(blocks: readonly string[]): string {
  const words: string[] = [];
  const singles = new Set<string>();
  let last = '';
  for (const block of blocks) {
    const chars = characters(block);
    for (const char of chars) singles.add(char);
    if (chars.length < 2) continue;
    // AB|CD cannot be taken for one text: BC is missing. Only AB|BD can.
    if (chars[0] === last) words.push(BREAK);
    for (const pair of pairs(chars)) words.push(pair);
    last = chars.at(-1) ?? '';
  }
  for (const char of singles) words.push(SINGLE + char);
  return words.join(' ');
}

/**
 * The phrase that finds one term: its pairs, or the word of its one character.
 * @returns '' where nothing is left of the term after folding
 */
export function cutTerm(term: string): string {
  const chars = characters(term);
  if (chars.length === 1) return SINGLE + chars[0];
  return pairs(chars).join(' ');
}

/** Longest query that is asked, in characters; what goes beyond it is left off. */
export const MAX_QUERY_LENGTH = 100;

/** A query made ready: its terms in folded form, each once, and whether it was too long. */
export interface ReadQuery {
  terms: string[];
  shortened: boolean;
}

/** Reads what somebody typed. There are no operators: white space parts terms, all must match. */
export function readQuery(query: string): ReadQuery {
  const chars = Array.from(query.trim());
  const shortened = chars.length > MAX_QUERY_LENGTH;
  const kept = chars.slice(0, MAX_QUERY_LENGTH).join('');
  const terms = new Set(kept.split(/\s+/u).map(fold));
  terms.delete('');
  return { terms: [...terms], shortened };
}
