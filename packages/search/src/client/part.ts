/** One part of an index, loaded when it is first asked. */
import { cutTerm } from '../cut.ts';
import {
  type Card,
  cardFile,
  cardFolder,
  datesOf,
  FACTS_FILE,
  type Facts,
  FILTERS_FILE,
  type Filters,
} from '../document.ts';
import { readingsOf } from '../numbers.ts';
import {
  ENTRY_FILE,
  entryFile,
  filesFor,
  META_FILE,
  metaFile,
  WORD_FILES,
  type WordFiles,
} from '../part/reader-files.ts';
import { type Zone, zoneOf } from '../zones.ts';
import { ahead, expect, loadJson } from './fetching.ts';
import { openReader, type Reader, translated } from './pagefind.ts';

/** What a term found in one document. */
export interface Found {
  /** Records with the term, rising. */
  records: number[];
  /** The best in which it stands. */
  zone: Zone;
  /** Whether the title begins with it. */
  begins: boolean;
}

/** Answers that are kept, so that paging, filtering and sorting ask nothing again. */
const KEPT = 24;
const KEPT_CARDS = 500;

export class SearchPart {
  readonly #bundle: string;
  readonly #path: string;
  readonly #code: string;
  #open: Promise<{ reader: Reader; facts: Facts }> | undefined;
  #files: Promise<WordFiles | undefined> | undefined;
  readonly #asked = new Set<string>();
  #filters: Promise<Filters> | undefined;
  #dates: readonly number[] = [];
  #documents = new Uint32Array();
  #first = new Uint32Array();
  #ended = new Set<number>();
  #minor = new Set<number>();
  #stretches: Facts['stretches'] = [];
  readonly #cards = new Map<number, Promise<Card>>();
  readonly #answers = new Map<string, Promise<Map<number, Found>>>();

  /**
   * @param bundle address of the index, with a slash at its end
   * @param code address of its reader's folder
   */
  constructor(bundle: string, key: string, code: string) {
    this.#bundle = bundle;
    this.#code = code;
    this.#path = `${bundle}parts/${key}/`;
  }

  /** Loads what every question needs. */
  load(): Promise<{ reader: Reader; facts: Facts }> {
    // Loaded ahead it may fail without anybody having asked: then the question tries anew.
    this.#open ??= this.#load().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    return this.#open;
  }

  async #load(): Promise<{ reader: Reader; facts: Facts }> {
    this.#files = loadJson<WordFiles>(this.#path + WORD_FILES).catch(() => undefined);
    const [reader, facts] = await Promise.all([
      this.#openReader(),
      loadJson<Facts>(this.#path + FACTS_FILE),
    ]);
    this.#ended = new Set(facts.ended);
    this.#minor = new Set(facts.minor);
    this.#stretches = facts.stretches;
    const counts = new Map(facts.records);
    const documents: number[] = [];
    this.#dates = datesOf(facts);
    this.#first = new Uint32Array(this.#dates.length);
    this.#dates.forEach((_, document) => {
      this.#first[document] = documents.length;
      for (let i = counts.get(document) ?? 1; i > 0; i -= 1) documents.push(document);
    });
    this.#documents = Uint32Array.from(documents);
    return { reader: facts.found ? translated(reader, facts.found) : reader, facts };
  }

  /** Where Pagefind's own indexer wrote the part, the reader asks for its own files. */
  async #openReader(): Promise<Reader> {
    const files = await this.#files;
    if (files !== undefined) {
      const entry = new TextEncoder().encode(entryFile(files.records));
      expect(this.#path + ENTRY_FILE, Promise.resolve(entry));
      expect(this.#path + META_FILE, Promise.resolve(metaFile(files)));
    }
    return openReader(this.#code, this.#path);
  }

  /** Begins to load what these terms need, all at once: the reader itself asks for one after another. */
  prepare(terms: readonly string[]): void {
    this.load().catch(() => undefined);
    for (const reading of terms.flatMap(readingsOf)) void this.#askAhead(cutTerm(reading));
  }

  async #askAhead(phrase: string): Promise<void> {
    const files = await this.#files;
    if (files === undefined) return;
    for (const name of filesFor(files, phrase)) {
      if (this.#asked.has(name)) continue;
      this.#asked.add(name);
      ahead(`${this.#path}index/${name}.pf_index`);
    }
  }

  /** Loads what results can be narrowed by, beside what they are ordered by. */
  filters(): Promise<Filters> {
    this.#filters ??= Promise.all([this.load(), loadJson<Filters>(this.#path + FILTERS_FILE)])
      .then(([{ facts }, others]) => ({ ...facts.filters, ...others }))
      .catch((error: unknown) => {
        this.#filters = undefined;
        throw error;
      });
    return this.#filters;
  }

  /** Days since 1970. */
  date(document: number): number {
    return this.#dates[document] ?? 0;
  }

  isEnded(document: number): boolean {
    return this.#ended.has(document);
  }

  isMinor(document: number): boolean {
    return this.#minor.has(document);
  }

  firstRecord(document: number): number {
    return this.#first[document] ?? 0;
  }

  /** The documents in which a term stands. */
  find(term: string): Promise<Map<number, Found>> {
    const known = this.#answers.get(term);
    if (known !== undefined) return known;
    const answer = this.#find(term);
    this.#answers.set(term, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  async #find(term: string): Promise<Map<number, Found>> {
    const { reader } = await this.load();
    const places = new Map<number, number>();
    for (const reading of readingsOf(term)) {
      for (const { record, place } of await reader.find(cutTerm(reading))) {
        places.set(record, Math.min(place, places.get(record) ?? place));
      }
    }
    const found = new Map<number, Found>();
    for (const [record, place] of [...places].sort(([a], [b]) => a - b)) {
      const document = this.#documents[record] ?? 0;
      const zone = zoneOf(place);
      const known = found.get(document);
      if (known === undefined) {
        found.set(document, { records: [record], zone, begins: place === 0 });
        continue;
      }
      known.records.push(record);
      if (zone < known.zone) known.zone = zone;
    }
    return found;
  }

  card(record: number): Promise<Card> {
    const known = this.#cards.get(record);
    if (known !== undefined) return known;
    const document = this.#documents[record] ?? 0;
    const card = loadJson<Card>(this.#cardPath(document, record - this.firstRecord(document)));
    if (this.#cards.size >= KEPT_CARDS) this.#cards.clear();
    this.#cards.set(record, card);
    return card;
  }

  #cardPath(document: number, nth: number): string {
    let before = 0;
    for (const [key, count] of this.#stretches) {
      if (document < before + count) {
        return `${this.#bundle}${cardFolder(key)}/${cardFile(document - before, nth)}`;
      }
      before += count;
    }
    throw new Error(`Search: no stretch has document ${document}.`);
  }
}
