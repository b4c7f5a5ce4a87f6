/** Numbers that follow from their seed alone: the same on every machine, every time. */
export class Random {
  #state: number;

  constructor(state: number) {
    this.#state = state >>> 0;
  }

  /** A stream of its own for each list of parts, so that one document never shifts another. */
  static of(...parts: readonly (string | number)[]): Random {
    return new Random(hash(parts.join('\u0000')));
  }

  /** Mulberry32: from 0 up to, never reaching, 1. Only integer steps, so no rounding differs. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.next() * list.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  /** `count` different ones, or all when there are fewer, in their own order. */
  some<T>(list: readonly T[], count: number): T[] {
    const wanted = Math.min(count, list.length);
    const taken = new Set<number>();
    while (taken.size < wanted) taken.add(Math.floor(this.next() * list.length));
    return [...taken].sort((a, b) => a - b).map((index) => list[index] as T);
  }

  /** One of the keys, as often as its weight says. */
  weighted<K extends string | number>(weights: readonly (readonly [K, number])[]): K {
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.next() * total;
    for (const [key, weight] of weights) {
      rest -= weight;
      if (rest < 0) return key;
    }
    return (weights.at(-1) as readonly [K, number])[0];
  }
}

/** FNV-1a over UTF-16 units, mixed at the end so that neighbours differ in every bit. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
