/** Bins of a sketch: with 128 the likeness of two texts is known to within a few hundredths. */
const BINS = 128;
const SHINGLE = 6;
const EMPTY = 0xffffffff;
const BASE = 0x01000193;
/** BASE to the power of SHINGLE, in 32 bits. */
const LEAVES = Array.from({ length: SHINGLE }).reduce(
  (product: number) => Math.imul(product, BASE),
  1,
);

/**
 * A small likeness of a text (one-permutation MinHash over shingles of six characters): two texts
 * have as many bins in common as they have shingles in common. It says nothing of the text itself.
 */
export function sketchOf(text: string): Sketch {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  // The hash of a shingle from that of the one before: the first sign leaves, the next one comes.
  let rolling = 0;
  for (let at = 0; at < text.length; at++) {
    rolling = (Math.imul(rolling, BASE) + text.charCodeAt(at)) | 0;
    if (at >= SHINGLE) rolling = (rolling - Math.imul(text.charCodeAt(at - SHINGLE), LEAVES)) | 0;
    if (at < SHINGLE - 1) continue;
    let hash = Math.imul(rolling ^ (rolling >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const bin = hash % BINS;
    if (hash < (bins[bin] as number)) bins[bin] = hash;
  }
  // Sixteen bits are enough to tell two apart; nought stands for a bin that nothing fell into.
  return Uint16Array.from(bins, (least) => (least === EMPTY ? 0 : (least >>> 7) & 0xffff || 1));
}

/** The least hash of each bin. */
export type Sketch = Uint16Array;

/** The share of shingles that two texts have in common, 0 to 1, as far as their sketches tell. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (a[bin] === 0 && b[bin] === 0) continue;
    filled++;
    if (a[bin] === b[bin]) same++;
  }
  return filled === 0 ? 0 : same / filled;
}

/** A sketch as a text that can be kept in JSON, and back. */
export function packed(sketch: Sketch): string {
  return Buffer.from(sketch.buffer, sketch.byteOffset, sketch.byteLength).toString('base64');
}

export function unpacked(text: string): Sketch {
  const bytes = Buffer.from(text, 'base64');
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Bins that are compared as one key: texts with nine tenths in common share some key nearly always. */
const ROWS = 8;

/** Pairs of texts, by their numbers, that may be alike; those with nothing in common are not compared. */
export function candidates(sketches: readonly Sketch[]): [number, number][] {
  const pairs = new Set<number>();
  const size = sketches.length;
  for (let band = 0; band < BINS; band += ROWS) {
    const groups = new Map<number, number[]>();
    for (const [number, sketch] of sketches.entries()) {
      let key = 0x811c9dc5;
      for (let bin = band; bin < band + ROWS; bin++) {
        key = Math.imul(key ^ (sketch[bin] as number), 0x01000193) ^ (key >>> 13);
      }
      const group = groups.get(key);
      if (group) group.push(number);
      else groups.set(key, [number]);
    }
    for (const group of groups.values()) {
      // Each against the first of its group: of many alike, one finding each.
      for (const number of group.slice(1)) pairs.add((group[0] as number) * size + number);
    }
  }
  return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / size), pair % size]);
}
