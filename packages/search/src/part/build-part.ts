/** One part of the index: some thousand documents in a folder that Pagefind's reader can open. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { daysOf, type Facts, type SearchDocument } from '../document.ts';
import { metadata, PAGEFIND_VERSION, wordChunks } from './pagefind-files.ts';
import { Postings } from './postings.ts';
import { recordsOf } from './records.ts';

/** A code that Pagefind has no segmenter and no stemmer for: words stay as we cut them. */
const LANGUAGE = 'xx';
/** Begins every file of Pagefind once it is decompressed. */
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Files that may wait to be compressed and written. */
const WAITING = 64;

const compress = promisify(gzip);

/** Writes the part of these documents, newest first, into a new folder. */
export async function buildPart(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<void> {
  const files = new Files(folder);
  await mkdir(join(folder, 'index'), { recursive: true });
  await mkdir(join(folder, 'cards'));
  const postings = new Postings();
  const facts = new FactsWriter();
  for (const document of documents) {
    const records = recordsOf(document);
    const lengths: number[] = [];
    for (const { texts, card } of records) {
      const name = join('cards', `${postings.records.toString(36)}.pf_card`);
      lengths.push(postings.add(texts));
      await files.write(name, Buffer.from(JSON.stringify(card)));
    }
    facts.add(document, lengths);
  }
  const chunks = [];
  for (const { bytes, ...chunk } of wordChunks(postings.sorted())) {
    chunks.push(chunk);
    await files.write(`index/${chunk.name}.pf_index`, Buffer.concat([SIGNATURE, bytes]));
  }
  const meta = Buffer.concat([SIGNATURE, metadata(postings.records, chunks)]);
  await files.write(`pagefind.${LANGUAGE}.pf_meta`, meta);
  await files.write('facts.pf_facts', Buffer.from(JSON.stringify(facts.all)));
  await files.done();
  await writeFile(join(folder, 'pagefind-entry.json'), entryFile(postings.records));
}

/** What Pagefind's reader asks for first. */
function entryFile(records: number): string {
  const language = { hash: LANGUAGE, wasm: null, page_count: records };
  return JSON.stringify({
    version: PAGEFIND_VERSION,
    languages: { [LANGUAGE]: language },
    include_characters: [],
  });
}

class FactsWriter {
  readonly all: Facts = { dates: [], titles: [], ended: [], minor: [], records: [], filters: {} };

  add(document: SearchDocument, lengths: readonly number[]): void {
    const index = this.all.dates.push(daysOf(document.meta.date)) - 1;
    this.all.titles.push(lengths[0] ?? 0);
    if (document.ended) this.all.ended.push(index);
    if (document.minor) this.all.minor.push(index);
    if (lengths.length > 1) this.all.records.push([index, lengths.length]);
    for (const [name, values] of Object.entries(document.filters ?? {})) {
      if (values.length > 0) this.#filter(name, values, index);
    }
  }

  #filter(name: string, values: readonly string[], index: number): void {
    this.all.filters[name] ??= { values: [], of: [] };
    const filter = this.all.filters[name];
    const ids = [...new Set(values)].map((value) => {
      const known = filter.values.indexOf(value);
      return known >= 0 ? known : filter.values.push(value) - 1;
    });
    while (filter.of.length < index) filter.of.push(-1);
    filter.of.push(ids.length === 1 ? (ids[0] ?? -1) : ids);
  }
}

/** Compresses and writes several files at a time, on the threads that Node has for it. */
class Files {
  readonly #folder: string;
  readonly #open = new Set<Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(name: string, bytes: Buffer): Promise<void> {
    const work = compress(bytes)
      .then((compressed) => writeFile(join(this.#folder, name), compressed))
      .finally(() => this.#open.delete(work));
    this.#open.add(work);
    if (this.#open.size >= WAITING) await Promise.race(this.#open);
  }

  async done(): Promise<void> {
    await Promise.all(this.#open);
  }
}
