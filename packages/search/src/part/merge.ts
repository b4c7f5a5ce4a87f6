/** The words of stretches of documents, one after another, become those of all. */
import { CborWriter, headSize } from './cbor.ts';
import type { StretchWords } from './words.ts';

/** A word with all stretches that have it. */
export interface MergedWord {
  readonly word: string;
  /** By pairs: which stretch, and which of its words. */
  readonly at: readonly number[];
}

/** All words in order: by code units, which is for these words the order of their UTF-8 bytes. */
export function mergeWords(stretches: readonly StretchWords[]): MergedWord[] {
  const found = new Map<string, number[]>();
  stretches.forEach(({ words }, stretch) => {
    words.forEach((word, index) => {
      const at = found.get(word);
      if (at) at.push(stretch, index);
      else found.set(word, [stretch, index]);
    });
  });
  return [...found.keys()].sort().map((word) => ({ word, at: found.get(word) as number[] }));
}

/** Writes merged words. The records of each stretch are counted on from those before it. */
export class WordWriter {
  readonly #stretches: readonly StretchWords[];
  /** Records of the stretches before each. */
  readonly #before: readonly number[];
  readonly #cbor = new CborWriter();

  constructor(stretches: readonly StretchWords[]) {
    this.#stretches = stretches;
    let sum = 0;
    this.#before = stretches.map(({ count }) => {
      sum += count;
      return sum - count;
    });
  }

  /** How many bytes a word will take. */
  size({ word, at }: MergedWord): number {
    let size = 1 + headSize(Buffer.byteLength(word)) + Buffer.byteLength(word);
    let having = 0;
    this.#each(at, (stretch, index, passed) => {
      having += stretch.having[index] as number;
      const bytes = (stretch.starts[index + 1] as number) - (stretch.starts[index] as number);
      size += 1 + headSize(passed) + bytes;
    });
    return size + headSize(having);
  }

  /** `[[word, [[records passed over, [places, each counted from the last]], …]], …]` */
  write(words: readonly MergedWord[]): Uint8Array {
    const cbor = this.#cbor;
    cbor.clear();
    cbor.list(1);
    cbor.list(words.length);
    for (const { word, at } of words) {
      cbor.list(2);
      cbor.text(word);
      let having = 0;
      this.#each(at, (stretch, index) => {
        having += stretch.having[index] as number;
      });
      cbor.list(having);
      this.#each(at, ({ starts, bytes }, index, passed) => {
        cbor.list(2);
        cbor.number(passed);
        cbor.raw(bytes.subarray(starts[index], starts[index + 1]));
      });
    }
    return cbor.bytes();
  }

  /** Each stretch with a word, and how many records are passed over from the last that had it. */
  #each(
    at: readonly number[],
    take: (stretch: StretchWords, index: number, passed: number) => void,
  ): void {
    let last = 0;
    for (let i = 0; i < at.length; i += 2) {
      const [number, index] = [at[i] as number, at[i + 1] as number];
      const stretch = this.#stretches[number] as StretchWords;
      const before = this.#before[number] as number;
      take(stretch, index, (stretch.firsts[index] as number) + before - last);
      last = (stretch.lasts[index] as number) + before;
    }
  }
}
