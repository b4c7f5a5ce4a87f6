import type { Pair } from '@columns/standard';
import type { PairOutcome } from './judge.ts';

/** How often a pair was kept. */
export interface PairRate {
  /** The pair's id. */
  readonly id: string;
  /** 政策解读率. */
  readonly name: string;
  /** Halves that are judged: those that are not due yet, or cannot be counted, are not. */
  readonly total: number;
  readonly done: number;
  readonly late: number;
  readonly missing: number;
  /** Hundredths; absent where nothing is judged. */
  readonly rate?: number;
  readonly target?: number;
}

/** The rates of all pairs that have one, in the order of the data. Pure. */
export function pairRates(pairs: readonly Pair[], outcomes: readonly PairOutcome[]): PairRate[] {
  const counts = new Map<string, Record<'done' | 'late' | 'missing', number>>();
  for (const { pair, state } of outcomes) {
    if (state !== 'done' && state !== 'late' && state !== 'missing') continue;
    const own = counts.get(pair.id) ?? { done: 0, late: 0, missing: 0 };
    own[state] += 1;
    counts.set(pair.id, own);
  }
  return pairs.flatMap(({ id, rate }) => {
    if (!rate) return [];
    return [rateOf({ id, name: rate.name, ...target(rate.target) }, counts.get(id))];
  });
}

function target(percent: number | undefined) {
  return percent === undefined ? {} : { target: percent };
}

/** Works a rate out of its counts; the same for one county and for several together. */
export function rateOf(
  head: Pick<PairRate, 'id' | 'name' | 'target'>,
  { done, late, missing } = { done: 0, late: 0, missing: 0 },
): PairRate {
  const total = done + late + missing;
  const rate = total === 0 ? {} : { rate: Math.round((done / total) * 1000) / 10 };
  return { ...head, total, done, late, missing, ...rate };
}
