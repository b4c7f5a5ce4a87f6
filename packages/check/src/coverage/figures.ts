import type { Column, ColumnDomain, UnitName } from '@columns/content';
import type { PublisherSort } from '@columns/standard';
import { addCalendarDays, groupBy, levelLabels } from '@columns/standard';
import { latePublications } from '../rules/inspect/publication.ts';
import type { Settings } from '../settings/index.ts';
import { type CatalogueSum, catalogueSums } from './catalogues.ts';
import { type FilingStep, filingSteps } from './filing.ts';
import { type Counts, figuresOf, type GroupFigures, type Weights } from './group.ts';
import { type CoveredPair, pairCoverage, type RowsOf } from './pairs.ts';
import {
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
  readonly weights: Weights;
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
  const { id, name, demo } = column.county;
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  const late = lateEntries(column, settings);
  const weights = weightsOf(settings);
  const stateOf = (row: CoveredRow, day: string) =>
    itemCoverage(row, byId, late, day, settings.thresholds);
  const rows = column.domains.flatMap((domain) =>
    domain.items.map((item) => ({
      ...{ domain, item, general: domain.general },
      judged: isJudged(item, column),
    })),
  );
  const items = rows.map((row) => ({ ...stateOf(row, asOf), ...ofRow(row) }));
  const group = (
    of: { readonly id: string; readonly name: string },
    isIn: (item: CoveredItem) => boolean = () => true,
  ) => figuresOf(of, items.filter(isIn), weights);
  const total = group({ id, name });
  const publishers = column.publishers.map((catalogue): PublisherFigures => {
    const { groups, publisher } = catalogue;
    const { sort, path } = publisher;
    const own = groups.flatMap((each) =>
      each.items.map((item) => {
        const row = { item, general: [], judged: isJudged(item, column, sort) };
        return { item, ...stateOf(row, asOf) };
      }),
    );
    const blank = own.flatMap(({ state, item }) => (state === 'empty' ? [item] : []));
    return {
      ...{ ...figuresOf(publisher, own, weights), sort, path },
      published: own.filter(({ entries, item }) => entries > 0 || item.lacks?.length === 0).length,
      filing: filingSteps(catalogue, asOf),
      blank: [...groupBy(blank, ({ level1 }) => level1)].map(([level1, list]) => ({
        ...{ level1, names: list.map(({ level2 = level1 }) => level2) },
      })),
    };
  });
  const days = Array.from({ length: QUARTERS + 1 }, (_, i) =>
    addCalendarDays(asOf, -QUARTER_DAYS * (QUARTERS - i)),
  );
  return {
    ...{ county: id, name, demo, asOf, total },
    domains: column.domains.map((domain) => group(domain, (item) => item.domain === domain.id)),
    units: unitsOf(column.domains).map((unit) =>
      group({ id: unit.id ?? unit.name, name: unit.name }, ({ units }) =>
        units.some((each) => each.name === unit.name),
      ),
    ),
    levels: Object.entries(levelLabels).map(([level, label]) =>
      group({ id: level, name: label }, ({ levels }) => levels.includes(level)),
    ),
    items,
    publishers,
    catalogues: catalogueSums(publishers, {
      ...total,
      published: items.filter(({ entries }) => entries > 0).length,
      names: column.domains.length,
    }),
    trend: days.map((day) => {
      const then = rows.map((row) => stateOf(row, day));
      const { counts, score } = figuresOf({ id, name }, then, weights);
      return { day, counts, ...(score === undefined ? {} : { score }) };
    }),
    weights,
    rates: pairCoverage(column, rowsOf, asOf),
  };
}

type DomainRow = CoveredRow & { readonly domain: ColumnDomain };

function ofRow({ domain, item }: DomainRow): Omit<CoveredItem, keyof ItemCoverage> {
  const { ref, level1, level2, levels = ['county'], timing } = item;
  return {
    ...{ ref, name: level2 === undefined ? level1 : `${level1}／${level2}`, levels },
    ...{ domain: domain.id, domainName: domain.name, units: domain.leads },
    ...(timing ? { timing: timing.text } : {}),
  };
}

/** Entries published after their last day, by the rule that names them to officers. */
export function lateEntries(column: Column, settings: Settings): LateEntries {
  const files = new Map(column.entries.map(({ file, id }) => [file, id]));
  const found = latePublications({ column, settings, facts: new Map(), tables: new Map() });
  return new Set(found.flatMap(({ file }) => files.get(file) ?? []));
}

export function weightsOf({ thresholds }: Settings): Weights {
  return {
    done: 1,
    late: thresholds['coverage-late'],
    stale: thresholds['coverage-stale'],
    explained: thresholds['coverage-explained'],
    empty: 0,
    unconfirmed: null,
  };
}

function unitsOf(domains: readonly ColumnDomain[]): UnitName[] {
  const units = domains.flatMap(({ leads }) => leads);
  return [...new Map(units.map((unit) => [unit.name, unit])).values()];
}
