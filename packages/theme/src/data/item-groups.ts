import type { ColumnGroup, UnitName } from '@columns/content';
import { getColumn } from './column.ts';
import { countySets } from './publishers.ts';

/** A domain or set of the county, its items having a page each. */
export interface ItemGroupOf {
  readonly group: ColumnGroup;
  /** The page that lists the group, below the base. */
  readonly above: string;
  readonly leads: readonly UnitName[];
  /** Whether long lists of its items have parts by year and unit. */
  readonly narrowed: boolean;
}

export function itemGroups(): ItemGroupOf[] {
  return [
    ...getColumn().domains.map((group) => ({
      ...{ group, above: `domains/${group.id}/`, narrowed: true },
      leads: group.leads,
    })),
    ...countySets().map((group) => ({
      group,
      above: `disclosure/#${group.id}`,
      leads: [],
      narrowed: false,
    })),
  ];
}
