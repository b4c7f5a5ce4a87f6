import { getColumn, getGroup } from './column.ts';
import { otherLists } from './lists.ts';
import { entriesOfVillage, entriesOfVillages, villages } from './villages.ts';
import { furtherPages, type YearPage } from './year-pages.ts';

/** So many of a list stand on the page that begins it; what more there is has pages of its own. */
export const FIRST = 20;

/** A page of all that a unit, a town or a village has published, or of what no other list holds. */
export interface OwnedPage {
  /** Before `/_all/`, below the base. */
  readonly of: string;
  readonly name: string;
  readonly page: YearPage;
  /** Whether all are of one unit, which need not be named. */
  readonly one: boolean;
}

/** Every such page; lists that their first page holds whole have none. */
export function ownedPages(): OwnedPage[] {
  const { departments, towns, institutions } = getColumn();
  const lists = [
    ...departments.map(({ id, name }) => ({
      ...{ of: `units/${id}`, name, one: true, entries: getGroup('unit', id) },
    })),
    ...institutions.map(({ id, name }) => ({
      ...{ of: `institutions/${id}`, name, one: true, entries: getGroup('unit', id) },
    })),
    ...towns.map(({ id, name }) => ({
      ...{ of: `towns/${id}`, name, one: false, entries: getGroup('town', id) },
    })),
    ...villages().map(({ town, village }) => ({
      of: `villages/${village.id}`,
      name: village.name,
      one: true,
      entries: entriesOfVillage(town, village),
    })),
    { of: 'villages', name: '村（居）务公开', one: false, entries: entriesOfVillages() },
    { of: 'lists', name: '其他清单', one: false, entries: otherLists() },
  ];
  return lists.flatMap(({ entries, ...list }) =>
    furtherPages(entries, FIRST).map((page) => ({ ...list, page })),
  );
}
