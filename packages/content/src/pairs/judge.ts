import type { Pair } from '@columns/standard';
import {
  addCalendarDays,
  addWorkingDays,
  CalendarRangeError,
  dueDate,
  groupBy,
} from '@columns/standard';
import type { Column } from '../column.ts';
import { firstDay, isRealDay, isSurelyAfter, lastDay } from '../dates.ts';
import type { Entry } from '../entry.ts';
import type { Rows } from '../joins/carriers.ts';
import { isSaid, pathIn } from '../path-in.ts';
import { isOpen } from '../shown.ts';
import type { PairHalfFound } from './halves.ts';
import { dayOf, isHalf, PairEntries } from './halves.ts';

export type { PairHalfFound } from './halves.ts';

/** How a pair stands, with its Chinese name. */
export const PAIR_STATES = {
  done: '按时',
  late: '逾期',
  missing: '尚无',
  waiting: '未到期',
  undated: '没有日期',
  uncounted: '算不出',
  ended: '已不需要',
} as const;

export type PairState = keyof typeof PAIR_STATES;

/** What became of one half of a pair. */
export interface PairOutcome {
  readonly pair: Pair;
  readonly state: PairState;
  /** Absent where it is the second that has no first. */
  readonly first?: PairHalfFound;
  readonly next?: PairHalfFound;
  /** The last day for the second half. */
  readonly due?: string;
  /** The second half stands before the first. */
  readonly early?: true;
  /** What was the second half, and was withdrawn. */
  readonly withdrawn?: Entry;
}

/**
 * How every pair of a column stands on a day. Pure. Each kind and form is gone through once for each pair that
 * asks for it, and halves find each other by maps.
 *
 * @param rowsOf the rows of a register of a form, where pairs ask for rows
 * @param asOf `YYYY-MM-DD`; without it nothing is missing yet
 */
export function judgePairs(
  column: Pick<Column, 'entries' | 'relations' | 'deadlines' | 'pairs' | 'joins'>,
  rowsOf: (entry: Entry) => Rows | undefined,
  asOf?: string,
): PairOutcome[] {
  const entries = new PairEntries(column, rowsOf);
  return column.pairs.flatMap((pair) => judge(pair, column, entries, asOf));
}

type Context = Parameters<typeof judgePairs>[0];

function judge(
  pair: Pair,
  column: Context,
  entries: PairEntries,
  asOf: string | undefined,
): PairOutcome[] {
  const within = withinOf(pair, column);
  const whole =
    within.from === undefined ? pair : { ...pair, first: { ...pair.first, day: within.from } };
  if (pair.counts === 'next') return unpreceded(pair, entries);
  const partners = partnersOf(whole, column, entries);
  return entries.halves(whole.first, pair.each).map((half): PairOutcome => {
    // Where its own day is not known, that of publication stands for it.
    const first =
      half.day === undefined && within.from !== undefined ? dayOf(half.entry, pair.first) : half;
    const { next, withdrawn } = partners(first);
    const found = {
      ...{ pair, first },
      ...(next ? { next } : {}),
      ...(withdrawn && !next ? { withdrawn } : {}),
    };
    if (first.day === undefined) return { ...found, state: 'undated' };
    const day = lastDay(first.day);
    if (!isRealDay(day)) return { ...found, state: 'undated' };
    const due = within.due(day);
    if (due === null) return { ...found, state: 'uncounted' };
    const dated = { ...found, ...(due === undefined ? {} : { due }) };
    if (next) return { ...dated, ...judged(first, next, due, pair) };
    const over = due === undefined || (asOf !== undefined && asOf > due);
    if (!over) return { ...dated, state: 'waiting' };
    return { ...dated, state: isEnded(first.entry) ? 'ended' : 'missing' };
  });
}

/** A document that ended needs nothing any more. */
function isEnded({ data }: Entry): boolean {
  return data.validity !== undefined && data.validity.state !== '有效';
}

function judged(
  first: PairHalfFound,
  next: PairHalfFound,
  due: string | undefined,
  { by, whenever }: Pair,
): Pick<PairOutcome, 'state' | 'early'> {
  const { day } = next;
  // What one entry says of itself is in order, or its kind tells.
  const early =
    !by.includes('same') &&
    day !== undefined &&
    first.day !== undefined &&
    isSurelyAfter(first.day, day);
  const late =
    !whenever && due !== undefined && day !== undefined && isDate(day) && firstDay(day) > due;
  return { state: late ? 'late' : 'done', ...(early ? { early: true } : {}) };
}

function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
}

interface Partner {
  readonly next?: PairHalfFound;
  readonly withdrawn?: Entry;
}

