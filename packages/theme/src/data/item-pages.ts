import type { ColumnItem, Entry } from '@columns/content';
import { groupBy } from '@columns/standard';
import { getColumn, getEntries } from './column.ts';
import { unitName } from './facts.ts';
import { PAGE_SIZE, pageParam, pagesOf } from './pages.ts';
import { type YearPage, yearPages } from './year-pages.ts';

/** A part of a list: of one unit or of one kind. */
export interface ListFilter {
  readonly label: string;
  /** Address below the list's: `unit-civil-affairs/`; empty for the whole list. */
  readonly path: string;
}

export interface ItemPage {
  readonly filter: ListFilter;
  /** The units that the whole list can be narrowed to; years are ways of the list itself. */
  readonly units: readonly ListFilter[];
  readonly list: YearPage;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

export const WHOLE: ListFilter = { label: '全部', path: '' };

interface Part extends ListFilter {
  readonly entries: readonly Entry[];
}

/**
 * Every page of an item's list: the newest, each year's, and each unit's part.
 * @param narrowed whether there are such parts. What a set lists stands in domains too, which have them.
 */
export function itemPages(item: ColumnItem, narrowed = true): ItemPage[] {
  const entries = getEntries(item.entries);
  const parts = narrowed ? unitsOf(entries) : [];
  const units = parts.map(({ label, path }) => ({ label, path }));
  const whole = yearPages(entries).map((list) => ({
    filter: WHOLE,
    units,
    list,
    param: list.param,
  }));
  return [
    ...whole,
    ...parts.flatMap(({ label, path, entries: own }) =>
      pagesOf(own).map((page) => {
        const param = [path.slice(0, -1), pageParam(page.number)].filter(Boolean).join('/');
        return { filter: { label, path }, units, list: { ...page, years: [], param }, param };
      }),
    ),
  ];
}

/** The units that a list of several pages can be narrowed to; without script, as pages. */
function unitsOf(entries: readonly Entry[]): Part[] {
  // What fits on one page is seen at a glance, and each filter of each item would be a page more.
  if (entries.length <= PAGE_SIZE) return [];
  const units = groupBy(entries, ({ data }) => data.unit ?? '');
  units.delete('');
  // One part would be the whole.
  if (units.size < 2) return [];
  const column = getColumn();
  return [...units]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => ({
      ...{ label: unitName(column, id) ?? id, path: `unit-${id}/`, entries: own },
    }));
}
