/** One part of the index: some thousand documents in a folder that Pagefind's reader can open. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daysOf, type Facts, type SearchDocument } from '../document.ts';
import { LANGUAGE } from '../manifest.ts';
import { allEnded } from './all-ended.ts';
import { writeLarge } from './files.ts';
import { PAGEFIND_VERSION } from './pagefind-files.ts';
import { readLengths } from './stretch.ts';
import { inThread, threadsFor } from './threads.ts';
import { type Pagefind, writeWithPagefind } from './with-pagefind.ts';
import { type WordsToWrite, writeWords } from './write-words.ts';

const WORDS_WORKER = new URL('./words-worker.ts', import.meta.url);

export interface PartToBuild {
  /** Newest first. */
  readonly documents: readonly SearchDocument[];
  /** The stretches that these documents were made into, in the same order. */
  readonly stretches: readonly { readonly key: string; readonly folder: string }[];
  /** The part's own; a new one. */
  readonly folder: string;
}

/**
 * Puts parts together from their stretches: their words by threads, all else meanwhile.
 * @param indexer whose files cannot be written by ourselves
 */
export async function writeParts(
  parts: readonly PartToBuild[],
  lanes = threadsFor(parts.flatMap(({ documents }) => documents).length),
  indexer?: Pagefind,
): Promise<void> {
  if (indexer) {
    for (const part of parts) {
      const found = await writeWithPagefind(part.documents, part.folder, indexer);
      await writeFacts(part, { found });
    }
    return;
  }
  for (const { folder } of parts) mkdirSync(join(folder, 'index'), { recursive: true });
  const words = Array.from({ length: lanes }, async (_, lane) => {
    // A thread takes its time to begin: one for each lane, whatever the number of parts.
    const given = parts.map(({ stretches, folder }): WordsToWrite => {
      return { stretches: stretches.map((stretch) => stretch.folder), folder, lane, lanes };
    });
    await (lanes > 1 ? inThread(WORDS_WORKER, given) : given.forEach(writeWords));
  });
  await allEnded([...words, ...parts.map((part) => writeHead(part))]);
}

async function writeHead(part: PartToBuild): Promise<void> {
  const records = part.stretches.flatMap(({ folder }) => readLengths(folder)).flat().length;
  writeFileSync(join(part.folder, 'pagefind-entry.json'), entryFile(records));
  await writeFacts(part);
}

async function writeFacts(
  { documents, stretches, folder }: PartToBuild,
  more: Pick<Facts, 'found'> = {},
): Promise<void> {
  const facts = new FactsWriter();
  const lengths = stretches.flatMap((stretch) => {
    const own = readLengths(stretch.folder);
    facts.all.stretches.push([stretch.key, own.length]);
    return own;
  });
  for (const [index, document] of documents.entries()) facts.add(document, lengths[index] ?? []);
  const all: Facts = { ...facts.all, ...more };
  writeLarge(join(folder, 'facts.pf_facts'), Buffer.from(JSON.stringify(all)));
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
  readonly all: Facts = {
    dates: [],
    titles: [],
    ended: [],
    minor: [],
    stretches: [],
    records: [],
    filters: {},
  };

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
