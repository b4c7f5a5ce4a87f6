import type { Join } from '@columns/standard';
import { groupBy } from '@columns/standard';
import type { EntryLink } from '../column.ts';
import type { Entry } from '../entry.ts';
import { entryIs, rowIs } from '../where.ts';
import type { Carried, JoinSource, Rows } from './carriers.ts';
import { Bearers, carried, carrierId } from './carriers.ts';

/** Where else a key stands: all of one entry together. */
export interface JoinedPlace {
  /** What it is there, where that is not the form or the kind of its own name. */
  readonly as?: string;
  readonly link?: EntryLink;
  /** A unit of the county's list. */
  readonly unit?: { readonly id: string; readonly name: string };
  /** The first of its rows, from 1; and how many there are, where that is more than one. */
  readonly row?: number;
  readonly count?: number;
}

/** One key of an entry, and where else it stands. */
export interface Joined {
  /** The join's id. */
  readonly join: string;
  readonly key: string;
  /** The entry's own rows that have it, from 1. */
  readonly rows?: readonly number[];
  readonly places: readonly JoinedPlace[];
}

/** Under which name what is joined to a unit stands in `Column.joined`: no entry can have it. */
export function unitKey(id: string): string {
  return `unit:${id}`;
}

/** So many places of one carrier are kept for a key: a power may have a thousand permits. */
const MOST = 12;

/**
 * What shares a key with what, from both sides. Linear in the number of places: what a key's other carriers
 * hold is put together once a key and not once a row.
 */
export function joinEntries(
  source: JoinSource & { readonly links: ReadonlyMap<string, EntryLink> },
  tables: ReadonlyMap<string, Rows>,
  joins: readonly Join[],
): Record<string, Joined[]> {
  const joined = new Map<string, Joined[]>();
  const bearers = new Bearers(source);
  for (const join of joins) {
    const places = carried(join, source, bearers, ({ id }) => tables.get(id));
    for (const [key, own] of groupBy(places, (place) => place.key)) {
      const carriers = new Set(own.map(({ carrier }) => carrierId(carrier)));
      if (carriers.size < 2) continue;
      const grouped = groupBy(own, holderOf);
      for (const [holder, mine] of grouped) {
        const [first] = mine;
        if (!first) continue;
        const others = [...grouped.values()]
          .filter(([other]) => other && carrierId(other.carrier) !== carrierId(first.carrier))
          .slice(0, MOST * carriers.size);
        const rows = mine.flatMap(({ row }) => (row === undefined ? [] : row + 1));
        const found: Joined = {
          ...{ join: join.id, key },
          ...(rows.length > 0 ? { rows } : {}),
          places: others.map((other) => placeOf(other, source.links)),
        };
        const list = joined.get(holder);
        if (list) list.push(found);
        else joined.set(holder, [found]);
      }
    }
  }
  return Object.fromEntries(joined);
}

/** The entry or unit that holds a place. */
function holderOf({ entry, unit }: Carried): string {
  return entry?.id ?? unitKey(unit?.id ?? '');
}

function placeOf(places: readonly Carried[], links: ReadonlyMap<string, EntryLink>): JoinedPlace {
  const [{ carrier, entry, unit, row } = {} as Carried] = places;
  const link = entry && links.get(entry.id);
  return {
    ...(carrier.as === undefined ? {} : { as: carrier.as }),
    ...(link ? { link } : {}),
    ...(unit ? { unit: { id: unit.id, name: unit.name } } : {}),
    ...(row === undefined ? {} : { row: row + 1 }),
    ...(places.length > 1 ? { count: places.length } : {}),
  };
}

/** A key that stands where the join's home does not know it, or that lacks its other half. */
export interface JoinFault {
  readonly join: Join;
  readonly fault: 'unknown' | 'lacking';
  /** Of what is lacking: its name, what to do and why. */
  readonly lack?: Join['lacks'][number];
  /** One for each key, where it stands first. */
  readonly places: readonly Carried[];
  /** All keys of the home, for the nearest to one that is unknown. */
  readonly known: ReadonlySet<string>;
}

/** What of a county's joins has no other half; of several keys in one entry together. Pure. */
export function joinFaults(
  source: JoinSource,
  rowsOf: (entry: Entry) => Rows | undefined,
  joins: readonly Join[],
): JoinFault[] {
  const bearers = new Bearers(source);
  return joins.flatMap((join): JoinFault[] => {
    const places = carried(join, source, bearers, rowsOf);
    const keys = new Map<string, Set<string>>();
    for (const { carrier, key } of places) {
      const own = keys.get(carrierId(carrier)) ?? new Set();
      keys.set(carrierId(carrier), own.add(key));
    }
    const home = keys.get(join.home ?? '') ?? new Set();
    const strangers =
      home.size === 0
        ? []
        : places.filter(({ carrier, key }) => carrierId(carrier) !== join.home && !home.has(key));
    const unknown = each(strangers).map(
      (own): JoinFault => ({ join, fault: 'unknown', places: own, known: home }),
    );
    const lacking = join.lacks.flatMap((lack): JoinFault[] => {
      const there = keys.get(lack.needs);
      if (lack.begun && there === undefined) return [];
      const bare = places.filter(
        (place) =>
          carrierId(place.carrier) === lack.of &&
          !there?.has(place.key) &&
          isAsked(place, lack, rowsOf),
      );
      return each(bare).map((own) => ({ join, fault: 'lacking', lack, places: own, known: home }));
    });
    return [...unknown, ...lacking];
  });
}

/** Whether a lack is of this place: of units, the towns keep accounts of their own. */
function isAsked(
  { entry, town, row }: Carried,
  { where }: Join['lacks'][number],
  rowsOf: (entry: Entry) => Rows | undefined,
): boolean {
  if (entry === undefined) return !town;
  if (row === undefined) return entryIs(entry, where);
  const table = rowsOf(entry);
  return table !== undefined && rowIs(table.columns, table.rows[row] ?? [], where);
}

/** Places by the entry they stand in, each key once; those of the units' list together. */
function each(places: readonly Carried[]): Carried[][] {
  const holders = new Map<string, Map<string, Carried>>();
  for (const place of places) {
    const own = holders.get(place.entry?.id ?? '') ?? new Map<string, Carried>();
    holders.set(place.entry?.id ?? '', own);
    if (!own.has(place.key)) own.set(place.key, place);
  }
  return [...holders.values()].map((own) => [...own.values()]);
}
