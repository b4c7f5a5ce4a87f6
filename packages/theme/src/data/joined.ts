import type { Joined, JoinedPlace } from '@columns/content';
import type { Join } from '@columns/standard';
import { getColumn } from './column.ts';

interface ShownPlace extends Omit<JoinedPlace, 'unit'> {
  readonly unit?: {
    readonly id: string;
    readonly name: string;
    readonly folder: 'units' | 'towns';
  };
}

interface ShownKey {
  readonly key: string;
  readonly rows: readonly number[];
  readonly moreRows: number;
  readonly places: readonly ShownPlace[];
}

export interface ShownJoin {
  /** The key's name. */
  readonly name: string;
  readonly keys: readonly ShownKey[];
  /** Keys that are not shown. */
  readonly more: number;
}

/** So many keys of one join, and so many of a key's own rows, are shown on a page. */
const MOST = 60;
const ROWS = 5;

/** What an entry shares with others, join by join in the order of the data. */
export function joinedBy(joined: readonly Joined[], joins: readonly Join[]): ShownJoin[] {
  if (joined.length === 0) return [];
  return joins.flatMap(({ id, name }): ShownJoin[] => {
    const own = joined.filter(({ join }) => join === id);
    if (own.length === 0) return [];
    const keys = own.slice(0, MOST).map(({ key, rows = [], places }) => ({
      key,
      ...{ rows: rows.slice(0, ROWS), moreRows: Math.max(0, rows.length - ROWS) },
      places: places.map(({ unit, ...place }) => ({
        ...place,
        ...(unit ? { unit: { ...unit, folder: folderOf(unit.id) } } : {}),
      })),
    }));
    return [{ name, keys, more: own.length - keys.length }];
  });
}

function folderOf(id: string): 'units' | 'towns' {
  return getColumn().towns.some((town) => town.id === id) ? 'towns' : 'units';
}
