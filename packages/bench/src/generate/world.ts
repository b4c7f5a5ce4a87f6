import type { Standard } from '@columns/standard';
import { effectiveCatalogue } from '@columns/standard';
import { two } from './days.ts';
import { Random } from './random.ts';
import type { DepartmentRow } from './vocabulary/departments.ts';
import { DEPARTMENTS } from './vocabulary/departments.ts';
import {
  COUNTY_SECOND,
  FIRM_FIRST,
  FIRM_TRADE,
  GIVEN,
  PLACE_FIRST,
  PLACE_SECOND,
  PROJECTS,
  SCHOOLS,
  STEMS,
} from './vocabulary/names.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
}

export interface Department extends Unit, Pick<DepartmentRow, 'sign' | 'topic'> {}

export interface Town extends Unit {
  readonly villages: readonly string[];
}

/** An item of the catalogue as texts name it. */
export interface ItemSlot {
  readonly domain: string;
  readonly domainName: string;
  readonly id: string;
  /** Short enough to stand in a title. */
  readonly name: string;
  readonly elements: readonly string[];
  /** Elements short enough to stand in a sentence. */
  readonly terms: readonly string[];
  readonly department: Department;
}

/** The made-up county that all documents speak of. */
export interface World {
  readonly id: string;
  readonly seed: number;
  readonly name: string;
  readonly structure: string;
  readonly departments: readonly Department[];
  readonly towns: readonly Town[];
  /** Items with entries. */
  readonly items: readonly ItemSlot[];
  /** Items that have nothing, which statements give the reason for. */
  readonly quiet: readonly ItemSlot[];
}

export interface WorldOptions {
  readonly county: string;
  readonly seed: number;
  readonly structure: string;
}

const TOWNS = 18;
/** Every so many items one has no entries. */
const QUIET = 14;

/** Makes up a county: its name, units, towns and villages, over the catalogue of a structure. */
export function makeWorld(options: WorldOptions, standard: Standard): World {
  const { county, seed, structure } = options;
  const random = Random.of(seed, county, 'world');
  const name = `样${random.pick(COUNTY_SECOND)}县`;
  const departments = DEPARTMENTS.map(({ id, name: own, sign, topic }) => ({
    id,
    name: `县${own}`,
    sign,
    topic,
  }));
  const items = itemSlots(standard, structure, departments);
  const quiet = items.filter((_, index) => index % QUIET === QUIET - 1);
  return {
    id: county,
    seed,
    name,
    structure,
    departments,
    towns: makeTowns(random),
    items: items.filter((item) => !quiet.includes(item)),
    quiet,
  };
}

function itemSlots(
  standard: Standard,
  structure: string,
  departments: readonly Department[],
): ItemSlot[] {
  const office = departments[0] as Department;
  return effectiveCatalogue(standard, structure).flatMap(({ domain, items }) => {
    const row = DEPARTMENTS.findIndex(({ domains }) => domains.includes(domain.id));
    const department = departments[row] ?? office;
    return items.map((item) => ({
      domain: domain.id,
      domainName: domain.name,
      id: item.id,
      name: shortName([item.level2, item.level1], domain.name),
      elements: item.elements ?? [],
      terms: (item.elements ?? []).filter((text) => /^[\p{Script=Han}、]{2,12}$/u.test(text)),
      department,
    }));
  });
}

/** The longest of an item's names that still reads well inside a title. */
function shortName(names: readonly (string | undefined)[], domain: string): string {
  for (const name of names) {
    const plain = (name ?? '').replaceAll(/（[^）]*）/g, '').replaceAll('／', '、');
    if (plain.length >= 3 && plain.length <= 16 && !/[：，；]/.test(plain)) return plain;
  }
  return domain;
}

function makeTowns(random: Random): Town[] {
  const taken = new Set<string>();
  const place = () => {
    for (;;) {
      const name = random.pick(PLACE_FIRST) + random.pick(PLACE_SECOND);
      if (!taken.has(name)) {
        taken.add(name);
        return name;
      }
    }
  };
  return Array.from({ length: TOWNS }, (_, index) => {
    const ending = index < 2 ? '街道' : random.chance(0.7) ? '镇' : '乡';
    const villages = Array.from(
      { length: random.between(10, 18) },
      () => place() + (ending === '街道' || random.chance(0.1) ? '社区' : '村'),
    );
    return { id: `town-${two(index + 1)}`, name: place() + ending, villages };
  });
}

/** A firm that cannot be anybody's: it carries the made-up county's name. */
export function firmName(world: World, random: Random): string {
  return `${world.name}${random.pick(FIRM_FIRST)}${random.pick(FIRM_FIRST)}${random.pick(FIRM_TRADE)}有限公司`;
}

export function schoolName(world: World, random: Random): string {
  return `${world.name}${random.pick(world.towns).name}${random.pick(SCHOOLS)}`;
}

export function projectName(world: World, random: Random): string {
  const town = random.pick(world.towns);
  return `${town.name}${random.chance(0.5) ? random.pick(town.villages) : ''}${random.pick(PROJECTS)}`;
}

/** An artificial test identity, as long and as varied as a name. */
export function personName(random: Random): string {
  return random.pick(STEMS) + random.pick(GIVEN) + (random.chance(0.85) ? random.pick(GIVEN) : '');
}

/** A number of an exchange that does not exist. */
export function telephone(random: Random): string {
  return `0000-${random.between(2000000, 8999999)}`;
}
