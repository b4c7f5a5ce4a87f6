import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a piece of work costs. */
export type Clock = (work: () => unknown) => number;

/** Milliseconds of this thread's own time: what else the machine does is not counted. */
function once(work: () => unknown): number {
  // What an earlier text has left behind is not to be cleared away on this one's time.
  collect();
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export interface Growth {
  /** How often the text holds its part, and how long it then is. */
  readonly n: number;
  readonly characters: number;
  /** Milliseconds for `n` and for twice as many: the least of all that were measured. */
  readonly times: readonly [number, number];
  readonly factor: number;
}

/** Below this a clock says nothing; and what grows too fast may show only where there is much of it. */
const ENOUGH = 60;
const PLENTY = 400;
/** Twice this is what the readers' own bounds let through. */
const LONGEST = 1_000_000;
/** Doubled, a text may take so much longer: twice, and what memory and the garbage cost. */
export const MOST = 2.5;
/** How often both are measured: a busy machine adds to a time, now and then, and never takes away from it. */
const LEAST_TRIES = 2;
const MOST_TRIES = 10;
/** So near to the bar, one more look costs less than a wrong word. */
const CLEAR = 2.3;

/**
 * Doubles a text until it takes plenty of time or is as long as it may be, and says how much longer twice as
 * much takes: by the least time of each, for only that is the work's own. Nothing where no text that may be so
 * long takes long enough to be measured.
 *
 * @param clock what the work costs, in milliseconds
 */
export function growthOf(
  make: (n: number) => string,
  work: (text: string) => unknown,
  clock: Clock = once,
): Growth | undefined {
  let n = 64;
  let text = make(n);
  let time = clock(() => work(text));
  while (time < PLENTY) {
    const longer = make(2 * n);
    if (longer.length > LONGEST) break;
    n *= 2;
    text = longer;
    time = clock(() => work(text));
  }
  if (time < ENOUGH) return undefined;
  const twice = make(2 * n);
  const characters = text.length;
  const times: [number, number] = [time, Infinity];
  for (let tried = 1; tried <= MOST_TRIES; tried++) {
    times[1] = Math.min(
      times[1],
      clock(() => work(twice)),
    );
    // One time for the shorter text is known already.
    if (tried > 1 || times[1] / times[0] <= MOST)
      times[0] = Math.min(
        times[0],
        clock(() => work(text)),
      );
    const factor = times[1] / times[0];
    if (factor <= CLEAR || (tried >= LEAST_TRIES && factor <= MOST)) break;
  }
  return { n, characters, times, factor: times[1] / times[0] };
}
