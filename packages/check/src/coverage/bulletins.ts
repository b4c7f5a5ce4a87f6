import type { Column, Entry } from '@columns/content';
import { addressOf, firstDay, isOpen, judgePairs } from '@columns/content';
import { addCalendarDays, periodText } from '@columns/standard';
import type { Settings } from '../settings/index.ts';
import { lateEntries } from './figures.ts';
import { openTasks } from './open-tasks.ts';
import { periodicCoverage } from './periodic.ts';

/** Something that a unit did late, or left undone, in a month. */
export interface Fault {
  /** What sort of fault it is, in Chinese. */
  readonly sort: string;
  readonly title: string;
  readonly day: string;
  /** Where to look, below the column's base. */
  readonly path: string;
}

export interface BulletinUnit {
  readonly id: string;
  readonly name: string;
  /** Entries that it published in the month. */
  readonly published: number;
  readonly faults: readonly Fault[];
}

/** 监测通报: how the units disclosed in one month. */
export interface Bulletin {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Units that published something or did something late, by their order in the county's lists. */
  readonly units: readonly BulletinUnit[];
}

/** Those of whom nothing is to be blamed and who published, the busiest first. */
export function praised({ units }: Bulletin): BulletinUnit[] {
  return units
    .filter(({ published, faults }) => published > 0 && faults.length === 0)
    .sort((a, b) => b.published - a.published);
}

export function blamed({ units }: Bulletin): BulletinUnit[] {
  return units.filter(({ faults }) => faults.length > 0);
}

/**
 * The bulletins of the months that are over on a day, the newest first, each as it follows from the content:
 * what was published, and what was late by the rules that name it to officers. A month before the column's
 * first entry has none. Pure.
 *
 * @param count how many months are looked back
 */
export function bulletins(
  column: Column,
  settings: Settings,
  asOf: string,
  count: number,
): Bulletin[] {
  const months = monthsBefore(asOf, count);
  const first = column.entries.at(-1)?.data.published.slice(0, 7);
  const known = months.filter((month) => first !== undefined && month >= first);
  const [oldest] = known.slice(-1);
  if (oldest === undefined) return [];
  const names = [...column.departments, ...column.towns];
  const filed = new Map<string, { published: number; faults: Fault[] }>();
  const at = (unit: string, month: string) => {
    const key = `${month} ${unit}`;
    const own = filed.get(key) ?? { published: 0, faults: [] };
    filed.set(key, own);
    return own;
  };
  for (const { data } of column.entries) {
    const month = data.published.slice(0, 7);
    if (data.unit !== undefined && month >= oldest && data.withdrawn === undefined)
      at(data.unit, month).published += 1;
  }
  for (const { unit, fault } of faultsOf(column, settings, asOf)) {
    const month = fault.day.slice(0, 7);
    if (month >= oldest) at(unit, month).faults.push(fault);
  }
  return known.map((month) => ({
    month,
    units: names.flatMap(({ id, name }): BulletinUnit[] => {
      const own = filed.get(`${month} ${id}`);
      return own ? [{ id, name, ...own }] : [];
    }),
  }));
}

/** The whole months before a day, the newest first; a month's last day ends it. */
function monthsBefore(asOf: string, count: number): string[] {
  const next = addCalendarDays(asOf, 1);
  const [year = 0, month = 1] = next.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + (month - 1) - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

function faultsOf(
  column: Column,
  settings: Settings,
  asOf: string,
): { unit: string; fault: Fault }[] {
  const found: { unit: string; fault: Fault }[] = [];
  const add = (unit: string | undefined, fault: Fault) => {
    if (unit !== undefined && fault.day <= asOf) found.push({ unit, fault });
  };
  const ofEntry = (sort: string, entry: Entry, day: string) =>
    add(entry.data.unit, { sort, title: entry.data.title, day, path: addressOf(entry) });
  const late = lateEntries(column, settings);
  for (const entry of column.entries) {
    if (late.has(entry.id) && isOpen(entry))
      ofEntry('逾期公开', entry, firstDay(entry.data.published));
  }
  const ofEntries = column.pairs.filter(({ first }) => !first.rows);
  for (const { pair, state, first, next, due } of judgePairs(
    { ...column, pairs: ofEntries },
    () => undefined,
    asOf,
  )) {
    const half = first ?? next;
    if (!half || due === undefined || (state !== 'late' && state !== 'missing')) continue;
    ofEntry(state === 'late' ? `${pair.name}逾期` : `${pair.name}没有做`, half.entry, due);
  }
  for (const { of, name, cells } of periodicCoverage(column, asOf)) {
    for (const { state, due, period } of cells) {
      if (due === undefined || (state !== 'missing' && state !== 'late')) continue;
      const sort = state === 'missing' ? '按期应公开未公开' : '按期公开逾期';
      for (const unit of of.units)
        add(unit, { sort, title: `${name}（${periodText(period)}）`, day: due, path: of.path });
    }
  }
  for (const { title, day, path, units } of openTasks(column)) {
    if (day < asOf) for (const unit of units) add(unit, { sort: '任务逾期', title, day, path });
  }
  return found;
}
