/** Building the index, in Node. */
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { close, createIndex } from 'pagefind';
import { daysOf, type SearchDocument } from './document.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { type NearTerm, readNearTerms } from './near-terms.ts';
import { PAGEFIND_VERSION } from './part/pagefind-files.ts';
import { type Part, planParts } from './part/plan.ts';

export type { FurtherPage, PageText, SearchDocument } from './document.ts';
export type { NearTerm } from './near-terms.ts';

export interface BuildOptions {
  documents: readonly SearchDocument[];
  /** Folder of the index, such as `dist/pagefind`; replaced as a whole when all is written. */
  outDir: string;
  /** Name of the column; stands in each result, so that several columns can be told apart. */
  site?: string;
  /** Keeps parts from one build to the next, so that one that did not change is not built again. */
  cacheDir?: string;
  /** Everyday words with their official ones, beside those of `data/near-terms.yaml`. */
  nearTerms?: readonly NearTerm[];
  /** Size of a part, in documents of usual length. */
  partSize?: number;
}

/** What was built; sizes in bytes. */
export interface BuildReport {
  documents: number;
  parts: number;
  /** Parts that were there already. */
  kept: number;
  files: number;
  bytes: { total: number; words: number; meta: number; cards: number; code: number };
}

/** What our client loads of Pagefind. */
const CODE = ['pagefind.js', 'wasm.unknown.pagefind'];

/**
 * Builds the index of one site. The same documents give the same bytes, in whatever order.
 * @throws Error that names the document which cannot be indexed; the old index then stays
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const target = resolve(options.outDir);
  const staging = `${target}.${process.pid}.tmp`;
  await refuseForeignFolder(target);
  const parts = planParts(inOrder(options.documents), options.partSize);
  await rm(staging, { recursive: true, force: true });
  await mkdir(join(staging, 'parts'), { recursive: true });
  try {
    const kept = await writeParts(parts, join(staging, 'parts'), options.cacheDir);
    await writeCode(staging);
    await writeFile(join(staging, MANIFEST), JSON.stringify(await manifest(parts, options)));
    const bytes = await measure(staging);
    await mkdir(dirname(target), { recursive: true });
    await rm(target, { recursive: true, force: true });
    await rename(staging, target);
    return { documents: options.documents.length, parts: parts.length, kept, ...bytes };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
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

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** @returns how many were there already */
async function writeParts(
  parts: readonly Part[],
  folder: string,
  cache: string | undefined,
): Promise<number> {
  const known = new Set(cache === undefined ? [] : await readdir(cache).catch(() => []));
  const waiting = parts.filter(({ key }) => !known.has(key));
  const lanes = Array.from({ length: Math.min(2, availableParallelism()) }, async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      await buildApart(part, join(folder, part.key));
    }
  });
  await Promise.all(lanes);
  if (cache === undefined) return 0;
  let kept = 0;
  for (const { key } of parts) {
    if (known.has(key)) {
      await cp(join(cache, key), join(folder, key), { recursive: true });
      kept += 1;
    } else {
      await keep(join(folder, key), cache, key);
    }
  }
  const present = new Set(parts.map(({ key }) => key));
  for (const key of known) {
    if (!present.has(key)) await rm(join(cache, key), { recursive: true, force: true });
  }
  return kept;
}

/** A part appears in the cache when it is whole. */
async function keep(from: string, cache: string, key: string): Promise<void> {
  const half = join(cache, `${key}.${process.pid}.tmp`);
  await cp(from, half, { recursive: true });
  await rm(join(cache, key), { recursive: true, force: true });
  await rename(half, join(cache, key));
}

function buildApart({ documents }: Part, folder: string): Promise<void> {
  const worker = new Worker(new URL('./part/worker.ts', import.meta.url), {
    workerData: { documents, folder },
  });
  return new Promise((done, failed) => {
    worker.once('message', () => done());
    worker.once('error', failed);
    worker.once('exit', (code) => failed(new Error(`Search: a part ended with code ${code}.`)));
  });
}

let running: Promise<unknown> = Promise.resolve();

/** The reader comes from Pagefind itself, so that it and its WebAssembly fit together. */
async function writeCode(folder: string): Promise<void> {
  // Pagefind is one process for all callers, and closing it would end another's work.
  const work = running.then(() => copyReader(folder));
  running = work.catch(() => undefined);
  await work;
}

async function copyReader(folder: string): Promise<void> {
  try {
    const { index, errors } = await createIndex({});
    const { files } = (await index?.getFiles()) ?? { files: [] };
    const version = files.find(({ path }) => path.endsWith('pagefind-entry.json'))?.content;
    const found = version && JSON.parse(Buffer.from(version).toString('utf8')).version;
    if (found !== PAGEFIND_VERSION) {
      throw new Error(
        `Search: the files are those of Pagefind ${PAGEFIND_VERSION}, but ${found ?? errors.join('; ')} is installed.`,
      );
    }
    for (const name of CODE) {
      const file = files.find(({ path }) => path.endsWith(name));
      if (file === undefined) throw new Error(`Search: Pagefind has no ${name}.`);
      await writeFile(join(folder, name), file.content);
    }
  } finally {
    await close();
  }
}

async function manifest(parts: readonly Part[], options: BuildOptions): Promise<Manifest> {
  const data = join(import.meta.dirname, '..', 'data', 'near-terms.yaml');
  const near = [...readNearTerms(await readFile(data, 'utf8')), ...(options.nearTerms ?? [])];
  return {
    ...(options.site !== undefined && { site: options.site }),
    parts: parts.map(({ key, documents }) => ({
      key,
      documents: documents.length,
      newest: daysOf(documents[0]?.meta.date ?? ''),
    })),
    near,
  };
}

/** A folder that holds something else is not ours to replace. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes(MANIFEST)) {
    throw new Error(`Search: ${folder} holds other files than an index; it is left as it is.`);
  }
}

async function measure(folder: string): Promise<Pick<BuildReport, 'files' | 'bytes'>> {
  const bytes = { total: 0, words: 0, meta: 0, cards: 0, code: 0 };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files) {
    const { size } = await stat(join(file.parentPath, file.name));
    bytes.total += size;
    bytes[share(file.name)] += size;
  }
  return { files: files.length, bytes };
}

function share(name: string): Exclude<keyof BuildReport['bytes'], 'total'> {
  if (name.endsWith('.pf_index')) return 'words';
  if (name.endsWith('.pf_card')) return 'cards';
  return CODE.includes(name) ? 'code' : 'meta';
}
