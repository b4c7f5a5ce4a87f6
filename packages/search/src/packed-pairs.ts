/**
 * Pairs of characters as a short text: every question waits for the table of characters to arrive. The
 * pairs stand in the order of the first; numbers are steps from one to the next.
 */

/** What may stand in a string between quotes without a sign before it. */
const DIGITS =
  '!#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
/** These end a number; those after them go on. */
const LAST = 60;
const MORE = DIGITS.length - LAST;

/** Writes pairs; those that `readPairs` gives are in order. */
export function packPairs(pairs: readonly (readonly [first: string, second: string])[]): string {
  const codes = pairs
    .map(([first, second]) => [codeOf(first), codeOf(second)] as const)
    .sort(([a, b], [c, d]) => a - c || b - d);
  let [before, beside] = [0, 0];
  let [firsts, seconds] = ['', ''];
  for (const [first, second] of codes) {
    firsts += packed(first - before);
    seconds += packed(unsigned(second - beside));
    [before, beside] = [first, second];
  }
  // Steps of one sort together: a host packs them better.
  return `${firsts} ${seconds}`;
}

/** Reads what `packPairs` wrote. */
export function readPairs(text: string): [first: string, second: string][] {
  const [firsts = [], seconds = []] = text.split(' ').map(unpacked);
  let [first, second] = [0, 0];
  return firsts.map((step, index) => {
    first += step;
    second += signed(seconds[index] ?? 0);
    return [String.fromCodePoint(first), String.fromCodePoint(second)];
  });
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function packed(number: number): string {
  let text = DIGITS.charAt(number % LAST);
  for (let rest = Math.floor(number / LAST); rest > 0; rest = Math.floor(rest / MORE)) {
    text = DIGITS.charAt(LAST + (rest % MORE)) + text;
  }
  return text;
}

function unpacked(text: string): number[] {
  const numbers: number[] = [];
  let open = 0;
  for (const char of text) {
    const digit = DIGITS.indexOf(char);
    if (digit >= LAST) {
      open = open * MORE + digit - LAST;
      continue;
    }
    numbers.push(open * LAST + digit);
    open = 0;
  }
  return numbers;
}

function unsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

function signed(number: number): number {
  return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
}
