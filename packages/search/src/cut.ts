/**
 * Cutting: folded text becomes overlapping pairs of characters (义务教育 → 义务 务教 教育), the
 * words of the index. A query cut in the same way and asked for as a phrase finds exactly the
 * texts it is a part of. Index and query both come through here, so they can never disagree.
 */
import { fold } from './fold.ts';
import { phraseOf } from './letters.ts';

export { letters, singleWord } from './letters.ts';

/** A text's characters as they are compared. */
export function characters(text: string): string[] {
  return Array.from(fold(text));
}

/**
 * The phrase that finds one term: its pairs, or the word of its one character.
 * @returns '' where nothing is left of the term after folding
 */
export function cutTerm(term: string): string {
  return phraseOf(characters(term));
}
