import type { DroppedItem, ItemGroup, PublisherFact, PublisherSort } from '@columns/standard';
import type { County, Department, Town } from '../county.ts';
import type { Institution } from '../institution.ts';

/** Whoever has a catalogue (公开主体). */
export interface Publisher {
  readonly sort: PublisherSort;
  readonly id: string;
  readonly name: string;
  /** Of its page, below the column's base. */
  readonly path: string;
  /** What its own record says of it: some items ask for that and for no entry. */
  readonly facts: readonly PublisherFact[];
  /** Of an institution, its trade. */
  readonly sector?: string;
  /** Of a village, its town. */
  readonly town?: string;
}

/** A publisher with the items of its catalogue, before entries are filed in them. */
export interface PublisherItems {
  readonly publisher: Publisher;
  /** Of a county the sets only: its domains stand in a list of their own. */
  readonly groups: readonly ItemGroup[];
  readonly dropped: readonly DroppedItem[];
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
    folder: string,
    unit: { readonly id: string; readonly name: string },
    more: Pick<Publisher, 'sector' | 'town'> = {},
  ): Publisher => ({
    ...{ sort, id: unit.id, name: unit.name, path: folder && `${folder}/${unit.id}/` },
    facts: factsOf(unit),
    ...more,
  });
  return [
    made('county', '', county),
    ...departments
      .filter(({ type }) => type !== '公共企事业单位')
      .map((unit) => made('unit', 'units', unit)),
    ...towns.map((town) => made('town', 'towns', town)),
    ...towns.flatMap(({ id: town, villages = [] }) =>
      villages.flatMap(({ id, ...village }) =>
        id === undefined ? [] : [made('village', 'villages', { ...village, id }, { town })],
      ),
    ),
    ...institutions.map((one) => made('institution', 'institutions', one, { sector: one.sector })),
  ];
}

const FACTS = ['duties', 'address', 'hours', 'telephone', 'post'] as const;

function factsOf(record: object): PublisherFact[] {
  return FACTS.filter((fact) => Reflect.get(record, fact) !== undefined);
}
