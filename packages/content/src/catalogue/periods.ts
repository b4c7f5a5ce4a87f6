import type { PeriodLength } from '@columns/standard';
import { periodDue, periodEnd, periodLength, periodsOf } from '@columns/standard';
import type { Column, ColumnDomain } from '../column.ts';
import type { Entry } from '../entry.ts';
import { isKind } from '../entry.ts';
import { isDisclosed } from '../standing.ts';
import type { ColumnGroup, ColumnItem } from './filed.ts';
import type { Publisher } from './publishers.ts';

/** An item that is due again and again, with what there is of each period. */
export interface PeriodicItem {
  readonly publisher: Publisher;
  readonly group: { readonly id: string; readonly name: string };
  /** What it belongs to, for readers: a domain of the county, or a publisher. */
  readonly within: string;
  /** Ids of the units that must see to it. */
  readonly units: readonly string[];
  /** Below the column's base, the page that shows it. */
  readonly path: string;
  readonly item: ColumnItem & { readonly every: NonNullable<ColumnItem['every']> };
  /** By period: the first entry of it, as far as there is one. */
  readonly published: ReadonlyMap<string, Entry>;
}

/** Every item of the column that says how often it is due, the county's first. */
export function periodicItems(column: Column): PeriodicItem[] {
  const [county, ...others] = column.publishers;
  if (!county) return [];
  const groups = [
    ...[...column.domains, ...county.groups].map((group) => ({
      ...{ group, publisher: county.publisher, within: group.name, units: leadsOf(group) },
      pathOf: ({ ref }: ColumnItem) => `domains/${ref}/`,
    })),
    ...others.flatMap(({ publisher, groups: own }) =>
      own.map((group) => ({
        ...{ group, publisher, within: publisher.name },
        units: [publisher.id, publisher.overseer].filter((id) => id !== undefined),
        pathOf: () => publisher.path,
      })),
    ),
  ];
  const rows = groups.flatMap(({ group: { id, name, items }, pathOf, ...of }) =>
    items.flatMap((item) => {
      const { every } = item;
      if (every === undefined) return [];
      return [{ ...of, group: { id, name }, path: pathOf(item), item: { ...item, every } }];
    }),
  );
  if (rows.length === 0) return [];
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  return rows.map((row) => {
    const entries = row.item.entries.flatMap((id) => byId.get(id) ?? []);
    const published = publishedBy(row.item.every, entries);
    // Nobody leads what stands in no domain: it stays with whoever has published it.
    const last = entries.find(({ data }) => data.unit !== undefined)?.data.unit;
    const units = row.units.length === 0 && last !== undefined ? [last] : row.units;
    return { ...row, units, published };
  });
}

function leadsOf(group: ColumnGroup | ColumnDomain): string[] {
  const leads = 'leads' in group ? group.leads : [];
  return leads.flatMap(({ id }) => id ?? []);
}

/** What first appeared in each period, of entries that stand newest first. */
export function publishedBy(every: PeriodLength, entries: readonly Entry[]): Map<string, Entry> {
  const published = new Map<string, Entry>();
  // What came first in its period is written last.
  for (const entry of entries) {
    const period = isDisclosed(entry) ? periodOf(entry) : undefined;
    if (period !== undefined && periodLength(period) === every) published.set(period, entry);
  }
  return published;
}

/** The period an entry says it is of; a report of a year is of that year. */
export function periodOf(entry: Entry): string | undefined {
  if (entry.data.period !== undefined) return entry.data.period;
  return isKind(entry, 'annual-report') ? String(entry.data.year) : undefined;
}

/** A period of an item, with the last day on which it is in time where one is set. */
export interface DuePeriod {
  readonly period: string;
  readonly due?: string;
  readonly entry?: Entry;
}

/** What of an item decides which periods it has. */
type Periods = {
  readonly item: Pick<PeriodicItem['item'], 'every' | 'by'>;
  readonly published: PeriodicItem['published'];
};

/** The periods of an item that have begun and not ended after `until`, from the first that has anything. */
export function periodsUntil({ item, published }: Periods, until: string): DuePeriod[] {
  const known = [...published.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const periods: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1)
    periods.push(...periodsOf(item.every, year));
  return periods
    .filter((period) => period >= first && (periodEnd(period) <= until || period <= last))
    .map((period) => duePeriod({ item, published }, period));
}

/** The periods of an item from the first to the last that has anything: no day decides which. */
export function periodsBetween(row: Periods): DuePeriod[] {
  const last = [...row.published.keys()].sort().at(-1);
  return last === undefined ? [] : periodsUntil(row, last).filter(({ period }) => period <= last);
}

/** The next period of an item whose last day is not over, whether or not anything was published before. */
export function nextPeriod(row: PeriodicItem, day: string): DuePeriod | undefined {
  const year = Number(day.slice(0, 4));
  const around = [year - 1, year, year + 1].flatMap((each) => periodsOf(row.item.every, each));
  return around
    .map((period) => duePeriod(row, period))
    .find(({ due, entry }) => due !== undefined && due >= day && entry === undefined);
}

function duePeriod({ item, published }: Periods, period: string): DuePeriod {
  const due = periodDue(period, item.by);
  const entry = published.get(period);
  return { period, ...(due === undefined ? {} : { due }), ...(entry ? { entry } : {}) };
}
