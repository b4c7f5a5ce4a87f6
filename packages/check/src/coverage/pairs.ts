import type { Column, Entry, PairOutcome, PairRate, PairState, Rows } from '@columns/content';
import { addressOf, judgePairs, PAIR_STATES, pairRates, readRows } from '@columns/content';
import type { UnitDuty } from './duties.ts';

/** A half that was not kept in time, for the list behind a rate. */
export interface UnkeptPair {
  readonly title: string;
  /** Below the column's base. */
  readonly path: string;
  /** Of a register: which row, from 1. */
  readonly row?: number;
  readonly state: PairState;
  readonly day?: string;
  readonly due?: string;
}

/** A rate with what was not kept: at most `MOST` of it. */
export interface CoveredPair extends PairRate {
  readonly unkept: readonly UnkeptPair[];
}

/** So many are named behind a rate; how many there are the rate itself says. */
const MOST = 100;

export type RowsOf = (entry: Entry) => Rows | undefined;

/** Reads the rows of registers as they are asked for, each once. */
export function tablesFrom(contentRoot: string): RowsOf {
  const known = new Map<string, Rows>();
  return (entry) => {
    if (!entry.table) return undefined;
    const found = known.get(entry.id) ?? {
      columns: entry.table.columns,
      rows: readRows(contentRoot, entry),
    };
    known.set(entry.id, found);
    return found;
  };
}

/** How often what must follow did follow, as of a day. */
export function pairCoverage(column: Column, rowsOf: RowsOf, asOf: string): CoveredPair[] {
  const outcomes = judgePairs(column, rowsOf, asOf);
  return pairRates(column.pairs, outcomes).map((rate) => ({
    ...rate,
    unkept: outcomes
      .filter(({ pair, state }) => pair.id === rate.id && (state === 'late' || state === 'missing'))
      .slice(0, MOST)
      .map(unkept),
  }));
}

function unkept({ first, next, state, due }: PairOutcome): UnkeptPair {
  const half = first ?? next;
  if (!half) throw new Error('A pair without either half.');
  return {
    title: half.entry.data.title,
    path: addressOf(half.entry),
    ...(half.row === undefined ? {} : { row: half.row + 1 }),
    state,
    ...(half.day === undefined ? {} : { day: half.day }),
    ...(due === undefined ? {} : { due }),
  };
}

/** A rate in one line: `政策解读率 95.0%（19/20，要求 100%）`. */
export function rateText({ name, total, done, rate, target }: PairRate): string {
  if (rate === undefined) return `${name} 尚无`;
  const asked = target === undefined ? '' : `，要求 ${target}%`;
  return `${name} ${rate.toFixed(1)}%（${done}/${total}${asked}）`;
}

/** Whether a rate is what is asked for; of one that has no target or counts nothing, nothing is said. */
export function isMet({ rate, target }: PairRate): boolean | undefined {
  return rate === undefined || target === undefined ? undefined : rate >= target;
}

/** What units still owe: the second halves of what is theirs. */
export function pairDuties(column: Column, asOf: string): UnitDuty[] {
  const pairs = column.pairs.filter(({ first, counts }) => !first.rows && counts === 'first');
  const outcomes = judgePairs({ ...column, pairs }, () => undefined, asOf);
  return outcomes.flatMap(({ pair, state, first, due: day }) => {
    const unit = first?.entry.data.unit;
    if (!first || unit === undefined || day === undefined) return [];
    if (state !== 'waiting' && state !== 'missing') return [];
    const { id, data } = first.entry;
    const title = `公布“${data.title}”的${pair.next.name}`;
    const path = addressOf(first.entry);
    return [{ unit, id: `${pair.id}-${id}`, title, day, why: pair.name, path }];
  });
}

export { PAIR_STATES };
