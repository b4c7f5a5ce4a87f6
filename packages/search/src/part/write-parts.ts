/** One part of the index: some thousand documents in a folder that Pagefind's reader can open. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  daysOf,
  FACTS_FILE,
  type Facts,
  FILTERS_FILE,
  type Filters,
  KIND,
  type SearchDocument,
  TOWN,
} from '../document.ts';
import { allEnded } from './all-ended.ts';
import { writeSmall } from './files.ts';
import { readLengths } from './stretch.ts';
import { inThread, threadsFor } from './threads.ts';
import { type Pagefind, writeWithPagefind } from './with-pagefind.ts';
import { type WordsToWrite, writeWords } from './write-words.ts';

/** Filters that no result can do without. */
const RANKING: ReadonlySet<string> = new Set([KIND, TOWN]);
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
  await allEnded([...words, ...parts.map((part) => writeFacts(part))]);
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
  const [ranking, others] = [true, false].map((wanted) =>
    Object.fromEntries(
      Object.entries(facts.filters).filter(([name]) => RANKING.has(name) === wanted),
    ),
  );
  const all: Facts = { ...facts.all, ...more, filters: ranking ?? {} };
  writeSmall(join(folder, FACTS_FILE), JSON.stringify(all));
  writeSmall(join(folder, FILTERS_FILE), JSON.stringify(others));
}

class FactsWriter {
  readonly filters: Filters = {};
  #last = 0;
  readonly all: Omit<Facts, 'filters'> = {
    steps: [],
    titles: [],
    ended: [],
    minor: [],
    stretches: [],
    records: [],
  };

  add(document: SearchDocument, lengths: readonly number[]): void {
    const date = daysOf(document.meta.date);
    const index = this.all.steps.push(this.all.steps.length === 0 ? date : this.#last - date) - 1;
    this.#last = date;
    this.all.titles.push(lengths[0] ?? 0);
    if (document.ended) this.all.ended.push(index);
    if (document.minor) this.all.minor.push(index);
    if (lengths.length > 1) this.all.records.push([index, lengths.length]);
    for (const [name, values] of Object.entries(document.filters ?? {})) {
      if (values.length > 0) this.#filter(name, values, index);
    }
  }

  #filter(name: string, values: readonly string[], index: number): void {
    this.filters[name] ??= { values: [], of: [] };
    const filter = this.filters[name];
    const ids = [...new Set(values)].map((value) => {
      const known = filter.values.indexOf(value);
      return known >= 0 ? known : filter.values.push(value) - 1;
    });
    while (filter.of.length < index) filter.of.push(-1);
    filter.of.push(ids.length === 1 ? (ids[0] ?? -1) : ids);
  }
}
