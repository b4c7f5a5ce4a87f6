import { isKind } from '@columns/content';
import { findEntry, getColumn, getKind, getRelations } from './column.ts';
import { openGuides, type Place } from './guides.ts';

/** 办事一本通 of a town or of one place: guides by id, in the order of the column. */
export interface OwnBooklet {
  readonly id: string;
  readonly name: string;
  readonly guides: readonly string[];
}

/**
 * Towns first, in their order: what they publish and what is done at their places; then every other place where
 * something is done. Whoever has no guide has no booklet.
 */
export function booklets(): OwnBooklet[] {
  const { towns } = getColumn();
  const places = new Map(getKind('place').map((place) => [place.id, place]));
  const ofTown = new Map<string, string[]>();
  const ofPlace = new Map<Place, string[]>();
  for (const guide of openGuides()) {
    const at = (getRelations(guide.id).places ?? []).flatMap(({ id, county }) =>
      county === guide.county ? (places.get(id) ?? []) : [],
    );
    const inTowns = new Set([guide.data.town, ...at.map(({ data }) => data.town)]);
    for (const town of inTowns) if (town !== undefined) push(ofTown, town, guide.id);
    for (const place of at) if (place.data.town === undefined) push(ofPlace, place, guide.id);
  }
  return [
    ...towns.flatMap(({ id, name }) => {
      const guides = ofTown.get(id);
      return guides ? [{ id, name, guides }] : [];
    }),
    ...[...ofPlace].map(([place, guides]) => ({
      id: bookletId(place),
      name: place.data.title,
      guides,
    })),
  ];
}

/** The booklet in which a place's guides stand: its town's, or its own. A place may be called as a town is. */
export function bookletId({ id, data }: Place): string {
  if (data.town !== undefined) return data.town;
  return getColumn().towns.some((town) => town.id === id) ? `hall-${id}` : id;
}

/** Whether something is done at a place that has an open guide. */
export function hasGuides(place: Place): boolean {
  return (getRelations(place.id).guides ?? []).some(({ id }) => {
    const entry = findEntry(id);
    return entry !== undefined && isKind(entry, 'guide');
  });
}

function push<K>(map: Map<K, string[]>, key: K, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
