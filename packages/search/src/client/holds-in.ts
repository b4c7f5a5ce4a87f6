/** Reading on a card whether a term stands there, as the index would tell it. */
import type { Card } from '../document.ts';
import { readLines } from '../lines.ts';
import { holds } from './marks.ts';

/** Whether a folded term stands in one text of a record. The labels of facts are none of it. */
export function holdsIn({ title = '', content, facts = '' }: Card, term: string): boolean {
  if (holds(title, term)) return true;
  const texts = readLines(content).flatMap(({ cells }) => cells);
  const values = facts.split('\n').map((line) => line.slice(line.indexOf('：') + 1));
  return [...texts, ...values].some((text) => text !== '' && holds(text, term));
}
