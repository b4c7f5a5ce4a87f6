/** Reading what somebody typed. */
import { fold } from './fold.ts';
import { numbersTogether } from './numbers.ts';
import { MAX_QUERY_LENGTH } from './query-length.ts';

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
