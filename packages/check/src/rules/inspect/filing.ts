import { filingSteps } from '../../coverage/filing.ts';
import type { Found } from '../column-rule.ts';
import { listed } from './coverage.ts';
import type { InspectionContext } from './inspection.ts';

/** Catalogues that were not filed or published by their day: one finding for each day that a file sets. */
export function overdueFilings({ column, asOf }: InspectionContext): Found[] {
  if (asOf === undefined) return [];
  const overdue = new Map<string, { file: string; step: string; by: string; names: string[] }>();
  for (const catalogue of column.publishers) {
    const { filing, publisher } = catalogue;
    for (const { name: step, by, state } of filingSteps(catalogue, asOf)) {
      if (!filing || by === undefined || (state !== 'missing' && state !== 'late')) continue;
      const key = `${filing.file} ${step} ${by}`;
      const found = overdue.get(key) ?? { file: filing.file, step, by, names: [] };
      found.names.push(state === 'late' ? `${publisher.name}（逾期）` : publisher.name);
      overdue.set(key, found);
    }
  }
  return [...overdue.values()].map(({ file, step, by, names }) => ({
    ...{ file, line: 1, column: 1, field: 'filing' },
    ...{ value: step, expected: by, other: listed(names) },
  }));
}
