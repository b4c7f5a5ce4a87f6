import type { Entry, EntryLink, Town, Village } from '@columns/content';
import { groupBy } from '@columns/export';
import { getColumn, getRelations } from './column.ts';

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

/** What each village has disclosed, newest first: one look at the entries for all villages. */
export function entriesByVillage(): (town: Town, village: Village) => readonly Entry[] {
  const keyOf = (town: string | undefined, village: string | undefined) => `${town}/${village}`;
  const groups = groupBy(getColumn().entries, ({ data }) => keyOf(data.town, data.village));
  return (town, { name }) => groups.get(keyOf(town.id, name)) ?? [];
}

/** What county and town tell of the matters of these entries. */
export function upperOfMatters(entries: readonly Entry[]): EntryLink[] {
  const own = new Set(entries.map(({ id }) => id));
  const links = new Map(
    entries
      .flatMap(({ id }) => getRelations(id).sameMatter)
      .filter(({ id }) => !own.has(id))
      .map((link) => [link.path, link] as const),
  );
  return [...links.values()];
}

/** The address below the base of a village's page, or of the list it stands in. */
export function villagePath(town: Town, { id }: Village): string {
  return id === undefined ? `towns/${town.id}/#villages` : `villages/${id}/`;
}
