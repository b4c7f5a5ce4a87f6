import { join } from 'node:path';
import type {
  AppliedCatalogue,
  CatalogueChanges,
  CatalogueLayer,
  EffectiveDomain,
  Item,
  LayerProblem,
  PublisherSort,
  Standard,
} from '@columns/standard';
import {
  applyLayers,
  catalogueChangesSchema,
  effectiveDomains,
  effectiveGroups,
  noChanges,
  templateOf,
} from '@columns/standard';
import type { z } from 'zod';
import type { Publisher, PublisherItems, PublisherLists } from '../catalogue/publishers.ts';
import { publishersOf } from '../catalogue/publishers.ts';
import { countySchema } from '../county.ts';
import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';
import { readYamlFile } from './county-files.ts';
import { isFile } from './files.ts';
import { nearest } from './near.ts';
import type { YamlSource } from './yaml.ts';

/** A domain of a county, under its local name, with the items that hold there. */
export type CatalogueDomain = EffectiveDomain['domain'] & { readonly items: readonly Item[] };

export interface CatalogueReading {
  /** The county's domains in its order with the items that hold for it. */
  readonly domains: readonly CatalogueDomain[];
  /** Everybody's items but those of the county's domains; the county first. */
  readonly publishers: readonly PublisherItems[];
}

/** Where files of single publishers and of all of a sort stand, below a place's folder. */
const FOLDER = '_catalogue';

/** The file that holds what differs for all publishers of a sort. */
const OF_SORT: Readonly<Record<PublisherSort, string>> = {
  county: 'catalogue.yaml',
  unit: `${FOLDER}/units.yaml`,
  park: `${FOLDER}/parks.yaml`,
  town: `${FOLDER}/towns.yaml`,
  village: `${FOLDER}/villages.yaml`,
  institution: `${FOLDER}/institutions.yaml`,
};

/** Whether a path below a place's folder is a file of catalogues. */
export function isCatalogueFile(path: string): boolean {
  return /^_catalogue\/[^/]+\.yaml$/.test(path);
}

type ReadLayer = CatalogueLayer & { readonly file: string; readonly source?: YamlSource };

/**
 * Puts every publisher's catalogue together: the standard, what each level above changes, uppermost first,
 * what the county changes, and what the publisher itself does. Problems are told of the county's own
 * files; those of the levels above are told when these are read themselves.
 *
 * @param paths every file below the county's folder
 */
export function readCatalogue(
  contentRoot: string,
  lists: PublisherLists,
  paths: readonly string[],
  standard: Standard,
  problems: Problem[],
): CatalogueReading {
  const { county } = lists;
  const known = standard.structures.map(({ id }) => id);
  if (!known.includes(county.structure)) {
    problems.push({
      code: 'shape/county-config',
      file: `${county.id}/county.yaml`,
      ...START,
      field: 'structure',
      value: county.structure,
      expected: known.join('、'),
    });
    return { domains: [], publishers: [] };
  }
  const above = placesAbove(contentRoot, county.id);
  const layersOf = (file: string): ReadLayer[] => [
    ...above.flatMap((place) => readLayer(contentRoot, place, file, 'upper', []) ?? []),
    ...(readLayer(contentRoot, county, file, 'county', problems) ?? []),
  ];
  const { structure } = county;
  const bySort = new Map<PublisherSort, ReadLayer[]>();
  for (const sort of Object.keys(OF_SORT) as PublisherSort[])
    bySort.set(sort, layersOf(OF_SORT[sort]));
  const publishers = publishersOf(lists);
  problems.push(...strangers(county.id, paths, publishers));

  /** What all publishers of a sort, or of a trade, have in common. */
  const common = new Map<string, AppliedCatalogue & { readonly sort: PublisherSort }>();
  const commonOf = (
    { sort, sector }: Pick<Publisher, 'sort' | 'sector'>,
    /** The county's: whoever is in it has its topics, and names none. */
    topics?: readonly string[],
  ) =>
    remembered(common, `${sort}/${sector ?? ''}`, () => {
      const base = templateOf(standard, sort, sector);
      const options = { structure, base, ...(topics ? { topics } : {}) };
      return { ...applyLayers(standard, bySort.get(sort) ?? [], options), sort };
    });
  const whole = commonOf({ sort: 'county' });
  const { topics } = whole;
  const domains = effectiveDomains(standard, structure, whole).map(({ domain, items }) => ({
    ...domain,
    items,
  }));
  const grouped = new Map<AppliedCatalogue, PublisherItems['groups']>();
  const catalogues = publishers.map((publisher): PublisherItems => {
    const { sort, id, name } = publisher;
    const shared = commonOf(publisher, topics);
    const path = `${FOLDER}/${id}.yaml`;
    const layers =
      sort !== 'county' && paths.includes(path)
        ? readLayer(contentRoot, { id: county.id, name }, path, 'publisher', problems)
        : undefined;
    const own = layers && applyLayers(standard, layers, { structure, topics, base: shared.items });
    if (own) problems.push(...ownProblems(layers, own.problems));
    const applied = own ?? shared;
    const all = [...(bySort.get(sort) ?? []), ...(layers ?? [])];
    return {
      publisher,
      groups: remembered(grouped, applied, () =>
        effectiveGroups(standard, sort === 'county' ? [] : domains, applied),
      ),
      dropped: [...shared.dropped, ...(own?.dropped ?? [])],
      ...filingIn(county.id, all, { ...shared.filing, ...own?.filing }),
    };
  });
  for (const sort of Object.keys(OF_SORT) as PublisherSort[]) {
    if (sort !== 'institution') commonOf({ sort }, topics);
    const found = [...common.values()]
      .filter((each) => each.sort === sort)
      .map((each) => each.problems);
    problems.push(...ownProblems(bySort.get(sort) ?? [], inAll(found)));
  }
  return { domains, publishers: catalogues };
}

