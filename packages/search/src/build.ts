/** Building the index, in Node. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { type Card, writeCards } from './cards.ts';
import { cutBlocks } from './cut.ts';
import { fold } from './fold.ts';

/** One page to be found. */
export interface SearchDocument {
  /** Address of the page: an absolute path, or relative to the `base` the search page is given. */
  url: string;
  title: string;
  /**
   * Texts of the page in reading order: headings, paragraphs, list items, table cells. A match
   * never crosses from one into the next. The title need not be among them.
   */
  blocks: readonly string[];
  /** Shown with a result, not searched. `date` is `YYYY-MM-DD` and orders equal results. */
  meta: Readonly<{ date: string; path: string } & Record<string, string>>;
  /** Exact values by which results can be narrowed. */
  filters?: Readonly<Record<string, readonly string[]>>;
  /** Further orders, by name. */
  sort?: Readonly<Record<string, string>>;
}

export interface BuildOptions {
  documents: readonly SearchDocument[];
  /** Folder of the index, such as `dist/pagefind`; replaced as a whole when all is written. */
  outDir: string;
  /** Name of the column; stands in each result, so that several columns can be told apart. */
  site?: string;
}

/** What was built; sizes in bytes. */
export interface BuildReport {
  documents: number;
  files: number;
  bytes: { total: number; words: number; meta: number; cards: number; code: number };
}

/** A code that Pagefind has no segmenter and no stemmer for: words stay as we cut them. */
const LANGUAGE = 'xx';
/** Parts of Pagefind's bundle that our client never loads. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$/;
/** No single answer of the indexer takes this long; without it a dead indexer is waited for. */
const ANSWER_LIMIT_MS = 10 * 60_000;

let running: Promise<unknown> = Promise.resolve();

/**
 * Builds the index of one site. The same documents give the same bytes, in whatever order.
 * @throws Error that names the document which cannot be indexed; the old index then stays
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  // The indexer is one process for all callers, and closing it would end another's build.
  const build = running.then(() => buildAlone(options));
  running = build.catch(() => undefined);
  return build;
}

async function buildAlone({ documents, outDir, site }: BuildOptions): Promise<BuildReport> {
  const target = resolve(outDir);
  const staging = `${target}.${process.pid}.tmp`;
  await refuseForeignFolder(target);
  const ordered = inOrder(documents);
  await mkdir(dirname(target), { recursive: true });
  await rm(staging, { recursive: true, force: true });
  try {
    await writePagefind(ordered, staging);
    await writeCards(
      staging,
      ordered.map((document) => toCard(document, site)),
    );
    const report = await measure(staging, ordered.length);
    await rm(target, { recursive: true, force: true });
    await rename(staging, target);
    return report;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Newest first, then by address: the order in which equal results are shown. */
function inOrder(documents: readonly SearchDocument[]): SearchDocument[] {
  const addresses = new Set<string>();
  for (const { url, title, blocks } of documents) {
    if (url === '') throw new Error(`Search: the document “${title}” has no address.`);
    if (addresses.has(url)) throw new Error(`Search: two documents have the address ${url}.`);
    addresses.add(url);
    if (![title, ...blocks].some((text) => fold(text) !== '')) {
      throw new Error(`Search: ${url} has neither a title nor text, so nothing could find it.`);
    }
  }
  return [...documents].sort((a, b) => compare(b.meta.date, a.meta.date) || compare(a.url, b.url));
}

/** By code units: the same on every machine, whatever its locale. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function writePagefind(documents: readonly SearchDocument[], outDir: string): Promise<void> {
  try {
    const made = await answered(createIndex({}), 'starting the indexer');
    if (made.index === undefined) throw new Error('Search: the indexer gave no index.');
    // One after another: the order of the records is the order of equal results.
    for (const document of documents) await addDocument(made.index, document);
    await answered(made.index.writeFiles({ outputPath: outDir }), 'writing the index');
  } finally {
    await close();
  }
  const names = await readdir(outDir);
  await Promise.all(
    names.filter((name) => UNUSED.test(name)).map((name) => rm(join(outDir, name))),
  );
}

async function addDocument(index: PagefindIndex, document: SearchDocument): Promise<void> {
  const { url, filters, sort } = document;
  const record = {
    url,
    content: cutBlocks(texts(document)),
    language: LANGUAGE,
    // No `meta`: Pagefind makes it searchable, so that every notice would match 通知.
    ...(filters && { filters: mutable(filters) }),
    ...(sort && { sort: { ...sort } }),
  };
  await answered(index.addCustomRecord(record), url);
}

function mutable(filters: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
}

/** What is searched: the title, then the blocks, without a heading that only says the title again. */
function texts({ title, blocks }: SearchDocument): string[] {
  const [first, ...rest] = blocks;
  const repeated = first !== undefined && fold(first) === fold(title);
  return [title, ...(repeated ? rest : blocks)];
}

function toCard(document: SearchDocument, site: string | undefined): Card {
  const [title, ...blocks] = texts(document);
  return {
    url: document.url,
    content: blocks.map((block) => block.replace(/\s+/gu, ' ').trim()).join('\n'),
    meta: { ...document.meta, ...(site !== undefined && { site }), title: title ?? '' },
  };
}

/** Waits for one answer of the indexer and throws what it complains about. */
async function answered<T extends { errors: string[] }>(
  answer: Promise<T>,
  what: string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = new Error(`Search: the indexer did not answer (${what}).`);
    timer = setTimeout(() => reject(error), ANSWER_LIMIT_MS);
  });
  try {
    const result = await Promise.race([answer, silence]);
    if (result.errors.length > 0) throw new Error(`Search: ${what}: ${result.errors.join('; ')}`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}

/** A folder that holds something else is not ours to replace. */
async function refuseForeignFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  if (names.length > 0 && !names.includes('pagefind-entry.json')) {
    throw new Error(`Search: ${folder} holds other files than an index; it is left as it is.`);
  }
}

async function measure(folder: string, documents: number): Promise<BuildReport> {
  const bytes = { total: 0, words: 0, meta: 0, cards: 0, code: 0 };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  for (const file of files) {
    const { size } = await stat(join(file.parentPath, file.name));
    bytes.total += size;
    bytes[share(file.name)] += size;
  }
  return { documents, files: files.length, bytes };
}

function share(name: string): Exclude<keyof BuildReport['bytes'], 'total'> {
  if (name.endsWith('.pf_index')) return 'words';
  if (name.endsWith('.pf_fragment')) return 'cards';
  if (name.endsWith('.js') || name.endsWith('.pagefind')) return 'code';
  return 'meta';
}
