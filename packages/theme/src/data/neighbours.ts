import type { Entry } from '@columns/content';
import { getColumn } from './column.ts';

export interface Neighbours {
  readonly newer?: Entry;
  readonly older?: Entry;
}

let groups: { entries: readonly Entry[]; by: Map<string, Entry[]> } | undefined;

/** The entries before and after one within its item (or kind) and year: no farther (contract 8). */
export function neighboursOf(entry: Entry): Neighbours {
  const { entries } = getColumn();
  if (groups?.entries !== entries) groups = { entries, by: groupBy(entries) };
  const group = groups.by.get(groupKey(entry)) ?? [];
  const at = group.findIndex(({ id }) => id === entry.id);
  const newer = group[at - 1];
  const older = group[at + 1];
  return { ...(newer ? { newer } : {}), ...(older ? { older } : {}) };
}

function groupBy(entries: readonly Entry[]): Map<string, Entry[]> {
  const by = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupKey(entry);
    const group = by.get(key);
    if (group) group.push(entry);
    else by.set(key, [entry]);
  }
  return by;
}

function groupKey({ item, domain, data, year }: Entry): string {
  return `${item ?? domain ?? data.kind} ${year}`;
}