/** Finds the second half of a first: the earliest, where there are several. */
function partnersOf(
  pair: Pair,
  column: Context,
  entries: PairEntries,
): (first: PairHalfFound) => Partner {
  const ways = pair.by.map((way) => wayOf(way, pair, column, entries));
  return (first) => {
    const found = ways.flatMap((way) => way(first));
    const open = found.filter(({ entry }) => isOpen(entry));
    const [next] = open.sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1));
    if (next) return { next };
    const gone = found.find(({ entry }) => entry.data.withdrawn !== undefined);
    return gone ? { withdrawn: gone.entry } : {};
  };
}

type Way = (first: PairHalfFound) => readonly PairHalfFound[];

function wayOf(way: string, pair: Pair, column: Context, entries: PairEntries): Way {
  const { next } = pair;
  if (way === 'same') return (first) => within(first, pair, entries);
  const [sort, id] = way.split(':');
  if (sort === 'join') {
    const join = column.joins.find((one) => one.id === id);
    const halves = by(entries.halves(next), (half) => [entries.keyOf(half, join)]);
    return (first) => halves.get(entries.keyOf(first, join) ?? '') ?? [];
  }
  const candidates = entries.of(next).filter((entry) => isHalf(entry, next));
  const named = by(
    candidates.filter(({ data }) => pathIn(data, way) !== undefined),
    ({ data }) => [pathIn(data, way)].flat() as string[],
  );
  const key = ({ entry }: PairHalfFound) => (way === 'matter' ? entry.data.matter : entry.id);
  return (first) =>
    (named.get(key(first) ?? '') ?? [])
      .filter((entry) => entry !== first.entry)
      .map((entry) => dayOf(entry, next));
}

/** The second half in the same entry, item or row. */
function within(first: PairHalfFound, { next, each }: Pair, entries: PairEntries): PairHalfFound[] {
  const { entry, row, item } = first;
  const { day = 'published', any } = next;
  if (any?.some((field) => isSaid(pathIn(entry.data, field)))) return [{ entry, field: day }];
  if (item !== undefined) {
    const own = (pathIn(entry.data, each ?? '') as object[])[item] ?? {};
    const text = pathIn(own, day);
    return typeof text === 'string'
      ? [{ entry, field: `${each}.${item}.${day}`, day: text, item }]
      : [];
  }
  if (row === undefined) {
    const half = dayOf(entry, next);
    return half.day === undefined ? [] : [half];
  }
  const table = entries.rowsOf(entry);
  const text = table?.rows[row]?.[table.columns.indexOf(day)] ?? '';
  return text === '' ? [] : [{ entry, field: day, day: text, row }];
}

function by<T>(list: readonly T[], keysOf: (one: T) => readonly (string | undefined)[]) {
  const keyed = list.flatMap((one) => keysOf(one).flatMap((key) => (key ? [{ key, one }] : [])));
  const groups = groupBy(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, own]) => [key, own.map(({ one }) => one)]));
}

/** Second halves and whether something went before each. */
function unpreceded(pair: Pair, entries: PairEntries): PairOutcome[] {
  const firsts = entries.of(pair.first).filter((entry) => isHalf(entry, pair.first));
  const byId = new Map(firsts.map((entry) => [entry.id, entry]));
  const byMatter = by(firsts, ({ data }) => [data.matter]);
  return entries.halves(pair.next).map((next): PairOutcome => {
    const { data } = next.entry;
    const before = pair.by.flatMap((way) => {
      if (way === 'matter') return byMatter.get(data.matter ?? '') ?? [];
      const names = [pathIn(data, way) ?? []].flat() as string[];
      return names.flatMap((id) => byId.get(id) ?? []);
    });
    const first = before.find(isOpen);
    if (first) {
      const half = dayOf(first, pair.first);
      return { pair, first: half, next, ...judged(half, next, undefined, pair) };
    }
    const [withdrawn] = before;
    const state = isEnded(next.entry) ? 'ended' : 'missing';
    return { pair, next, state, ...(withdrawn ? { withdrawn } : {}) };
  });
}

/**
 * When the second half is due. `from` is another day than the pair's own, where the county counts from it; `due`
 * gives nothing where there is no time limit, and null where a year's holidays are not known.
 */
function withinOf({ within }: Pair, { deadlines }: Context) {
  if (within === undefined) return { due: () => undefined };
  if (typeof within !== 'string') {
    const { amount, unit } = within;
    const count = unit === 'working-day' ? addWorkingDays : addCalendarDays;
    return { due: (day: string) => guarded(() => count(day, amount)) };
  }
  const rule = deadlines.find(({ id }) => id === within)?.rule;
  if (!rule) return { due: () => undefined };
  const formed = rule.kind === 'after' && rule.event === 'policy-formed';
  return {
    ...(formed ? { from: 'formed' } : {}),
    due: (day: string) => guarded(() => dueDate(rule, day) ?? undefined),
  };
}

function guarded(count: () => string | undefined): string | undefined | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof CalendarRangeError) return null;
    throw error;
  }
}
