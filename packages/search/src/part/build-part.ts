/** One part of the index: some thousand documents in a folder that Pagefind's reader can open. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { daysOf, type Facts, type SearchDocument } from '../document.ts';
import { Files } from './files.ts';
import { mergeWords } from './merge.ts';
import { metadata, PAGEFIND_VERSION, wordChunks } from './pagefind-files.ts';
import { makeStretch, type Stretch, type StretchOf } from './stretch.ts';
import { inThread } from './threads.ts';

/** A code that Pagefind has no segmenter and no stemmer for: words stay as we cut them. */
const LANGUAGE = 'xx';
/** Begins every file of Pagefind once it is decompressed. */
const SIGNATURE = Buffer.from('pagefind_dcd');
/** Below so many documents a second thread takes longer to start than it saves. */
const WORTH_HALVING = 200;

/** Writes the part of these documents, newest first, into a new folder. */
export async function buildPart(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<void> {
  const files = new Files(folder);
  await mkdir(join(folder, 'index'), { recursive: true });
  await mkdir(join(folder, 'cards'));
  const stretches = await makeStretches(documents, folder, files);
  const facts = new FactsWriter();
  const lengths = stretches.flatMap((stretch) => stretch.lengths);
  for (const [index, document] of documents.entries()) facts.add(document, lengths[index] ?? []);
  const records = lengths.reduce((sum, { length }) => sum + length, 0);
  const chunks = [];
  for (const { bytes, ...chunk } of wordChunks(mergeWords(stretches.map((each) => each.sorted)))) {
    chunks.push(chunk);
    await files.write(`index/${chunk.name}.pf_index`, Buffer.concat([SIGNATURE, bytes]));
  }
  const meta = Buffer.concat([SIGNATURE, metadata(records, chunks)]);
  await files.write(`pagefind.${LANGUAGE}.pf_meta`, meta);
  await files.write('facts.pf_facts', Buffer.from(JSON.stringify(facts.all)));
  await files.done();
  await writeFile(join(folder, 'pagefind-entry.json'), entryFile(records));
}

/** Half of a large part is made in a second thread; the bytes are the same either way. */
async function makeStretches(
  documents: readonly SearchDocument[],
  folder: string,
  files: Files,
): Promise<Stretch[]> {
  const from = documents.length < WORTH_HALVING ? documents.length : documents.length >> 1;
  const first = { documents: documents.slice(0, from), from: 0 };
  const rest = { documents: documents.slice(from), from };
  const beside: Promise<Stretch>[] = [];
  if (rest.documents.length > 0) {
    const worker = new URL('./stretch-worker.ts', import.meta.url);
    const given: { stretch: StretchOf; folder: string } = { stretch: rest, folder };
    beside.push(inThread(worker, given));
  }
  return Promise.all([makeStretch(first, files), ...beside]);
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
