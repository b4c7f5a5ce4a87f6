/** Offering official words for everyday ones. They are offered, never mixed in. */
import { fold } from '../fold.ts';
import type { NearTerm } from '../near-terms.ts';

const OFFERED = 4;

/**
 * Queries to offer: each term that is an everyday word, or holds one, is said officially; the other
 * terms stay.
 * @param terms folded terms of the query
 */
export function nearQueries(terms: readonly string[], near: readonly NearTerm[]): string[] {
  const offered = new Set<string>();
  terms.forEach((term, index) => {
    for (const { everyday, official } of near) {
      if (!everyday.some((word) => term.includes(fold(word)))) continue;
      for (const word of official) {
        const folded = fold(word);
        if (terms.some((each) => each.includes(folded))) continue;
        offered.add(terms.map((each, at) => (at === index ? word : each)).join(' '));
      }
    }
  });
  return [...offered].slice(0, OFFERED);
}
