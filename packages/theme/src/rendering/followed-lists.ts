import type { Column, Entry } from '@columns/content';
import { KIND_IDS, kindName } from '@columns/content';
import { isFollowed } from '@columns/export';
import { AUDIENCE_GROUPS } from '@columns/standard';
import { type GroupName, groupIds, groupKey } from './groups.ts';

/** A list that has something to follow. */
export interface FollowedList {
  /** The list's page below the column's base; its feed stands below it. */
  readonly path: string;
  readonly name: string;
  readonly group: '本专栏' | '领域' | '部门' | '乡镇（街道）' | '体裁' | '人群';
  /** Of the domain, unit, town, kind or group of people; empty for the column itself. */
  readonly id: string;
}

/** Whether it is news of the column itself: a statement only says why there is nothing. */
export function isNews({ data }: Entry): boolean {
  return data.kind !== 'statement';
}

/** Which entries stand in the lists of a group, by the list's id. */
export const LISTED_BY = {
  部门: 'unit',
  '乡镇（街道）': 'town',
  体裁: 'kind',
  人群: 'audience',
} satisfies Partial<Record<FollowedList['group'], GroupName>>;

/** Every list of a column that has something to follow. */
export function followedLists(column: Column): FollowedList[] {
  const { county, domains, departments, towns } = column;
  const followed = column.entries.filter(isFollowed);
  const ids = new Set(followed.map(({ id }) => id));
  const groups = groupIds(followed);
  const having = <T extends { readonly id: string }>(
    things: readonly T[],
    group: keyof typeof LISTED_BY,
  ): T[] => things.filter(({ id }) => groups.has(groupKey(LISTED_BY[group], id)));
  const kinds = KIND_IDS.map((id) => ({ id, name: kindName(id) }));
  return [
    ...(followed.some(isNews)
      ? [{ path: '', name: county.title, group: '本专栏' as const, id: '' }]
      : []),
    ...named(
      domains.filter(({ entries }) => entries.some((entry) => ids.has(entry))),
      'domains',
      '领域',
    ),
    ...named(having(departments, '部门'), 'units', '部门'),
    ...named(having(towns, '乡镇（街道）'), 'towns', '乡镇（街道）'),
    ...named(having(kinds, '体裁'), 'kinds', '体裁'),
    ...named(having(AUDIENCE_GROUPS, '人群'), 'for', '人群'),
  ];
}

function named(
  things: readonly { readonly id: string; readonly name: string }[],
  folder: string,
  group: FollowedList['group'],
): FollowedList[] {
  return things.map(({ id, name }) => ({ path: `${folder}/${id}/`, name, group, id }));
}
