import { expect, it } from 'vitest';
import { GROWING } from './growth.ts';

/** Processor time in milliseconds, the least of several: other work on the machine only adds to it. */
function least(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Twice the text may take two and a half times as long; four times the text, as much twice over. */
const MOST = 2.5 ** 2;

it.each(Object.keys(GROWING))('searching grows with the text: %s', (name) => {
  const { read, text, count } = GROWING[name] as (typeof GROWING)[string];
  const [small, large] = [text(count), text(4 * count)];
  // A millisecond is as fine as the clock is. What grows with the square does so each time; a machine that
  // was busy, or a collection of garbage, only once.
  const ratios = Array.from(
    { length: 3 },
    () =>
      least(() => read(large)) /
      Math.max(
        1,
        least(() => read(small)),
      ),
  );
  expect(Math.min(...ratios)).toBeLessThan(MOST);
});
