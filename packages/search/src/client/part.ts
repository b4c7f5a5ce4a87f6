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
  type LocatedWord,
  META_FILE,
  metaFile,
  SIZES_FILE,
  sizeOf,
  WORD_FILES,
  type WordFiles,
  wordsIn,
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
/** What a file of words may have where nothing tells its size. */
const USUAL_BYTES = 12_000;

export class SearchPart {
  readonly #bundle: string;
  readonly #path: string;
  readonly #code: string;
  #open: Promise<{ reader: Reader; facts: Facts }> | undefined;
  #files: Promise<WordFiles | undefined> | undefined;
  #sizes: Promise<string | undefined> | undefined;
  readonly #asked = new Set<string>();
  #loaded = 0;
  /** Phrases that no document has, as `mayHave` found. */
  readonly #nowhere = new Set<string>();
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
    void this.#askAll(terms);
  }

  async #askAll(terms: readonly string[]): Promise<void> {
    for (const file of await this.#further(terms)) this.#askAhead(file);
  }

  #askAhead(name: string): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    void ahead(`${this.#path}index/${name}.pf_index`).then((bytes) => {
      this.#loaded += bytes;
    });
  }

  #phrases(terms: readonly string[]): string[] {
    return terms
      .flatMap(readingsOf)
      .map(cutTerm)
      .filter((phrase) => !this.#nowhere.has(phrase));
  }

  /** Bytes of the files of words that have come. */
  get loaded(): number {
    return this.#loaded;
  }

  /** What these terms may cost: further files of words that they need, and the bytes that each is likely to have. */
  async costs(terms: readonly string[]): Promise<{ file: string; bytes: number }[]> {
    this.#sizes ??= loadJson<string>(this.#path + SIZES_FILE).catch(() => undefined);
    const [sizes, further] = await Promise.all([this.#sizes, this.#further(terms)]);
    return further.map((file) => ({ file, bytes: sizes ? sizeOf(sizes, file) : USUAL_BYTES }));
  }

  /** Files of words that these terms need and nobody has asked for. */
  async #further(terms: readonly string[]): Promise<string[]> {
    const files = await this.#files;
    if (files === undefined) return [];
    const names = this.#phrases(terms).flatMap((phrase) => filesFor(files, phrase));
    return [...new Set(names)].filter((name) => !this.#asked.has(name));
  }

  /**
   * Whether all these terms may stand here. Pairs that are rare are looked up by themselves, where their file is
   * there, and one more: what somebody says in his own words has pairs that stand nowhere, and
   * its other files need not come. Where it says no, no document has them.
   */
  async mayHave(terms: readonly string[]): Promise<boolean> {
    const [{ reader }, files] = await Promise.all([this.load(), this.#files]);
    if (files === undefined) return true;
    for (const term of terms) {
      const phrases = readingsOf(term).map(cutTerm);
      for (const phrase of phrases) {
        if (!(await this.#mayStand(reader, wordsIn(files, phrase)))) this.#nowhere.add(phrase);
      }
      if (phrases.every((phrase) => this.#nowhere.has(phrase))) return false;
    }
    return true;
  }

  async #mayStand(reader: Reader, words: readonly LocatedWord[]): Promise<boolean> {
    if (words.some(({ file }) => file === undefined)) return false;
    const rare = words.filter(({ ends }) => !ends);
    const isThere = ({ file }: LocatedWord) => file !== undefined && this.#asked.has(file);
    const next = rare.filter((word) => !isThere(word)).slice(0, 1);
    for (const { word, file = '' } of [...rare.filter(isThere), ...next]) {
      this.#askAhead(file);
      if ((await reader.find(word)).length === 0) return false;
    }
    return true;
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
    for (const phrase of this.#phrases([term])) {
      for (const { record, place } of await reader.find(phrase)) {
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
