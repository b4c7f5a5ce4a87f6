import { PERSONAL } from './data.ts';
import type { Around } from './find.ts';

const PERSONS = new Set(PERSONAL['person-heads']);
const INSTITUTIONS = PERSONAL['institution-heads'];
const PLACES = PERSONAL['place-heads'];

/**
 * What the rows under these heads are about. Persons where a column has their names; institutions where only
 * these have: 在校学生数 and 法定代表人姓名 are facts of a school or a firm. Where a row names both, its
 * address could be of either: what it says itself decides.
 */
export function aboutRows(heads: readonly string[]): Pick<Around, 'person' | 'institution'> {
  const names = heads.flatMap((head) => head.split(/[\s/、]+/)).map(bare);
  const has = (ends: readonly string[]) =>
    names.some((name) => ends.some((end) => name.endsWith(end)));
  const persons = names.some((name) => PERSONS.has(name));
  if (has(INSTITUTIONS)) return persons ? {} : { institution: true };
  if (persons) return { person: true };
  return has(PLACES) ? { institution: true } : {};
}

function bare(head: string): string {
  return head.replaceAll(/[（(][^（()）]*[）)]|[*＊：:]/g, '').trim();
}
