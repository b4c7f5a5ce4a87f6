/* Which town and village a reader has chosen: kept on this device and nowhere else, for each column apart. */

export interface Choice {
  /** Address of the town's file (`NearTown`). */
  readonly near: string;
  readonly village?: { readonly name: string; readonly path: string };
  /** The last day on which the town's news were looked at, and what was there. */
  readonly day?: string;
  readonly now?: readonly string[];
  /** What was there before that day: all else is new. */
  readonly before?: readonly string[];
}

/** `early.ts` knows it as well: it keeps room before anything is painted. */
const keyOf = (base: string) => `columns-town:${base}`;

/** @param base the column's, `/anyue/` */
export function readChoice(base: string): Choice | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(base)) ?? 'null') as Choice | null;
    // An address of another site is not asked: who could write it could read what is asked.
    return kept && typeof kept.near === 'string' && kept.near.startsWith(base) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice; without one, forgets it. Says whether it could. */
export function keepChoice(base: string, choice: Choice | undefined): boolean {
  try {
    if (choice) localStorage.setItem(keyOf(base), JSON.stringify(choice));
    else localStorage.removeItem(keyOf(base));
    return true;
  } catch {
    return false;
  }
}

/** The same choice after its news were looked at on a day: what came since the last day with a visit is new. */
export function visited(choice: Choice, day: string, paths: readonly string[]): Choice {
  const before = choice.day === day ? choice.before : choice.now;
  return { ...choice, day, now: paths, ...(before ? { before } : {}) };
}

/** Whether something was not there when the reader last came. */
export const isNew = ({ before }: Choice, path: string): boolean =>
  before !== undefined && !before.includes(path);
