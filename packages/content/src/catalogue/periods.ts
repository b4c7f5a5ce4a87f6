import { periodDue, periodEnd, periodLength, periodsOf } from '@columns/standard';
import type { Column } from '../column.ts';
import type { Entry } from '../entry.ts';
import { isKind } from '../entry.ts';
import { isDisclosed } from '../standing.ts';
import type { ColumnItem } from './filed.ts';
import type { Publisher } from './publishers.ts';

/** An item that is due again and again, with what there is of each period. */
export interface PeriodicItem {
  readonly publisher: Publisher;
  readonly group: { readonly id: string; readonly name: string };
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
      group,
      publisher: county.publisher,
    })),
    ...others.flatMap((one) => one.groups.map((group) => ({ group, publisher: one.publisher }))),
  ];
  const rows = groups.flatMap(({ group: { id, name, items }, publisher }) =>
    items.flatMap((item) => {
      const { every } = item;
      if (every === undefined) return [];
      return [{ publisher, group: { id, name }, item: { ...item, every } }];
    }),
  );
  if (rows.length === 0) return [];
  const byId = new Map(column.entries.map((entry) => [entry.id, entry]));
  return rows.map((row) => {
    const published = new Map<string, Entry>();
    // Newest first: what came first in its period is written last.
    for (const id of row.item.entries) {
      const entry = byId.get(id);
      const period = entry && isDisclosed(entry) ? periodOf(entry) : undefined;
      if (entry && period !== undefined && periodLength(period) === row.item.every)
        published.set(period, entry);
    }
    return { ...row, published };
  });
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

/** The periods of an item that have begun and not ended after `until`, from the first that has anything. */
export function periodsUntil({ item, published }: PeriodicItem, until: string): DuePeriod[] {
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

/** The next period of an item whose last day is not over, whether or not anything was published before. */
export function nextPeriod(row: PeriodicItem, day: string): DuePeriod | undefined {
  const year = Number(day.slice(0, 4));
  const around = [year - 1, year, year + 1].flatMap((each) => periodsOf(row.item.every, each));
  return around
    .map((period) => duePeriod(row, period))
    .find(({ due, entry }) => due !== undefined && due >= day && entry === undefined);
}

function duePeriod(
  { item, published }: Pick<PeriodicItem, 'item' | 'published'>,
  period: string,
): DuePeriod {
  const due = periodDue(period, item.by);
  const entry = published.get(period);
  return { period, ...(due === undefined ? {} : { due }), ...(entry ? { entry } : {}) };
}
