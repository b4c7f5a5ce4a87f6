import type { Column, Entry } from '@columns/content';
import { KIND_IDS, kindName } from '@columns/content';

/** A list that has something to follow. */
export interface FollowedList {
  /** The list's page below the column's base; its feed stands below it. */
  readonly path: string;
  readonly name: string;
  readonly group: '本专栏' | '领域' | '部门' | '乡镇（街道）' | '体裁';
  /** Of the domain, unit, town or kind; empty for the column itself. */
  readonly id: string;
}

/** What is open to all; withdrawals stay, for who had the entry must hear of it. */
export function isFollowed({ data }: Entry): boolean {
  return data.attribute.type === '主动';
}

/** The addresses of all lists an entry stands in, but those of domains, which only the column knows. */
function listsOf({ data }: Entry): string[] {
  return [
    ...(data.kind === 'statement' ? [] : ['']),
    `units/${data.unit}/`,
    `towns/${data.town}/`,
    `towns/${data.unit}/`,
    `kinds/${data.kind}/`,
  ];
}

/** Every list of a column that has something to follow. */
export function followedLists(column: Column): FollowedList[] {
  const { county, domains, departments, towns } = column;
  const followed = column.entries.filter(isFollowed);
  const ids = new Set(followed.map(({ id }) => id));
  const paths = new Set(followed.flatMap(listsOf));
  for (const { id, entries } of domains) {
    if (entries.some((entry) => ids.has(entry))) paths.add(`domains/${id}/`);
  }
  const all: FollowedList[] = [
    { path: '', name: county.title, group: '本专栏', id: '' },
    ...named(domains, 'domains', '领域'),
    ...named(departments, 'units', '部门'),
    ...named(towns, 'towns', '乡镇（街道）'),
    ...named(
      KIND_IDS.map((id) => ({ id, name: kindName(id) })),
      'kinds',
      '体裁',
    ),
  ];
  return all.filter(({ path }) => paths.has(path));
}

function named(
  things: readonly { readonly id: string; readonly name: string }[],
  folder: string,
  group: FollowedList['group'],
): FollowedList[] {
  return things.map(({ id, name }) => ({ path: `${folder}/${id}/`, name, group, id }));
}
