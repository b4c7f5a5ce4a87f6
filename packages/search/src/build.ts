/** Building the index, in Node. */
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import * as installed from 'pagefind';
import { type DirectRow, writeDirect } from './direct.ts';
import { cardFolder, daysOf, FILTERS_FILE, type SearchDocument } from './document.ts';
import { BESIDE, MANIFEST, type Manifest, READER, readerFolder, WASM } from './manifest.ts';
import { makeWords, writeWords } from './near/make-words.ts';
import type { NearTerm } from './near-terms.ts';
import { PACK, writePack } from './pack.ts';
import { allEnded } from './part/all-ended.ts';
import { buildParts, keptCards, type Store, storeIn } from './part/build-parts.ts';
import { linkFolder } from './part/link.ts';
import { PageDigests } from './part/page-digests.ts';
import { documentsOf, type Part, planParts, type Weighed, weigh } from './part/plan.ts';
import { PAGEFIND_VERSION } from './part/reader-files.ts';
import type { Pagefind } from './part/with-pagefind.ts';

export type { DirectKind, DirectRow } from './direct.ts';
export {
  cardFile,
  cardFolder,
  type FurtherPage,
  type PageText,
  type SearchDocument,
} from './document.ts';
export type { NearTerm } from './near-terms.ts';

export interface BuildOptions {
  documents: readonly SearchDocument[];
  /** Folder of the index, such as `dist/pagefind`; replaced as a whole when all is written. */
  outDir: string;
  /** Name of the column; stands in each result, so that several columns can be told apart. */
  site?: string;
  /** Keeps from one build to the next what was made, so that only what changed is made again. */
  cacheDir?: string;
  /** Everyday words with their official ones, beside those of `data/near-terms.yaml`. */
  nearTerms?: readonly NearTerm[];
  /** Pages that are no entries, in the order in which equal ones are shown. */
  direct?: readonly DirectRow[];
  /** The package `pagefind`, of which the reader comes; the installed one. */
  pagefind?: Pagefind;
  /** Size of a part, in documents of usual length. */
  partSize?: number;
}

export interface BuildReport {
  documents: number;
  parts: number;
  /** Parts that were there already. */
  kept: number;
  /** The version of Pagefind whose own indexer wrote the words, since we do not write its files. */
  indexer?: string;
}

/** What our client loads of Pagefind. */
const CODE = [READER, WASM];

/**
 * Builds the index of one site. The same documents give the same bytes, in whatever order.
 * @throws Error that names the document which cannot be indexed; the old index then stays
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const target = resolve(options.outDir);
  const staging = `${target}.${process.pid}.tmp`;
  await refuseForeignFolder(target);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const passing = `${staging}.store`;
  const cache = options.cacheDir ?? passing;
  try {
    await mkdir(cache, { recursive: true });
    const digests = new PageDigests(join(cache, 'articles.json'));
    const pagefind = options.pagefind ?? installed;
    const [version, weighed] = await allEnded([
      alone(() => copyReader(staging, pagefind)),
      weighAll(options.documents, digests),
    ]);
    const ours = version === PAGEFIND_VERSION;
    const parts = planParts(weighed, options.partSize, version);
    const store = storeIn(cache);
    const words = once(() => makeWords(parts.flatMap(documentsOf), options));
    const build = (indexer?: Pagefind) =>
      buildParts(parts, store, { ...(indexer && { indexer }), meanwhile: words });
    const kept = await (ours
      ? build()
      : alone(() => build(pagefind).finally(() => pagefind.close())));
    digests.save();
    const beside = join(staging, BESIDE);
    await mkdir(beside);
    const named = BESIDE + writeWords(beside, words());
    const direct = options.direct && BESIDE + writeDirect(beside, options.direct);
    const reader = readerFolder(version);
    const head = { ...manifest(parts, options), reader, words: named, ...(direct && { direct }) };
    await writeFile(join(staging, MANIFEST), JSON.stringify(head));
    await mkdir(dirname(target), { recursive: true });
    await place(parts, store, target, staging);
    await writeOpening(parts[0], staging);
    // Of a thousand files more at once than one by one.
    rmSync(target, { recursive: true, force: true });
    await rename(staging, target);
    const report = { documents: options.documents.length, parts: parts.length, kept };
    return ours ? report : { ...report, indexer: version };
  } finally {
    for (const folder of [staging, passing]) await rm(folder, { recursive: true, force: true });
  }
}

/** Reads every page, while Pagefind's own process starts. */
async function weighAll(
  documents: readonly SearchDocument[],
  digests: PageDigests,
): Promise<Weighed[]> {
  await setImmediate();
  await digests.readAhead(documents.flatMap((document) => [document, ...(document.pages ?? [])]));
  return inOrder(documents).map((document) => weigh(document, digests));
}

