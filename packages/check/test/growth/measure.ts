/** Milliseconds of this thread's own time: what else the machine does is not counted. */
function once(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function median(work: () => unknown): number {
  const times = [once(work), once(work), once(work)].sort((a, b) => a - b);
  return times[1] as number;
}

export interface Growth {
  /** How often the text holds its part, and how long it then is. */
  readonly n: number;
  readonly characters: number;
  /** Milliseconds for `n` and for twice as many. */
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
/** A machine that is busy tells too much, now and then; it never tells too little. */
const TRIES = 5;

/**
 * Doubles a text until it takes plenty of time or is as long as it may be, and says how much longer twice as
 * much takes. Nothing where no text that may be so long takes long enough to be measured.
 */
export function growthOf(
  make: (n: number) => string,
  work: (text: string) => unknown,
): Growth | undefined {
  let n = 64;
  let text = make(n);
  let time = once(() => work(text));
  while (time < PLENTY) {
    const longer = make(2 * n);
    if (longer.length > LONGEST) break;
    n *= 2;
    text = longer;
    time = once(() => work(text));
  }
  if (time < ENOUGH) return undefined;
  const twice = make(2 * n);
  let best: Growth | undefined;
  for (let tried = 0; tried < TRIES && (best?.factor ?? Infinity) > MOST; tried++) {
    const times = [median(() => work(text)), median(() => work(twice))] as const;
    const factor = times[1] / times[0];
    if (factor < (best?.factor ?? Infinity)) best = { n, characters: text.length, times, factor };
  }
  return best;
}
