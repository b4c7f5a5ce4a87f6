import { groupBy } from '@columns/standard';
import { z } from 'zod';
import { COVERAGE_STATES, type CoverageState } from './state.ts';

export const count = z.int().nonnegative();
export const STATES = Object.keys(COVERAGE_STATES) as CoverageState[];

/** A group of items: all of them, those that are not judged too, by state. */
export const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  items: count,
  counts: z.record(z.enum(STATES as [CoverageState, ...CoverageState[]]), count),
  /** Hundredths, of the items that are judged; absent where none is. */
  score: z.number().exactOptional(),
});

export type GroupFigures = Readonly<z.infer<typeof groupSchema>>;
export type Counts = GroupFigures['counts'];

/** What an item of each state counts; one that is not judged counts neither way. */
export type Weights = Readonly<Record<CoverageState, number | null>>;

/** Figures of items, by the state of each. */
export function figuresOf(
  { id, name }: Pick<GroupFigures, 'id' | 'name'>,
  items: readonly { readonly state: CoverageState }[],
  weights: Weights,
): GroupFigures {
  const counts = countsOf((state) => items.filter((item) => item.state === state).length);
  const points = STATES.reduce((sum, state) => sum + counts[state] * (weights[state] ?? 0), 0);
  return { id, name, items: items.length, counts, ...scoreOf(counts, points * 100) };
}

/**
 * Several groups as one. Each keeps its own weights and thresholds: the sum's score is what the mean over
 * all judged items comes to, so that a county with more items counts for more.
 */
export function sumFigures(
  id: string,
  name: string,
  groups: readonly GroupFigures[],
): GroupFigures {
  const total = (of: (group: GroupFigures) => number) =>
    groups.reduce((sum, group) => sum + of(group), 0);
  const counts = countsOf((state) => total((group) => group.counts[state]));
  const points = total(({ score = 0, counts: own }) => score * judgedOf(own));
  return { id, name, items: total(({ items }) => items), counts, ...scoreOf(counts, points) };
}

function countsOf(of: (state: CoverageState) => number): Counts {
  return Object.fromEntries(STATES.map((state) => [state, of(state)])) as Counts;
}

/** How many of a group its publishers are held to. */
export function judgedOf({ unconfirmed, ...judged }: Counts): number {
  return Object.values(judged).reduce((sum, number) => sum + number, 0);
}

function scoreOf(counts: Counts, points: number): Pick<GroupFigures, 'score'> {
  const judged = judgedOf(counts);
  return judged === 0 ? {} : { score: Math.round((points / judged) * 10) / 10 };
}

/** What several lists have under one id as one, in the order of the first list that has each. */
export function sumById<T extends { readonly id: string; readonly name: string }, S>(
  lists: readonly (readonly T[])[],
  sum: (id: string, name: string, all: readonly T[]) => S,
): S[] {
  return [...groupBy(lists.flat(), ({ id }) => id)].map(([id, all]) =>
    sum(id, (all[0] as T).name, all),
  );
}
