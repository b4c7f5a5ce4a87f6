export type { PairHalfFound, PairOutcome, PairState } from './judge.ts';
export { judgePairs, PAIR_STATES } from './judge.ts';
export type { PairRate } from './rates.ts';
export { pairRates, rateOf } from './rates.ts';
