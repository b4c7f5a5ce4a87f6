/** One part of an index, loaded when it is first asked. */
import { characters, cutTerm } from '../cut.ts';
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
  type LocatedWord,
  META_FILE,
  metaFile,
  SIZES_FILE,
  WORD_FILES,
  type WordFiles,
  wordsIn,
} from '../part/reader-files.ts';
import { BODY_FROM, type Zone, zoneOf } from '../zones.ts';
import { type AskedWord, AT_ONCE, type Begins, coverOf, firstOf, narrowed } from './cover.ts';
import { ahead, expect, loadJson } from './fetching.ts';
import { holdsIn } from './holds-in.ts';
import { holds } from './marks.ts';
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
/** Of so many records the texts may be read instead of asking for further words, where that costs less. */
const FEW = 30;
/** What a card usually has. */
const CARD_BYTES = 2500;

export class SearchPart {
  readonly #bundle: string;
  readonly #path: string;
  readonly #code: () => Promise<string>;
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
  readonly #places = new Map<string, Promise<Begins>>();

  /**
   * @param bundle address of the index, with a slash at its end
   * @param code tells where its reader is
   */
  constructor(bundle: string, key: string, code: () => Promise<string>) {
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
    return openReader(await this.#code(), this.#path);
  }

  /** Begins to load what these terms need first, all at once: the reader itself asks for one after another. */
  prepare(terms: readonly string[]): void {
    this.load().catch(() => undefined);
    void this.#askAll(terms);
  }

  async #askAll(terms: readonly string[]): Promise<void> {
    for (const words of await this.#covers(terms)) {
      for (const { file } of firstOf(words)) this.#askAhead(file);
    }
  }

  #askAhead(name: string): void {
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    void ahead(`${this.#path}index/${name}.pf_index`).then((bytes) => {
      this.#loaded += bytes;
    });
  }

  /** Of each reading of the terms the words that are asked for, of those that may stand here. */
  async #covers(terms: readonly string[]): Promise<AskedWord[][]> {
    const files = await this.#files;
    if (files === undefined) return [];
    this.#sizes ??= loadJson<string>(this.#path + SIZES_FILE).catch(() => undefined);
    const sizes = await this.#sizes;
    return phrasesOf(terms)
      .filter((phrase) => !this.#nowhere.has(phrase))
      .flatMap((phrase) => {
        const cover = coverOf(files, sizes, phrase);
        return cover === undefined ? [] : [cover];
      });
  }

  /** Bytes of the files of words that have come. */
  get loaded(): number {
    return this.#loaded;
  }

  /** What these terms may cost: further files of words that they need, and the bytes that each is likely to have. */
  async costs(terms: readonly string[]): Promise<{ file: string; bytes: number }[]> {
    const covers = await this.#covers(terms);
    const files = new Map(covers.flat().map(({ file, bytes }) => [file, bytes]));
    return [...files]
      .filter(([file]) => !this.#asked.has(file))
      .map(([file, bytes]) => ({ file, bytes }));
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
      const phrases = phrasesOf([term]);
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
      if ((await this.#standing(reader, word)).size === 0) return false;
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

  /**
   * The documents in which a term stands.
   * @param most bytes of files of words that are asked for at first
   */
  find(term: string, most = AT_ONCE): Promise<Map<number, Found>> {
    const known = this.#answers.get(term);
    if (known !== undefined) return known;
    const answer = this.#find(term, most);
    keep(this.#answers, term, answer);
    return answer;
  }

  /** The first place of a term in each record that has it. */
  async #begins(term: string, most: number): Promise<[record: number, place: number][]> {
    const [{ reader }, files] = await Promise.all([this.load(), this.#files]);
    if (files === undefined) {
      const found = await Promise.all(phrasesOf([term]).map((phrase) => reader.find(phrase)));
      return found.flat().map(({ record, places }) => [record, places[0] ?? 0]);
    }
    const covers = await this.#covers([term]);
    const found = await Promise.all(
      covers.map((words) => this.#matching(reader, term, words, most)),
    );
    return found.flatMap((begins) =>
      [...begins].map(([record, [place = 0]]): [number, number] => [record, place]),
    );
  }

  /** Rare words are asked for first. Where these leave few records, their texts tell the rest. */
  async #matching(
    reader: Reader,
    term: string,
    words: readonly AskedWord[],
    most: number,
  ): Promise<Begins> {
    let begins: Begins | undefined;
    for (let [left, bytes] = [words, most]; left.length > 0; bytes = AT_ONCE) {
      const now = firstOf(left, bytes);
      for (const { file } of now) this.#askAhead(file);
      for (const { word, at } of now) {
        begins = narrowed(begins, await this.#standing(reader, word), at);
        if (begins.size === 0) return begins;
      }
      left = left.slice(now.length);
      if (begins && left.length > 0 && this.#isCheapToRead(begins, left)) {
        return this.#read(term, begins);
      }
    }
    return begins ?? new Map();
  }

  #isCheapToRead({ size }: Begins, left: readonly AskedWord[]): boolean {
    const further = left.filter(({ file }) => !this.#asked.has(file));
    const files = new Map(further.map(({ file, bytes }) => [file, bytes]));
    const cost = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
    return size <= FEW && size * CARD_BYTES <= cost;
  }

  /** Those records in whose texts the term stands; it begins in no title that does not have it. */
  async #read(term: string, begins: Begins): Promise<Begins> {
    const read = [...begins].map(async ([record, places]) => {
      const card = await this.card(record);
      if (!holdsIn(card, term)) return [];
      const title = holds(card.title ?? '', term) ? 0 : characters(card.title ?? '').length;
      const own = places.filter((place) => place >= title);
      return [[record, own.length > 0 ? own : [BODY_FROM]] as const];
    });
    return new Map((await Promise.all(read)).flat());
  }

  /** Every place of one word. */
  #standing(reader: Reader, word: string): Promise<Begins> {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const found = reader
      .find(word)
      .then((matches) => new Map(matches.map(({ record, places }) => [record, places])));
    keep(this.#places, word, found);
    return found;
  }

  async #find(term: string, most: number): Promise<Map<number, Found>> {
    const places = new Map<number, number>();
    for (const [record, place] of await this.#begins(term, most)) {
      places.set(record, Math.min(place, places.get(record) ?? place));
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

function phrasesOf(terms: readonly string[]): string[] {
  return terms.flatMap(readingsOf).map(cutTerm);
}

/** Remembers an answer instead of the oldest; what failed is asked for anew. */
function keep<T>(answers: Map<string, Promise<T>>, key: string, answer: Promise<T>): void {
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
}
