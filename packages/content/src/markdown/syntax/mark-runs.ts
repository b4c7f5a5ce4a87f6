import type { Run } from './mark-pairs.ts';

/** Every run of exactly two asterisks or tildes in a line. */
export function runsOf(line: string): (Run & { readonly at: number })[] {
  return [...line.matchAll(/\*+|~+/g)]
    .filter(([run]) => run.length === 2)
    .map(({ 0: run, index }) => ({
      sign: run[0] as Run['sign'],
      at: index,
      before: line.charAt(index - 1),
      after: line.charAt(index + 2),
    }));
}
