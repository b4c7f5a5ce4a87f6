import type { Column, ColumnDomain, UnitName } from '@columns/content';
import type { Item, PublisherSort } from '@columns/standard';
import { addCalendarDays, levelLabels } from '@columns/standard';
import { latePublications } from '../rules/inspect/publication.ts';
import type { Settings } from '../settings/index.ts';
import { type CatalogueSum, catalogueSums } from './catalogues.ts';
import { type FilingStep, filingSteps } from './filing.ts';
import { type CoveredPair, pairCoverage, type RowsOf } from './pairs.ts';
import {
  COVERAGE_STATES,
  type CoverageState,
  type CoveredRow,
  type ItemCoverage,
  isJudged,
  itemCoverage,
  type LateEntries,
} from './state.ts';

export interface CoveredItem extends ItemCoverage {
  readonly ref: string;
  readonly name: string;
  readonly domain: string;
  readonly domainName: string;
  /** The units that lead the domain. */
  readonly units: readonly UnitName[];
  readonly levels: readonly string[];
  readonly timing?: string;
}

export type Counts = Readonly<Record<CoverageState, number>>;

/** Figures of a group of items. */
export interface GroupFigures {
  readonly id: string;
  readonly name: string;
  /** All items, those that are not judged too. */
  readonly items: number;
  readonly counts: Counts;
  /** Hundredths, of the items that are judged; absent where none is. */
  readonly score?: number;
}

/** Figures of one publisher's catalogue. */
export interface PublisherFigures extends GroupFigures {
  readonly sort: PublisherSort;
  /** Its page, below the base. */
  readonly path: string;
  /** Items that have something, judged or not. */
  readonly published: number;
  /** The blank ones among those that are judged, by their 一级事项. */
  readonly blank: readonly { readonly level1: string; readonly names: readonly string[] }[];
  /** How filing and publishing its catalogue stand; nothing where no day was set. */
  readonly filing: readonly FilingStep[];
}

export interface TrendPoint {
  readonly day: string;
  readonly counts: Counts;
  readonly score?: number;
}

/** Coverage of one column on one day: the numbers, and the list behind each. */
export interface Coverage {
  readonly county: string;
  readonly name: string;
  readonly demo: boolean;
  readonly asOf: string;
  readonly total: GroupFigures;
  readonly domains: readonly GroupFigures[];
  readonly units: readonly GroupFigures[];
  readonly levels: readonly GroupFigures[];
  readonly items: readonly CoveredItem[];
  /** Everybody who has a catalogue; of the county its sets (the “1”), which stand beside the domains. */
  readonly publishers: readonly PublisherFigures[];
  readonly catalogues: readonly CatalogueSum[];
  /** Oldest first; the last is `asOf`. */
  readonly trend: readonly TrendPoint[];
  readonly weights: Readonly<Record<CoverageState, number | null>>;
  /** How often what must follow did follow (`pairs.yaml`). */
  readonly rates: readonly CoveredPair[];
}

/** How many quarters the trend looks back. */
const QUARTERS = 8;
const QUARTER_DAYS = 91;

/**
 * What must be disclosed against what has been, as of a day. Pure: column and day in, figures out. The
 * trend is what each earlier day would have shown of the entries published by then.
 *
 * @param asOf `YYYY-MM-DD`; the column's newest publication where the caller has no other
 * @param rowsOf the rows of registers; without them rates of rows count nothing
 */