function remembered<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The days of a catalogue, with the county's own file that has them, or would have. */
function filingIn(
  county: string,
  layers: readonly ReadLayer[],
  filing: AppliedCatalogue['filing'] = {},
): Pick<PublisherItems, 'filing'> {
  if (Object.keys(filing).length === 0) return {};
  const own = layers.findLast(({ changes, origin }) => changes.filing && origin !== 'upper');
  return { filing: { ...filing, file: own?.file ?? `${county}/county.yaml` } };
}

/** What is wrong whichever trade is looked at: an item of one trade is none of another's. */
function inAll(lists: readonly (readonly LayerProblem[])[]): LayerProblem[] {
  const [first = [], ...rest] = lists;
  const same = (a: LayerProblem, b: LayerProblem) => a.code === b.code && a.path === b.path;
  return first.filter((one) => rest.every((list) => list.some((other) => same(one, other))));
}

function ownProblems(layers: readonly ReadLayer[], found: readonly LayerProblem[]): Problem[] {
  return found.flatMap(({ code, path, message, layer }): Problem[] => {
    const read = layers[layer];
    if (!read || read.origin === 'upper') return [];
    const at = read.source?.valueAt(keysOf(path)) ?? START;
    const rule = code === 'repeats-item' ? 'law/repeated-item' : 'shape/catalogue-change';
    return [{ code: rule, file: read.file, ...at, field: path, value: message }];
  });
}

/** `add[0].domain` → add, 0, domain. */
function keysOf(path: string): PropertyKey[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
}

function readLayer(
  contentRoot: string,
  place: { readonly id: string; readonly name: string },
  path: string,
  origin: CatalogueLayer['origin'],
  problems: Problem[],
): ReadLayer[] | undefined {
  const file = `${place.id}/${path}`;
  const read = readYamlFile(contentRoot, file, catalogueChangesSchema, problems);
  if (!read) return undefined;
  const changes: CatalogueChanges = read.value ?? noChanges;
  return [{ from: place.name, origin, changes, file, source: read.source }];
}

/** The levels above a place, uppermost first, as far as each `county.yaml` leads: faults in it are told elsewhere. */
export function placesAbove(contentRoot: string, id: string): { id: string; name: string }[] {
  const places: { id: string; name: string }[] = [];
  const seen = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const file: string = `${next}/county.yaml`;
    const read: { value: z.infer<typeof countySchema> } | undefined = isFile(
      join(contentRoot, file),
    )
      ? readYamlFile(contentRoot, file, countySchema, [])
      : undefined;
    if (!read) break;
    places.unshift({ id: next, name: read.value.name });
    next = read.value.parent;
  }
  return places.slice(0, -1);
}

/** Files of nobody: the name says whose catalogue it is. */
function strangers(
  county: string,
  paths: readonly string[],
  publishers: readonly Publisher[],
): Problem[] {
  const names = [
    ...Object.values(OF_SORT).map((file) => file.slice(FOLDER.length + 1, -'.yaml'.length)),
    ...publishers.filter(({ sort }) => sort !== 'county').map(({ id }) => id),
  ].slice(1);
  return paths.filter(isCatalogueFile).flatMap((path): Problem[] => {
    const name = path.slice(FOLDER.length + 1, -'.yaml'.length);
    if (names.includes(name)) return [];
    const near = nearest(name, names);
    return [
      {
        ...{ code: 'shape/unknown-unit', file: `${county}/${path}`, ...START, value: name },
        expected:
          '单位、乡镇、村或公共企事业单位的编号，或 units、parks、towns、villages、institutions',
        ...(near === undefined ? {} : { other: near }),
      },
    ];
  });
}
