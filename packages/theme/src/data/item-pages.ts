import type { ColumnItem, Entry } from '@columns/content';
import { getColumn, getEntries } from './column.ts';
import { unitName } from './facts.ts';
import { type ListPage, PAGE_SIZE, pageParam, pagesOf } from './pages.ts';

/** A part of an item's list: of one year or of one unit. */
export interface ListFilter {
  readonly label: string;
  /** Address below the item's: `2024/` or `unit-civil-affairs/`; empty for the whole list. */
  readonly path: string;
}

export interface ItemPage {
  readonly filter: ListFilter;
  readonly list: ListPage<Entry>;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

export const WHOLE: ListFilter = { label: '全部', path: '' };

/** The years and units that a list of several pages can be narrowed by; without script, as pages. */
export function filtersOf(item: ColumnItem): { years: ListFilter[]; units: ListFilter[] } {
  const entries = getEntries(item.entries);
  // What fits on one page is seen at a glance, and each filter of each item would be a page more.
  if (entries.length <= PAGE_SIZE) return { years: [], units: [] };
  const years = [...new Set(entries.map(({ year }) => year))];
  const units = [...new Set(entries.flatMap(({ data }) => data.unit ?? []))].sort();
  const column = getColumn();
  return {
    years: years.length > 1 ? years.map((year) => ({ label: `${year}年`, path: `${year}/` })) : [],
    units:
      units.length > 1
        ? units.map((id) => ({ label: unitName(column, id) ?? id, path: `unit-${id}/` }))
        : [],
  };
}

/** Every page of an item's list: the whole of it, and each year's and unit's part. */
export function itemPages(item: ColumnItem): ItemPage[] {
  const { years, units } = filtersOf(item);
  const entries = getEntries(item.entries);
  return [WHOLE, ...years, ...units].flatMap((filter) =>
    pagesOf(entries.filter((entry) => passes(entry, filter))).map((list) => ({
      filter,
      list,
      param:
        [filter.path.slice(0, -1), pageParam(list.number)].filter(Boolean).join('/') || undefined,
    })),
  );
}

function passes(entry: Entry, { path }: ListFilter): boolean {
  if (path === '') return true;
  return path === `${entry.year}/` || path === `unit-${entry.data.unit}/`;
}
