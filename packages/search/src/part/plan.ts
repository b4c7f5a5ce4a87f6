/** Which documents stand together in a part, and within it in a stretch. */
import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageText, SearchDocument } from '../document.ts';
import type { PageDigests } from './page-digests.ts';
import { PAGEFIND_VERSION } from './reader-files.ts';

/** Documents that follow each other, read and sorted at once. */
export interface Stretch {
  /** Of all that goes into it: the same key, the same bytes. */
  key: string;
  /** Newest first. */
  documents: SearchDocument[];
  weight: number;
}

export interface Part {
  key: string;
  /** Newest first, as their documents are. */
  stretches: Stretch[];
}

/**
 * Size of a full part, in documents of usual length. README.md has the figures: larger parts cost
 * fewer bytes a query, smaller ones less memory, and are built side by side.
 */
const FULL = 8000;
/** A part that is nearly full ends with its year, so that a change in one year moves no other. */
const NEARLY = 0.75;
/**
 * A stretch ends with a month once it is this large, so that a change makes little anew and moves no other
 * stretch; with its year; or when it is full.
 */
const WORTH_A_STRETCH = 100;
const FULL_STRETCH = 1000;
/** Bytes of a usual page's text. Its markup does not count: the same texts are divided alike in any. */
const USUAL = 6000;

/** A document with what the pages that it is on weigh, and the digest of all that goes into the index. */
export interface Weighed {
  readonly document: SearchDocument;
  readonly weight: number;
  readonly digest: string;
}

/**
 * Parts from the newest to the oldest. A new document changes only the newest part.
 * @param writer the version of Pagefind whose files they are
 */
export function planParts(
  newestFirst: readonly Weighed[],
  full = FULL,
  writer = PAGEFIND_VERSION,
): Part[] {
  const code = codeDigest();
  const parts = divide(
    [...newestFirst].reverse(),
    full,
    (ends, size) => ends.year && size > full * NEARLY,
  );
  return parts.map((part) => {
    const stretches = divide([...part].reverse(), FULL_STRETCH, mayStretchEnd).map((stretch) => ({
      key: keyOf([code, ...digestsOf(stretch)]),
      documents: stretch.map(({ document }) => document),
      weight: sum(stretch),
    }));
    // A part names its stretches: divided otherwise, the same documents are another part.
    return { key: keyOf([writer, ...stretches.map(({ key }) => key)]), stretches };
  });
}

/** Every document of a part. */
export function documentsOf({ stretches }: Part): SearchDocument[] {
  return stretches.flatMap(({ documents }) => documents);
}

function mayStretchEnd({ year, month }: Ends, size: number): boolean {
  return year || (month && size >= WORTH_A_STRETCH);
}

/** What ends between two documents. */
interface Ends {
  readonly year: boolean;
  readonly month: boolean;
}

/**
 * Cuts what is given oldest first into pieces, which come newest first: where one is full, or where `may`
 * says that one of this size may end.
 */
function divide(
  oldestFirst: readonly Weighed[],
  full: number,
  may: (ends: Ends, size: number) => boolean,
): Weighed[][] {
  const pieces: Weighed[][] = [];
  let [open, size] = [[] as Weighed[], 0];
  for (const each of oldestFirst) {
    const last = open.at(-1);
    if (last && (size + each.weight > full || may(between(last, each), size))) {
      pieces.push(open.reverse());
      [open, size] = [[], 0];
    }
    open.push(each);
    size += each.weight;
  }
  if (open.length > 0) pieces.push(open.reverse());
  return pieces.reverse();
}

function between({ document: one }: Weighed, { document: next }: Weighed): Ends {
  const differ = (length: number) =>
    one.meta.date.slice(0, length) !== next.meta.date.slice(0, length);
  return { year: differ('2020'.length), month: differ('2020-01'.length) };
}

function sum(pieces: readonly Weighed[]): number {
  return pieces.reduce((total, { weight }) => total + weight, 0);
}

function digestsOf(pieces: readonly Weighed[]): string[] {
  return pieces.map(({ digest }) => digest);
}

function keyOf(lines: readonly string[]): string {
  return hash('sha256', lines.join('\n')).slice(0, 16);
}

export function weigh(document: SearchDocument, digests: PageDigests): Weighed {
  const { pages = [], html: _html, texts: _texts, blocks: _blocks, ...head } = document;
  let weight = 0;
  const of = (url: string, page: PageText): string => {
    const { bytes, digest } = digests.of(url, page);
    weight += bytes / USUAL;
    return digest;
  };
  const texts = [of(document.url, document), ...pages.map((page) => of(page.url, page))];
  // Where the files stand is nobody's business: the same site elsewhere gives the same parts.
  const addresses = pages.map(({ url, label, attachment }) => [url, label, attachment]);
  const digest = hash('sha256', JSON.stringify([head, addresses, texts]));
  return { document, weight: Math.max(1, weight), digest };
}

/** Other code may write other bytes: its own sources are part of each key. */
function codeDigest(): string {
  const folder = join(import.meta.dirname, '..');
  const digest = createHash('sha256');
  const sources =
    'cut.ts document.ts extract.ts fold.ts letters.ts lines.ts numbers.ts radicals.ts variants.ts zones.ts';
  const own =
    'write-parts.ts cbor.ts files.ts merge.ts pagefind-files.ts pair-table.ts postings.ts reader-files.ts records.ts stretch.ts with-pagefind.ts words.ts write-words.ts';
  for (const name of sources.split(' ')) digest.update(readFileSync(join(folder, name)));
  for (const name of own.split(' ')) digest.update(readFileSync(join(folder, 'part', name)));
  return digest.digest('hex');
}
