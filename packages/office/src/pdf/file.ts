import { latin1 } from '../bytes.ts';
import { decodeStream } from './filters.ts';
import { PdfParser } from './parser.ts';
import type { PdfDictionary, PdfValue } from './values.ts';
import { isDictionary, nameAt, PdfReference } from './values.ts';

/** An object of a PDF file, wherever it stands: also one that a later change replaced. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** The bytes of its stream, with their filters undone. */
  readonly stream?: Uint8Array;
}

const TRAILER = /^trailer\s*<</;

export class PdfTooLarge extends Error {}

/**
 * All objects of a PDF file, found by looking through its bytes: whether a table of the file names them
 * or not, so that nothing hides in what one reader skips and another opens. What streams unpack to is
 * bounded; pictures are left packed.
 */
export class PdfFile {
  readonly objects: PdfObject[] = [];
  readonly trailers: PdfDictionary[] = [];
  /** Objects that could not be read. */
  faults = 0;
  readonly #newest = new Map<number, PdfObject>();
  readonly #bytes: Uint8Array;
  #left: number;

  /** @throws {PdfTooLarge} where its streams unpack to more than `megabytes` */
  constructor(bytes: Uint8Array, megabytes: number) {
    this.#bytes = bytes;
    this.#left = megabytes * 2 ** 20;
    const found = [...this.#find()];
    // Lengths and filters may be objects of their own: all are known before a stream is unpacked.
    for (const { number, generation, value } of found)
      this.#newest.set(number, { number, generation, value });
    for (const each of found) this.#add(each);
  }

  /** What a value is when it is a reference. */
  resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let at = value;
    for (let step = 0; at instanceof PdfReference && step < 20; step++)
      at = this.#newest.get(at.object)?.value;
    return at;
  };

  newest(number: number): PdfObject | undefined {
    return this.#newest.get(number);
  }

  *#find(): Generator<Located> {
    const text = latin1(this.#bytes);
    for (const match of text.matchAll(
      /(?<![A-Za-z])obj(?![A-Za-z])|(?<![A-Za-z])trailer(?![A-Za-z])/g,
    )) {
      const parser = new PdfParser(this.#bytes, match.index + match[0].length);
      const before = /(\d+)\s+(\d+)\s*$/.exec(
        text.slice(Math.max(0, match.index - 40), match.index),
      );
      const isTrailer = match[0] === 'trailer';
      // `1 0 obj endobj` holds nothing.
      if (!isTrailer && parser.peekWord() === 'endobj') continue;
      let value: PdfValue;
      try {
        value = parser.value();
      } catch {
        // Without numbers before it, it is no object to any reader, and without brackets behind it no trailer: the
        // bytes of a photograph may happen to be these letters.
        if (isTrailer ? TRAILER.test(text.slice(match.index, match.index + 40)) : before)
          this.faults++;
        continue;
      }
      if (isTrailer) {
        if (isDictionary(value)) this.trailers.push(value);
        continue;
      }
      const number = before ? Number(before[1]) : -1;
      const generation = Number(before?.[2] ?? 0);
      const from = isDictionary(value) && parser.peekWord() === 'stream' ? parser : undefined;
      if (!from) yield { number, generation, value };
      else {
        from.skipSpace();
        let at = from.at + 'stream'.length;
        if (this.#bytes[at] === 13) at++;
        if (this.#bytes[at] === 10) at++;
        yield { number, generation, value, from: at, text };
      }
    }
  }

  #add({ number, generation, value, from, text }: Located): void {
    if (from === undefined || text === undefined || !isDictionary(value)) {
      this.#keep({ number, generation, value });
      return;
    }
    const type = nameAt(value, 'Type');
    if (type === 'XRef') this.trailers.push(value);
    const picture = nameAt(value, 'Subtype') === 'Image';
    const raw = this.#bytes.subarray(from, this.#end(value, from, text));
    if (picture || type === 'XRef') {
      this.#keep({ number, generation, value, stream: raw });
      return;
    }
    const { bytes, stop } = decodeStream(raw, value, this.resolve, this.#left);
    if (stop === 'too-large') throw new PdfTooLarge();
    if (stop === 'unknown' || (stop === 'damaged' && type === 'ObjStm')) this.faults++;
    if (bytes !== raw) this.#left -= bytes.length;
    if (this.#left < 0) throw new PdfTooLarge();
    this.#keep({ number, generation, value, stream: bytes });
    if (type === 'ObjStm') this.#addPacked(bytes, value);
  }

  /** Objects that a stream holds (ISO 32000-1, 7.5.7). */
  #addPacked(bytes: Uint8Array, dictionary: PdfDictionary): void {
    const count = this.resolve(dictionary.get('N'));
    const first = this.resolve(dictionary.get('First'));
    if (typeof count !== 'number' || typeof first !== 'number') {
      this.faults++;
      return;
    }
    const heads = latin1(bytes.subarray(0, first)).trim().split(/\s+/).map(Number);
    for (let at = 0; at + 1 < heads.length && at < count * 2; at += 2) {
      try {
        const value = new PdfParser(bytes, first + (heads[at + 1] as number)).value();
        this.#keep({ number: heads[at] as number, generation: 0, value });
      } catch {
        this.faults++;
      }
    }
  }

  #keep(object: PdfObject): void {
    this.objects.push(object);
    this.#newest.set(object.number, object);
  }

  /** Where a stream ends: where its length says, if that is so; else at its closing word. */
  #end(dictionary: PdfDictionary, from: number, text: string): number {
    const length = this.resolve(dictionary.get('Length'));
    if (typeof length === 'number' && length >= 0) {
      const after = text.slice(from + length, from + length + 20);
      if (/^\s*endstream/.test(after)) return from + length;
    }
    const end = text.indexOf('endstream', from);
    return end === -1 ? this.#bytes.length : end;
  }
}

interface Located {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  readonly from?: number;
  readonly text?: string;
}
