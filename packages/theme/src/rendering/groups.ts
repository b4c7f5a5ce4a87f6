import type { Entry } from '@columns/content';

/**
 * Lists of entries by what they have in common, each list in the order of the column. A page that asks
 * for one is made again when that list changes, not with every new entry.
 */
const KEYS = {
  kind: ({ data }) => [data.kind],
  /** 主动 or 依申请. */
  attribute: ({ data }) => [data.attribute.type],
  unit: ({ data }) => [data.unit],
  /** By the town's id, for its own or of its place. */
  town: ({ data }) => [data.town, data.unit],
  /** By `villageKey`; under `ALL_VILLAGES` those of every village. */
  village: ({ data }) =>
    data.village === undefined ? [] : [ALL_VILLAGES, villageKey(data.town, data.village)],
} satisfies Record<string, (entry: Entry) => readonly (string | undefined)[]>;

export type GroupName = keyof typeof KEYS;

export const ALL_VILLAGES = '';

/** Two villages of one county may have the same name. */
export function villageKey(town: string | undefined, village: string): string {
  return `${town}/${village}`;
}

/** What stands behind `group:` in the name of the fact. */
export function groupKey(name: GroupName, key: string): string {
  return `${name}:${key}`;
}

/** The ids of every group's entries. */
export function groupIds(entries: readonly Entry[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const names = Object.keys(KEYS) as GroupName[];
  for (const entry of entries) {
    for (const name of names) {
      for (const key of new Set(KEYS[name](entry))) {
        if (key === undefined) continue;
        const group = groups.get(groupKey(name, key));
        if (group) group.push(entry.id);
        else groups.set(groupKey(name, key), [entry.id]);
      }
    }
  }
  return groups;
}
