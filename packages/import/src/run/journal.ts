import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from './outcome.ts';

/** What an import has written for one file. */
export interface Written {
  readonly path: string;
  /** Of its bytes. */
  readonly digest: string;
  /** What was asked for: the same file asked for otherwise becomes another entry. */
  readonly asked: string;
  /** Where its entries stand, below the county's folder and without `.md`. */
  readonly places: readonly string[];
  readonly words: readonly string[];
  /** Files beside it, each with the digest of its bytes. */
  readonly beside: Readonly<Record<string, string>>;
  /** Every draft of it was written; else the rest is tried again. */
  readonly whole: boolean;
  /** What was told of it: the report of a run that goes on has it again. */
  readonly outcomes: readonly Outcome[];
}

/**
 * What was written, a line of JSON for each file; a later line of the same file goes before. Lines are only
 * added, so that a run over many files does not write its list anew for each.
 */
export class Journal {
  readonly #file: string;
  readonly #byPath = new Map<string, Written>();
  readonly #byContent = new Map<string, Written>();
  readonly #byPlace = new Map<string, string>();

  constructor(file: string) {
    this.#file = file;
    if (existsSync(file)) this.#read();
  }

  get paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  of(path: string): Written | undefined {
    return this.#byPath.get(path);
  }

  /** What a file of the same bytes became that was asked for in the same way, wherever it stood. */
  ofContent(digest: string, asked: string): Written | undefined {
    return this.#byContent.get(`${digest} ${asked}`);
  }

  /** The file that an entry was made of. */
  ownerOf(place: string): string | undefined {
    return this.#byPlace.get(place);
  }

  add(lines: readonly Written[]): void {
    if (lines.length === 0) return;
    for (const line of lines) this.#take(line);
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }

  #take(line: Written): void {
    this.#byPath.set(line.path, line);
    this.#byContent.set(`${line.digest} ${line.asked}`, line);
    for (const place of line.places) this.#byPlace.set(place, line.path);
  }

  #read(): void {
    const bytes = readFileSync(this.#file);
    // A line that was cut off while it was written says nothing.
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end < bytes.length) truncateSync(this.#file, end);
    for (const line of bytes.toString('utf8', 0, end).split('\n'))
      if (line !== '') this.#take(JSON.parse(line) as Written);
  }
}
