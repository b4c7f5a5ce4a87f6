/**
 * Which word stands where: gathered record by record in flat arrays, so that memory is eight bytes
 * a character and stays far below that of objects.
 */
import { characters, letters, singleWord } from '../cut.ts';
import { fold } from '../fold.ts';
import { numberStretches } from '../numbers.ts';
import { ATTACHED_FROM, BODY_FROM, FACTS_FROM, HEADINGS_FROM } from '../zones.ts';
import { PairTable } from './pair-table.ts';

/** The texts of one record, by zone; no match crosses from one text into the next. */
export interface RecordTexts {
  title?: string;
  /** Texts that rank like a title. */
  names?: readonly string[];
  headings: readonly string[];
  facts?: readonly string[];
  body: readonly string[];
  /** Texts of an attachment. */
  attached?: readonly string[];
}

/** Words in the order in which the reader looks for them; plain data, to be kept. */
export interface SortedWords {
  /** How many records the numbers count. */
  count: number;
  words: string[];
  /** The places of `words[i]` are those from `starts[i]` to `starts[i + 1]`. */
  starts: Uint32Array<ArrayBuffer>;
  /** `places[j]` is in the record `records[j]`; for one word both rise. */
  records: Uint32Array<ArrayBuffer>;
  places: Uint32Array<ArrayBuffer>;
}

/**
 * Places between two texts: pairs that stand in two of them are never as far apart as in one, whichever pairs of a term
 * are asked for.
 */
const GAP = 1;

export class Postings {
  /** For each character its id, for those of one UTF-16 unit counted from 1 in a table. */
  readonly #unitIds = new Uint32Array(0x10000);
  readonly #ids = new Map<string, number>();
  readonly #chars: string[] = [];
  readonly #pairs = new PairTable();
  readonly #singles: number[] = [];
  /** For each character the last record in which it was seen, counted from 1. */
  readonly #seen: number[] = [];
  readonly #words: string[] = [];
  readonly #ends: number[] = [];
  #terms = new Uint32Array(1 << 16);
  #places = new Uint32Array(1 << 16);
  #length = 0;

  /** Adds the next record. @returns the title's length in characters, 0 where it is no title */
  add({ title = '', names = [], ...texts }: RecordTexts): number {
    let place = 0;
    const put = (text: string) => {
      place = this.#text(fold(text), place);
      for (const again of numberStretches(text)) place = this.#text(again, place);
    };
    const length = characters(title).length;
    const called = names.flatMap((name) => [name, ...numberStretches(name)]);
    const named = [...called, ...numberStretches(title)].reduce(
      (sum, name) => sum + characters(name).length + GAP,
      length + GAP,
    );
    // What is longer than the range of titles ranks as a heading.
    if (named >= HEADINGS_FROM) place = HEADINGS_FROM;
    for (const text of [title, ...names]) put(text);
    const { headings, facts = [], body, attached = [] } = texts;
    const zones = [
      [HEADINGS_FROM, headings],
      [FACTS_FROM, facts],
      [BODY_FROM, body],
      [ATTACHED_FROM, attached],
    ] as const;
    for (const [from, own] of zones) {
      place = Math.max(place, from);
      for (const text of own) put(text);
    }
    this.#ends.push(this.#length);
    return named < HEADINGS_FROM ? length : 0;
  }

  /** @returns where the next text may begin */
  #text(folded: string, from: number): number {
    this.#makeRoom(2 * folded.length);
    // Taken out of the object once, for every character needs them.
    const [terms, places, seen, singles] = [this.#terms, this.#places, this.#seen, this.#singles];
    const record = this.#ends.length + 1;
    let [last, place, length] = [-1, from, this.#length];
    for (let at = 0; at < folded.length; place += 1) {
      const code = folded.codePointAt(at) as number;
      at += code > 0xffff ? 2 : 1;
      const id = this.#charId(code);
      if (last >= 0) {
        terms[length] = this.#pairId(last, id);
        places[length] = place - 1;
        length += 1;
      }
      if (seen[id] !== record) {
        seen[id] = record;
        terms[length] = singles[id] as number;
        places[length] = place;
        length += 1;
      }
      last = id;
    }
    this.#length = length;
    return place + GAP;
  }

  #charId(code: number): number {
    if (code <= 0xffff) {
      const known = this.#unitIds[code] as number;
      if (known > 0) return known - 1;
      const id = this.#newChar(String.fromCharCode(code));
      this.#unitIds[code] = id + 1;
      return id;
    }
    const char = String.fromCodePoint(code);
    const id = this.#ids.get(char) ?? this.#newChar(char);
    this.#ids.set(char, id);
    return id;
  }

  #newChar(char: string): number {
    const written = letters(char);
    const id = this.#chars.push(written) - 1;
    this.#seen.push(0);
    this.#singles.push(this.#words.push(singleWord(written)) - 1);
    return id;
  }

  #pairId(first: number, second: number): number {
    const known = this.#pairs.get(first, second);
    if (known >= 0) return known;
    const id = this.#words.push(`${this.#chars[first]}${this.#chars[second]}`) - 1;
    this.#pairs.set(first, second, id);
    return id;
  }

  #makeRoom(more: number): void {
    while (this.#length + more > this.#terms.length) {
      this.#terms = grown(this.#terms);
      this.#places = grown(this.#places);
    }
  }

  /** All words that were added, sorted. */
  sorted(): SortedWords {
    const words = this.#words;
    const order = [...words.keys()].sort((a, b) => byUnits(words[a] ?? '', words[b] ?? ''));
    const counts = new Uint32Array(words.length);
    for (let i = 0; i < this.#length; i += 1) bump(counts, this.#terms[i] as number);
    const starts = new Uint32Array(words.length + 1);
    const next = new Uint32Array(words.length);
    order.forEach((term, rank) => {
      next[term] = starts[rank] as number;
      starts[rank + 1] = (starts[rank] as number) + (counts[term] as number);
    });
    const records = new Uint32Array(this.#length);
    const places = new Uint32Array(this.#length);
    let at = 0;
    this.#ends.forEach((end, record) => {
      for (; at < end; at += 1) {
        const term = this.#terms[at] as number;
        const to = next[term] as number;
        records[to] = record;
        places[to] = this.#places[at] as number;
        next[term] = to + 1;
      }
    });
    const sorted = order.map((term) => words[term] as string);
    return { count: this.#ends.length, words: sorted, starts, records, places };
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function bump(array: Uint32Array, index: number): void {
  array[index] = (array[index] as number) + 1;
}

/** Words hold no surrogates, so this is also the order of their UTF-8 bytes. */
function byUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
