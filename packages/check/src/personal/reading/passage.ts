import type { Around } from '../find.ts';

/** A place in a file; both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file as a reader gets it, with what stands around it and the place of each of its signs. */
export interface TextPassage {
  readonly text: string;
  readonly around: Around;
  /** What its column or field is called, to tell an officer. */
  readonly field?: string;
  /** The field of front matter or of a list, as it is written there. */
  readonly key?: string;
  readonly placeAt: (index: number) => Place;
}

interface Part {
  readonly start: number;
  readonly place: Place;
  /** Each sign stands in the file as it does here: columns can be counted. */
  readonly exact: boolean;
}

/** Words put together from several places of a file. */
export class Words {
  #text = '';
  readonly #parts: Part[] = [];
  #counted = { start: -1, at: 0, breaks: 0 };

  get text(): string {
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  add(text: string, place: Place, exact = true): void {
    if (text === '') return;
    this.#parts.push({ start: this.#text.length, place, exact });
    this.#text += text;
  }

  append(other: Words): void {
    const down = this.#text.length;
    for (const part of other.#parts) this.#parts.push({ ...part, start: part.start + down });
    this.#text += other.#text;
  }

  placeAt(index: number): Place {
    const part = this.#partAt(index);
    if (!part) return { line: 1, column: 1 };
    const { place, exact, start } = part;
    const breaks = this.#breaksBefore(start, index);
    if (breaks === 0) {
      return { line: place.line, column: exact ? place.column + index - start : place.column };
    }
    return { line: place.line + breaks, column: 1 };
  }

  /** How many lines end between two places. Finds come in order: each counts on from the one before. */
  #breaksBefore(start: number, index: number): number {
    const counted = this.#counted;
    let { at, breaks } =
      counted.start === start && counted.at <= index ? counted : { at: start, breaks: 0 };
    for (; at < index; at++) if (this.#text.charCodeAt(at) === 10) breaks += 1;
    this.#counted = { start, at, breaks };
    return breaks;
  }

  #partAt(index: number): Part | undefined {
    let low = 0;
    let high = this.#parts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#parts[middle] as Part).start <= index) low = middle;
      else high = middle;
    }
    return this.#parts[low];
  }

  passage(around: Around = {}, more: Pick<TextPassage, 'field' | 'key'> = {}): TextPassage {
    return { text: this.#text, around, ...more, placeAt: (index) => this.placeAt(index) };
  }
}