export function coverage(
  column: Column,
  settings: Settings,
  asOf: string,
  rowsOf: RowsOf = () => undefined,
): Coverage {
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  const late = lateEntries(column, settings);
  const weights = weightsOf(settings);
  const stateOf = (row: CoveredRow, day: string) =>
    itemCoverage(row, byId, late, day, settings.thresholds);
  const on = (day: string) =>
    column.domains.flatMap((domain) =>
      domain.items.map((item) => {
        const row = { item, general: domain.general, judged: isJudged(item, column) };
        return { domain, item, found: stateOf(row, day) };
      }),
    );
  const items = on(asOf).map(({ domain, item, found }): CoveredItem => {
    const { level2, level1, levels, timing } = item;
    return {
      ...found,
      ref: item.ref,
      name: level2 === undefined ? level1 : `${level1}／${level2}`,
      domain: domain.id,
      domainName: domain.name,
      units: domain.leads,
      levels: levels ?? ['county'],
      ...(timing ? { timing: timing.text } : {}),
    };
  });
  const group = (id: string, name: string, list: readonly CoveredItem[]) =>
    figuresOf(id, name, list, weights);
  const days = Array.from({ length: QUARTERS }, (_, i) =>
    addCalendarDays(asOf, -QUARTER_DAYS * (QUARTERS - i)),
  );
  const total = group(column.county.id, column.county.name, items);
  const publishers = column.publishers.map((catalogue): PublisherFigures => {
    const { groups, publisher } = catalogue;
    const { sort, id, name, path } = publisher;
    const rows = groups
      .flatMap((each) => each.items)
      .map((item) => {
        const row = { item, general: [], judged: isJudged(item, column, sort) };
        return { item, ...stateOf(row, asOf) };
      });
    return {
      ...{ ...figuresOf(id, name, rows, weights), sort, path },
      published: rows.filter(({ entries, item }) => entries > 0 || item.lacks?.length === 0).length,
      filing: filingSteps(catalogue, asOf),
      blank: byLevel1(rows.filter(({ state }) => state === 'empty').map(({ item }) => item)),
    };
  });
  return {
    county: column.county.id,
    name: column.county.name,
    demo: column.county.demo,
    asOf,
    total,
    domains: column.domains.map(({ id, name }) =>
      group(
        id,
        name,
        items.filter(({ domain }) => domain === id),
      ),
    ),
    units: unitsOf(column.domains).map(({ id, name }) =>
      group(
        id ?? name,
        name,
        items.filter(({ units }) => units.some((unit) => unit.name === name)),
      ),
    ),
    levels: Object.entries(levelLabels).map(([id, name]) =>
      group(
        id,
        name,
        items.filter(({ levels }) => levels.includes(id)),
      ),
    ),
    items,
    publishers,
    catalogues: catalogueSums(publishers, {
      ...total,
      published: items.filter(({ entries }) => entries > 0).length,
      names: column.domains.length,
    }),
    trend: [...days, asOf].map((day) => {
      const { counts, score } = figuresOf(
        '',
        '',
        on(day).map(({ found }) => found),
        weights,
      );
      return { day, counts, ...(score === undefined ? {} : { score }) };
    }),
    weights,
    rates: pairCoverage(column, rowsOf, asOf),
  };
}

/** Entries published after their last day, by the rule that names them to officers. */
function lateEntries(column: Column, settings: Settings): LateEntries {
  const files = new Map(column.entries.map(({ file, id }) => [file, id]));
  const found = latePublications({ column, settings, facts: new Map(), tables: new Map() });
  return new Set(found.flatMap(({ file }) => files.get(file) ?? []));
}

/** What an item of each state counts; one that is not judged counts neither way. */
export function weightsOf({ thresholds }: Settings): Coverage['weights'] {
  return {
    done: 1,
    late: thresholds['coverage-late'],
    stale: thresholds['coverage-stale'],
    explained: thresholds['coverage-explained'],
    empty: 0,
    unconfirmed: null,
  };
}

function figuresOf(
  id: string,
  name: string,
  items: readonly Pick<ItemCoverage, 'state'>[],
  weights: Coverage['weights'],
): GroupFigures {
  const counts = { ...NONE };
  for (const { state } of items) counts[state] += 1;
  const judged = items.length - counts.unconfirmed;
  const sum = STATES.reduce((total, state) => total + counts[state] * (weights[state] ?? 0), 0);
  const score = judged === 0 ? {} : { score: Math.round((sum / judged) * 1000) / 10 };
  return { id, name, items: items.length, counts, ...score };
}

function byLevel1(items: readonly Item[]): PublisherFigures['blank'] {
  const groups = new Map<string, string[]>();
  for (const { level1, level2 = level1 } of items)
    groups.set(level1, [...(groups.get(level1) ?? []), level2]);
  return [...groups].map(([level1, names]) => ({ level1, names }));
}

const STATES = Object.keys(COVERAGE_STATES) as CoverageState[];
const NONE = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<CoverageState, number>;

function unitsOf(domains: readonly ColumnDomain[]): UnitName[] {
  const units = new Map<string, UnitName>();
  for (const { leads } of domains) for (const unit of leads) units.set(unit.name, unit);
  return [...units.values()];
}
