/**
 * The id of each pair of ids, in one flat table with open addressing. A pair is looked up for nearly every
 * character of a text: maps in a map take twice the time.
 */
export class PairTable {
  /** `[first + 1, second, id]` three by three; a first of 0 is a free place. */
  #slots = new Int32Array(3 << 12);
  #mask = (1 << 12) - 1;
  #size = 0;

  /** @returns the pair's id, or -1 where it has none yet */
  get(first: number, second: number): number {
    const slots = this.#slots;
    const at = this.#find(first, second);
    return slots[at] === 0 ? -1 : (slots[at + 2] as number);
  }

  /** Of a pair that has none yet. */
  set(first: number, second: number, id: number): void {
    if (this.#size * 2 > this.#mask) this.#grow();
    this.#put(first, second, id);
    this.#size += 1;
  }

  #put(first: number, second: number, id: number): void {
    const at = this.#find(first, second);
    this.#slots[at] = first + 1;
    this.#slots[at + 1] = second;
    this.#slots[at + 2] = id;
  }

  /** Where the pair stands, or would. */
  #find(first: number, second: number): number {
    const [slots, mask] = [this.#slots, this.#mask];
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    for (let place = (mixed ^ (mixed >>> 15)) & mask; ; place = (place + 1) & mask) {
      const at = place * 3;
      if (slots[at] === 0 || (slots[at] === first + 1 && slots[at + 1] === second)) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < old.length; at += 3) {
      const first = old[at] as number;
      if (first > 0) this.#put(first - 1, old[at + 1] as number, old[at + 2] as number);
    }
  }
}
