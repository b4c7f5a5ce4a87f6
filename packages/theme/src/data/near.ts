import type { Hours, Town } from '@columns/content';
import { endedAs, isDisclosed, isKind, isOpen, plainTitle, readHours } from '@columns/content';
import type { ArrangedDays } from '@columns/standard';
import { arrangedDays } from '@columns/standard';
import { entryHref, getColumn, getGroup, getKind, getRelations, href } from './column.ts';
import type { Place } from './guides.ts';
import { villagePath } from './villages.ts';

/*
 * What pages show of the town that a reader has chosen. It stands in one small file a town, which a script reads, so
 * that a hall with new hours makes no guide's page anew.
 */

/** A place where things are done. */
export interface Hall {
  readonly id: string;
  readonly title: string;
  /** Of its page. */
  readonly path: string;
  readonly where?: string;
  readonly telephone?: string;
  /** As they are written. */
  readonly hours?: string;
  /** The same as data, where they can be read. */
  readonly open?: Hours;
  /** Ids of the guides that are done there. */
  readonly guides?: readonly string[];
}

/** `towns/<id>/near.json`: at most 6 KB, compressed. */
export interface NearTown {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly telephone?: string;
  readonly halls: readonly Hall[];
  readonly newest: readonly {
    readonly title: string;
    readonly path: string;
    readonly day: string;
  }[];
  readonly villages: readonly { readonly name: string; readonly path: string }[];
  readonly calendar: ArrangedDays;
}

/** `towns/near.json`: the towns one can choose, the halls of the county itself, and those that guides name. */
export interface NearCounty {
  readonly towns: readonly { readonly name: string; readonly near: string }[];
  readonly halls: readonly Hall[];
  readonly calendar: ArrangedDays;
}

/** So many are told; the town's page has all. */
const NEWEST = 8;
const HALLS = 6;
const LONGEST_TITLE = 60;

const HALL_FORMS: readonly Place['data']['form'][] = [
  '便民服务中心',
  '政务服务中心',
  '部门服务窗口',
];

/** The places of a town where things are done: its centre first. */
export function hallsOf(town: Town): Place[] {
  return getGroup('town', town.id)
    .filter((entry): entry is Place => isKind(entry, 'place') && isOpen(entry))
    .filter(({ data }) => data.town === town.id && data.village === undefined)
    .sort((a, b) => rank(a) - rank(b));
}

const rank = ({ data }: Place) =>
  (HALL_FORMS.indexOf(data.form) + HALL_FORMS.length + 1) % (HALL_FORMS.length + 1);

/** The county's own halls: they are of no town. */
export function countyHalls(): Place[] {
  return getKind('place')
    .filter(({ data }) => data.town === undefined && HALL_FORMS.includes(data.form))
    .sort((a, b) => rank(b) - rank(a));
}

/** Places of towns that stand on a guide's page: whoever reads it has chosen another town, or none. */
function namedHalls(): Place[] {
  return getKind('place').filter(
    (place) => isOpen(place) && (getRelations(place.id).guides ?? []).length > 0,
  );
}

export function nearTown(town: Town): NearTown {
  const { id, name, telephone } = town;
  const newest = getGroup('town', id)
    .filter((entry) => isDisclosed(entry) && entry.data.kind !== 'place')
    .slice(0, NEWEST);
  return {
    id,
    name,
    path: href(`towns/${id}/`),
    ...(telephone === undefined ? {} : { telephone }),
    halls: hallsOf(town).slice(0, HALLS).map(hall),
    newest: newest.map((entry) => ({
      title: shortened(plainTitle(entry.data)) + (endedAs(entry) ? `（${endedAs(entry)}）` : ''),
      path: entryHref(entry),
      day: entry.data.published,
    })),
    villages: (town.villages ?? []).map((village) => ({
      name: village.name,
      path: href(villagePath(town, village)),
    })),
    calendar: arrangedDays(),
  };
}

export function nearCounty(): NearCounty {
  return {
    towns: getColumn().towns.map(({ id, name }) => ({ name, near: nearPath(id) })),
    halls: [...new Set([...countyHalls().slice(0, HALLS), ...namedHalls()])].map(hall),
    calendar: arrangedDays(),
  };
}

/** Where a town's file stands; without a town the county's. */
export const nearPath = (town?: string): string =>
  href(town === undefined ? 'towns/near.json' : `towns/${town}/near.json`);

function hall(place: Place): Hall {
  const { address, telephone, hours, guides = [] } = place.data;
  const open = hours === undefined ? undefined : readHours(hours);
  const done = new Set([...guides, ...(getRelations(place.id).guides ?? []).map(({ id }) => id)]);
  return {
    id: place.id,
    title: plainTitle(place.data),
    path: entryHref(place),
    ...(address === undefined ? {} : { where: address }),
    ...(telephone === undefined ? {} : { telephone }),
    ...(hours === undefined ? {} : { hours }),
    ...(open === undefined ? {} : { open }),
    ...(done.size === 0 ? {} : { guides: [...done] }),
  };
}

const shortened = (title: string) =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}……` : title;