/** Brings parts and cards into a new index. What the old one has is the same, and better moved than linked. */
async function place(
  parts: readonly Part[],
  store: Store,
  old: string,
  fresh: string,
): Promise<void> {
  for (const name of ['parts', 'cards']) await mkdir(join(fresh, name));
  const folders = parts.flatMap(({ key, stretches }) => [
    [`parts/${key}`, join(store.parts, key)] as const,
    ...stretches.map(
      (stretch) => [cardFolder(stretch.key), keptCards(store, stretch.key)] as const,
    ),
  ]);
  for (const [path, kept] of folders) {
    const to = join(fresh, path);
    await rename(join(old, path), to).catch(() => linkFolder(kept, to));
  }
}

/** Pagefind's own indexer names its files otherwise than we do, and writes some that are not needed. */
const isOfOpening = (path: string) =>
  /\/pagefind-entry\.json$|\.pf_(?:meta|facts)$/u.test(path) && !path.endsWith(FILTERS_FILE);

/** Puts what the first question needs together; the files stay where they are as well. */
async function writeOpening(newest: Part | undefined, folder: string): Promise<void> {
  const part = `parts/${newest?.key}`;
  const names = newest ? await readdir(join(folder, part), { withFileTypes: true }) : [];
  const opening = names.filter((entry) => entry.isFile()).map(({ name }) => `${part}/${name}`);
  const files = [MANIFEST, ...opening.filter(isOfOpening).sort()];
  const pack = files.map(async (path) => {
    const bytes = await readFile(join(folder, path));
    return [path, path === MANIFEST ? gzipSync(bytes, { level: 9 }) : bytes] as const;
  });
  await writeFile(join(folder, PACK), writePack(await Promise.all(pack)));
}

/** Newest first, then by address: the order in which equal results are shown. */
function inOrder(documents: readonly SearchDocument[]): SearchDocument[] {
  const addresses = new Set<string>();
  for (const { url, title } of documents) {
    if (url === '') throw new Error(`Search: the document “${title}” has no address.`);
    if (addresses.has(url)) throw new Error(`Search: two documents have the address ${url}.`);
    addresses.add(url);
  }
  return [...documents].sort((a, b) => compare(b.meta.date, a.meta.date) || compare(a.url, b.url));
}

/** Makes something when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

let running: Promise<unknown> = Promise.resolve();

/** Pagefind is one process for all callers, and closing it would end another's work. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = running.then(work);
  running = mine.catch(() => undefined);
  return mine;
}

/** The reader comes from Pagefind itself, so that it and its WebAssembly fit together. */
async function copyReader(folder: string, { createIndex, close }: Pagefind): Promise<string> {
  try {
    const { index, errors } = await createIndex({});
    const { files } = (await index?.getFiles()) ?? { files: [] };
    const entry = files.find(({ path }) => path.endsWith('pagefind-entry.json'))?.content;
    if (entry === undefined) throw new Error(`Search: no Pagefind is there: ${errors.join('; ')}`);
    const { version } = JSON.parse(Buffer.from(entry).toString('utf8'));
    const reader = join(folder, readerFolder(version));
    await mkdir(reader, { recursive: true });
    for (const name of CODE) {
      const file = files.find(({ path }) => path.endsWith(name));
      if (file === undefined) throw new Error(`Search: Pagefind has no ${name}.`);
      await writeFile(join(reader, name), file.content);
    }
    return String(version);
  } finally {
    await close();
  }
}

function manifest(parts: readonly Part[], options: BuildOptions): Manifest {
  return {
    ...(options.site !== undefined && { site: options.site }),
    parts: parts.map((part) => {
      const documents = documentsOf(part);
      const newest = daysOf(documents[0]?.meta.date ?? '');
      return { key: part.key, documents: documents.length, newest };
    }),
  };
}

/** A folder that holds something else is not ours to replace. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes(MANIFEST)) {
    throw new Error(`Search: ${folder} holds other files than an index; it is left as it is.`);
  }
}
