/** Which documents stand together in a part. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageText, SearchDocument } from '../document.ts';

export interface Part {
  /** Of all that goes into the part: the same key, the same bytes. */
  key: string;
  /** Newest first. */
  documents: SearchDocument[];
}

/**
 * Size of a full part, in documents of usual length. README.md has the figures: larger parts cost
 * fewer bytes a query, smaller ones less memory, and are built side by side.
 */
const FULL = 8000;
/** A part that is nearly full ends with its year, so that a change in one year moves no other. */
const NEARLY = 0.75;
/** Bytes of a usual page and of its text. */
const USUAL = { html: 40_000, text: 6000 };

/** Parts from the newest to the oldest. A new document changes only the newest part. */
export function planParts(documents: readonly SearchDocument[], full = FULL): Part[] {
  const code = codeDigest();
  const parts: Part[] = [];
  let [open, size, digest] = [[] as SearchDocument[], 0, createHash('sha256').update(code)];
  const close = () => {
    if (open.length > 0) parts.push({ key: digest.digest('hex').slice(0, 16), documents: open });
    [open, size, digest] = [[], 0, createHash('sha256').update(code)];
  };
  for (const document of [...documents].reverse()) {
    const { weight, bytes } = weigh(document);
    const sameYear = open[0]?.meta.date.slice(0, 4) === document.meta.date.slice(0, 4);
    if (size + weight > full || (!sameYear && size > full * NEARLY)) close();
    digest.update(bytes);
    open.unshift(document);
    size += weight;
  }
  close();
  return parts.reverse();
}

function weigh(document: SearchDocument): { weight: number; bytes: Buffer } {
  const { html, pages = [], ...facts } = document;
  let weight = 0;
  const of = (page: PageText): Buffer => {
    if (page.html === undefined) return Buffer.from(JSON.stringify(page.blocks ?? []));
    return readFileSync(page.html);
  };
  const texts = [document, ...pages].map((page) => {
    const bytes = of(page);
    weight += bytes.length / (page.html === undefined ? USUAL.text : USUAL.html);
    return bytes;
  });
  // Where the files stand is nobody's business: the same site elsewhere gives the same parts.
  const addresses = pages.map(({ url, label }) => [url, label]);
  const { blocks: _, ...head } = facts;
  return {
    weight: Math.max(1, weight),
    bytes: Buffer.concat([Buffer.from(JSON.stringify([head, addresses])), ...texts]),
  };
}

/** Other code may write other bytes: its own sources are part of each key. */
function codeDigest(): string {
  const folder = join(import.meta.dirname, '..');
  const digest = createHash('sha256');
  const sources = 'cut.ts document.ts extract.ts fold.ts variants.ts zones.ts';
  const own =
    'build-part.ts cbor.ts files.ts merge.ts pagefind-files.ts postings.ts records.ts stretch.ts';
  for (const name of sources.split(' ')) digest.update(readFileSync(join(folder, name)));
  for (const name of own.split(' ')) digest.update(readFileSync(join(folder, 'part', name)));
  return digest.digest('hex');
}
