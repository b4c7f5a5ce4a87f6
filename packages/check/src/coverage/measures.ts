import type { Column } from '@columns/content';
import type { Coverage } from './figures.ts';
import { openTasks } from './open-tasks.ts';
import { periodicCoverage } from './periodic.ts';

/** By the ids of `measureNames`. */
export type Measures = Readonly<Record<string, number>>;

/** What the machine counts of the work on the coverage's day; a share of nothing is left out. Pure. */
export function measures(column: Column, { asOf, total, rates }: Coverage): Measures {
  const missing = periodicCoverage(column, asOf).flatMap(({ cells }) =>
    cells.filter(({ state }) => state === 'missing'),
  );
  const overdue = openTasks(column).filter(({ day }) => day < asOf);
  return {
    ...(total.score === undefined ? {} : { score: total.score }),
    late: total.counts.late,
    empty: total.counts.empty,
    'periods-missing': missing.length,
    'tasks-overdue': overdue.length,
    ...Object.fromEntries(
      rates.flatMap(({ id, rate }) => (rate === undefined ? [] : [[id, rate] as const])),
    ),
  };
}
