import type { Entry } from '@columns/content';
import { groupBy } from '@columns/standard';

/** Ids of the entries before and after one. */
export interface NeighbourIds {
  readonly newer?: string;
  readonly older?: string;
}

/** The neighbours of all entries within their item (or kind) and year: no farther (contract 8). */
export function neighbourIds(entries: readonly Entry[]): Map<string, NeighbourIds> {
  const groups = groupBy(
    entries,
    ({ item, domain, data, year }) => `${item ?? domain ?? data.kind} ${year}`,
  );
  const neighbours = new Map<string, NeighbourIds>();
  for (const group of groups.values()) {
    for (const [at, { id }] of group.entries()) {
      const [newer, older] = [group[at - 1], group[at + 1]];
      neighbours.set(id, {
        ...(newer ? { newer: newer.id } : {}),
        ...(older ? { older: older.id } : {}),
      });
    }
  }
  return neighbours;
}
