/** Reading what somebody typed. */
import { fold } from './fold.ts';
import { numbersTogether } from './numbers.ts';

/** Longest query that is asked, in characters; what goes beyond it is left off. */
export const MAX_QUERY_LENGTH = 100;

/** A query made ready: its terms in folded form, each once, and whether it was too long. */
export interface ReadQuery {
  terms: string[];
  shortened: boolean;
}

/** There are no operators: white space parts terms, except within a document's number; all must match. */
export function readQuery(query: string): ReadQuery {
  const chars = Array.from(query.trim());
  const shortened = chars.length > MAX_QUERY_LENGTH;
  const kept = chars.slice(0, MAX_QUERY_LENGTH).join('');
  const terms = new Set(numbersTogether(kept).split(/\s+/u).map(fold));
  terms.delete('');
  return { terms: [...terms], shortened };
}
