import type { Random } from './random.ts';

/*
 * How long bodies are, in Chinese characters, as quantiles: a notice is often short, a plan long,
 * a few reach 8,000. Straight lines between the points, for logarithms may differ by machine.
 */
const QUANTILES = [160, 260, 380, 520, 690, 880, 1110, 1400, 1830, 2500, 3400, 8600];
const SHARES = [0, 0.06, 0.15, 0.25, 0.36, 0.47, 0.58, 0.69, 0.8, 0.9, 0.96, 1];

/** The length that a body of prose aims at. */
export function bodyLength(random: Random): number {
  const share = random.next();
  const upper = SHARES.findIndex((each) => each > share);
  const [x0, x1] = [SHARES[upper - 1] as number, SHARES[upper] as number];
  const [y0, y1] = [QUANTILES[upper - 1] as number, QUANTILES[upper] as number];
  return Math.round(y0 + ((share - x0) / (x1 - x0)) * (y1 - y0));
}

/** Chinese characters in a text, punctuation not counted. */
export function countHan(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x4e00 && unit <= 0x9fff) count += 1;
  }
  return count;
}
