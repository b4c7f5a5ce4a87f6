/** What citizens ask, and what a sensible first result is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface CitizensQuestion {
  /** Which list it is from. */
  list: QuestionList;
  /** A county of `content/`, or `sample`, a made-up one of 3,000 documents. */
  column: string;
  class: string;
  query: string;
  /** Addresses below the column's, any of which may stand first; none: nothing may be found. */
  first: string[];
}

/**
 * - `questions`: a hundred, written by eyes that had seen neither the search nor its data
 * - `everyday`: what was typed when the column was first tried, known while the search was made
 * - `further`: to see whether what was mended for those is mended for others
 */
export type QuestionList = 'questions' | 'everyday' | 'further';

export function citizensQuestions(list: QuestionList): CitizensQuestion[] {
  const file = join(import.meta.dirname, `${list}.yaml`);
  const rows = parse(readFileSync(file, 'utf8')) as Pick<CitizensQuestion, 'query' | 'first'>[];
  return rows.map((row) => ({ list, column: 'anyue', class: 'everyday', ...row }));
}
