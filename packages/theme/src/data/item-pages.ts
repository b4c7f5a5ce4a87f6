import type { ColumnItem, Entry } from '@columns/content';
import { kindName } from '@columns/content';
import { groupBy } from '@columns/standard';
import { getColumn, getEntries } from './column.ts';
import { unitName } from './facts.ts';
import { PAGE_SIZE } from './pages.ts';
import { below, type YearPage, yearPages } from './year-pages.ts';

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
  /** And the kinds. */
  readonly kinds: readonly ListFilter[];
  readonly list: YearPage;
  /** The value of the route's rest parameter. */
  readonly param: string | undefined;
}

export const WHOLE: ListFilter = { label: '全部', path: '' };

interface Part extends ListFilter {
  readonly entries: readonly Entry[];
}

/**
 * Every page of an item's list: the newest, each year's, and the part of each unit and each kind.
 * @param narrowed whether there are such parts. What a set lists stands in domains too, which have them.
 */
export function itemPages(item: ColumnItem, narrowed = true): ItemPage[] {
  const entries = getEntries(item.entries);
  const [byUnit, byKind] = narrowed ? [unitsOf(entries), kindsOf(entries)] : [[], []];
  const filterOf = ({ label, path }: Part): ListFilter => ({ label, path });
  const [units, kinds] = [byUnit.map(filterOf), byKind.map(filterOf)];
  // Parted sooner than other lists: the address of an item's year is known to many.
  const whole = yearPages(entries, PAGE_SIZE).map((list) => ({
    filter: WHOLE,
    units,
    kinds,
    list,
    param: list.param,
  }));
  return [
    ...whole,
    ...[...byUnit, ...byKind].flatMap((part) =>
      yearPages(part.entries).map((page) => {
        const list = below(part.path, page);
        return { filter: filterOf(part), units, kinds, list, param: list.param };
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

/** So long a list is worth pages for its kinds; a shorter one says the kind on each line. */
const MANY = 2 * PAGE_SIZE;

function kindsOf(entries: readonly Entry[]): Part[] {
  if (entries.length <= MANY) return [];
  const kinds = [...groupBy(entries, ({ data }) => data.kind)];
  if (kinds.length < 2) return [];
  return kinds.map(([kind, own]) => ({
    label: kindName(kind),
    path: `kind-${kind}/`,
    entries: own,
  }));
}
