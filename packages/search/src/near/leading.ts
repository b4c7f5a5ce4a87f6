/** Whether a word leads to something in a column, told when its index is built: only such words are suggested. */
import type { DirectRow } from '../direct.ts';
import type { SearchDocument } from '../document.ts';
import { fold } from '../fold.ts';
import { readQuery } from '../query.ts';
import { directRows } from './direct.ts';
import { readQuestion } from './question.ts';
import { nearQuestions } from './questions.ts';
import type { Words } from './words.ts';

/**
 * Tells of a query whether a search page shows anything for it: a document that has it, a page that it names, or
 * a document that is near. Documents are known by their titles, numbers, keywords and what they are filed in: no
 * page is read again for this, so a word that stands in texts alone is taken for one that leads nowhere.
 */
export function leadsIn(
  documents: readonly SearchDocument[],
  direct: readonly DirectRow[],
): (query: string, words: Words) => boolean {
  const texts = documents.map(({ title, names = [], filed = '', keywords = [] }) =>
    [title, ...names, filed, ...keywords].map(fold).join('\n'),
  );
  const whole = texts.join('\n');
  // Most words that are asked for stand nowhere: they have a pair of characters that no text has.
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= whole.length; at += 1) pairs.add(whole.slice(at, at + 2));
  const known = new Map<string, boolean>();
  const stands = (term: string) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const found = mayStand(term) && whole.includes(term);
    known.set(term, found);
    return found;
  };
  const mayStand = (term: string) => {
    for (let at = 0; at + 2 <= term.length; at += 1) {
      if (!pairs.has(term.slice(at, at + 2))) return false;
    }
    return true;
  };
  const finds = (terms: readonly string[]) =>
    terms.length > 0 &&
    terms.every(stands) &&
    (terms.length === 1 || texts.some((text) => terms.every((term) => text.includes(term))));
  return (query, words) =>
    finds(readQuery(query).terms) ||
    nearQuestions(readQuestion(query, words), words, false).some(({ terms }) => finds(terms)) ||
    directRows(query, direct, words).length > 0;
}
