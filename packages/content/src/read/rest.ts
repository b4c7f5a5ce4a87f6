import type { Problem } from '../problem.ts';
import { TOLD } from './bounds.ts';

/** The last of some problems says how many more there are of its sort. */
export function withRest(problems: readonly Problem[], rest: number): Problem[] {
  const last = problems.at(-1);
  if (!last || rest <= 0) return [...problems];
  return [...problems.slice(0, -1), { ...last, rest: rest + (last.rest ?? 0) }];
}

/** Of each sort the first `TOLD` in a file: whoever mends those has mended the cause of the rest. */
export function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= TOLD) return problems;
  const counts = new Map<string, number>();
  const kept: Problem[] = [];
  const lasts = new Map<string, number>();
  for (const problem of problems) {
    const sort = `${problem.code} ${problem.file}`;
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    if (count > TOLD) continue;
    lasts.set(sort, kept.length);
    kept.push(problem);
  }
  for (const [sort, index] of lasts) {
    const last = kept[index] as Problem;
    const rest = (counts.get(sort) ?? 0) - TOLD + (last.rest ?? 0);
    if (rest > 0) kept[index] = { ...last, rest };
  }
  return kept;
}
