import type { ColumnItem, Entry } from '@columns/content';
import { groupBy } from '@columns/standard';
import { getColumn, getEntries } from './column.ts';
import { unitName } from './facts.ts';
import { type ListPage, PAGE_SIZE, pageParam, pagesOf } from './pages.ts';

/** A part of an item's list: of one year or of one unit. */
export interface ListFilter {
  readonly label: string;
  /** Address below the item's: `2024/` or `unit-civil-affairs/`; empty for the whole list. */
  readonly path: string;
}

export interface ItemFilters {
  readonly years: readonly ListFilter[];
  readonly units: readonly ListFilter[];
}

export interface ItemPage {
  readonly filter: ListFilter;
  /** What the whole list can be narrowed by. */
  readonly filters: ItemFilters;
  readonly list: ListPage<Entry>;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

export const WHOLE: ListFilter = { label: '全部', path: '' };

interface Part extends ListFilter {
  readonly entries: readonly Entry[];
}

/**
 * Every page of an item's list: the whole of it, and each year's and unit's part.
 * @param narrowed whether there are such parts. What a set lists stands in domains too, which have them.
 */
export function itemPages(item: ColumnItem, narrowed = true): ItemPage[] {
  const entries = getEntries(item.entries);
  const { years, units } = narrowed ? partsOf(entries) : { years: [], units: [] };
  const filters = { years: years.map(filterOf), units: units.map(filterOf) };
  return [{ ...WHOLE, entries }, ...years, ...units].flatMap((part) =>
    pagesOf(part.entries).map((list) => ({
      filter: filterOf(part),
      filters,
      list,
      param:
        [part.path.slice(0, -1), pageParam(list.number)].filter(Boolean).join('/') || undefined,
    })),
  );
}

/** The years and units that a list of several pages can be narrowed by; without script, as pages. */
function partsOf(entries: readonly Entry[]): { years: Part[]; units: Part[] } {
  // What fits on one page is seen at a glance, and each filter of each item would be a page more.
  if (entries.length <= PAGE_SIZE) return { years: [], units: [] };
  const years = groupBy(entries, ({ year }) => year);
  const units = groupBy(entries, ({ data }) => data.unit ?? '');
  units.delete('');
  const column = getColumn();
  return {
    years: several([...years]).map(([year, own]) => ({
      ...{ label: `${year}年`, path: `${year}/`, entries: own },
    })),
    units: several([...units].sort(([a], [b]) => (a < b ? -1 : 1))).map(([id, own]) => ({
      ...{ label: unitName(column, id) ?? id, path: `unit-${id}/`, entries: own },
    })),
  };
}

/** One part would be the whole. */
function several<T>(parts: T[]): T[] {
  return parts.length > 1 ? parts : [];
}

function filterOf({ label, path }: ListFilter): ListFilter {
  return { label, path };
}
