import type {
  CatalogueFiling,
  DroppedItem,
  ItemGroup,
  PublisherFact,
  PublisherSort,
} from '@columns/standard';
import type { County, Department, Town } from '../county.ts';
import type { Institution } from '../institution.ts';

/** Whoever has a catalogue (公开主体). */
export interface Publisher {
  readonly sort: PublisherSort;
  readonly id: string;
  readonly name: string;
  /** Of its page, below the column's base. */
  readonly path: string;
  /** The list in which it is registered, in the county's folder, and the line there where that is known. */
  readonly listed: { readonly file: string; readonly lines?: { readonly id: number } };
  /** What its own record says of it: some items ask for that and for no entry. */
  readonly facts: readonly PublisherFact[];
  /** Of an institution, its trade. */
  readonly sector?: string;
  /** The unit that sees to what it discloses: a village's town, the supervisor of an institution. */
  readonly overseer?: string;
}

/** A publisher with the items of its catalogue, before entries are filed in them. */
export interface PublisherItems {
  readonly publisher: Publisher;
  /** Of a county the sets only: its domains stand in a list of their own. */
  readonly groups: readonly ItemGroup[];
  readonly dropped: readonly DroppedItem[];
  readonly filing?: CatalogueFiling & {
    /** The file that sets the days, below the content's root. */
    readonly file: string;
  };
}

export interface PublisherLists {
  readonly county: County;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
  readonly institutions: readonly Institution[];
}

/** Everybody who has a catalogue: the county, its units, towns, villages with a page, and institutions. */
export function publishersOf(lists: PublisherLists): Publisher[] {
  const { county, departments, towns, institutions } = lists;
  const made = (
    sort: PublisherSort,
    unit: Named,
    more: Pick<Publisher, 'sector' | 'overseer'> = {},
  ): Publisher => {
    const { folder, file } = PLACES[sort];
    return {
      ...{ sort, id: unit.id, name: unit.name, path: folder && `${folder}/${unit.id}/` },
      listed: { file, ...(unit.lines ? { lines: unit.lines } : {}) },
      facts: factsOf(unit),
      ...more,
    };
  };
  const units = departments.flatMap((unit) => {
    const sort = sortOfUnit(unit);
    return sort ? [made(sort, unit)] : [];
  });
  return [
    // What every unit's record says is said of the county's as a whole.
    { ...made('county', county), facts: factsOfAll(units) },
    ...units,
    ...towns.map((town) => made('town', town)),
    ...towns.flatMap(({ id: overseer, villages = [] }) =>
      villages.flatMap(({ id, ...village }) =>
        id === undefined ? [] : [made('village', { ...village, id }, { overseer })],
      ),
    ),
    ...institutions.map((one) =>
      made('institution', one, {
        sector: one.sector,
        ...(one.supervisor === undefined ? {} : { overseer: one.supervisor }),
      }),
    ),
  ];
}

/** What a row of `departments.yaml` is as a publisher; none where it is listed among the institutions. */
export function sortOfUnit({ type }: Pick<Department, 'type'>): 'unit' | 'park' | undefined {
  if (type === '公共企事业单位') return undefined;
  return type === '开发区管委会' ? 'park' : 'unit';
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly lines?: { readonly id: number };
}

/** Where each sort has its pages, and where it is registered. */
const PLACES: Readonly<Record<PublisherSort, { folder: string; file: string }>> = {
  county: { folder: '', file: 'county.yaml' },
  unit: { folder: 'units', file: 'departments.yaml' },
  park: { folder: 'units', file: 'departments.yaml' },
  town: { folder: 'towns', file: 'towns.yaml' },
  village: { folder: 'villages', file: 'towns.yaml' },
  institution: { folder: 'institutions', file: 'institutions.yaml' },
};

const FACTS = ['duties', 'address', 'hours', 'telephone', 'post'] as const;

function factsOf(record: object): PublisherFact[] {
  return FACTS.filter((fact) => Reflect.get(record, fact) !== undefined);
}

function factsOfAll(units: readonly Publisher[]): PublisherFact[] {
  return FACTS.filter(
    (fact) => units.length > 0 && units.every(({ facts }) => facts.includes(fact)),
  );
}
