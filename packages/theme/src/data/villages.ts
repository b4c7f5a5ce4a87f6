import type { Entry, EntryLink, Town, Village } from '@columns/content';
import { ALL_VILLAGES, villageKey } from '../rendering/groups.ts';
import { getColumn, getGroup, getRelations } from './column.ts';

/** A village that has a page, with the town it belongs to. */
export interface VillageOf {
  readonly town: Town;
  readonly village: Village & { readonly id: string };
}

export function villages(): VillageOf[] {
  return getColumn().towns.flatMap((town) =>
    (town.villages ?? []).flatMap((village) =>
      village.id === undefined ? [] : [{ town, village: { ...village, id: village.id } }],
    ),
  );
}

/** How many there are, with a page or without. */
export function villageCount(): number {
  return getColumn().towns.reduce((sum, { villages: own = [] }) => sum + own.length, 0);
}

/** What a village has disclosed, newest first. */
export function entriesOfVillage(town: Town, { name }: Village): Entry[] {
  return getGroup('village', villageKey(town.id, name));
}

/** What villages have disclosed, newest first. */
export function entriesOfVillages(): Entry[] {
  return getGroup('village', ALL_VILLAGES);
}

/** What county and town tell of the matters of these entries. */
export function upperOfMatters(entries: readonly Entry[]): EntryLink[] {
  const own = new Set(entries.map(({ id }) => id));
  const links = new Map(
    entries
      .flatMap(({ id }) => getRelations(id).sameMatter ?? [])
      .filter(({ id }) => !own.has(id))
      .map((link) => [link.path, link] as const),
  );
  return [...links.values()];
}

/** The address below the base of a village's page, or of the list it stands in. */
export function villagePath(town: Town, { id, name }: Village): string {
  return id === undefined ? `towns/${town.id}/#${villageAnchor(name)}` : `villages/${id}/`;
}

/** Where a village that is known by name alone stands on its town's page. */
export const villageAnchor = (name: string): string => `village-${name}`;
