import { hash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageText } from '../document.ts';
import { type Block, outlineOf, readArticle } from '../extract.ts';
import type { Rows } from '../rows.ts';
import { allEnded } from './all-ended.ts';
import { inThread, threadsFor } from './threads.ts';

/** What a page has to be found: how many bytes of text, and the digest of it and its blocks. */
export interface Read {
  readonly bytes: number;
  readonly digest: string;
}

interface Known extends Read {
  readonly stamp: string;
}

/** The texts of a page in reading order, wherever they stand. */
export function textsFrom({
  blocks = [],
  html,
  texts,
}: PageText): readonly (string | Block | Rows)[] {
  if (html !== undefined) return readArticle(readFileSync(html, 'utf8'));
  if (texts !== undefined) return JSON.parse(readFileSync(texts, 'utf8')) as (string | Rows)[];
  return blocks;
}

/** What a page has to be found. Where its texts stand, and the attributes of their tags, do not count. */
export function readOf(page: PageText): Read {
  const { html } = page;
  if (html === undefined) {
    const texts = JSON.stringify(textsFrom(page));
    return { bytes: Buffer.byteLength(texts), digest: hash('sha256', texts) };
  }
  // A byte a character: tags are told as well, and nothing is decoded and encoded again.
  const outline = outlineOf(readFileSync(html, 'latin1'));
  // Tags have no text: of what is weighed here, `<` is written `&lt;`.
  const bytes = outline.replaceAll(/<[^>]*>/g, '').length;
  return { bytes, digest: hash('sha256', Buffer.from(outline, 'latin1')) };
}

/**
 * What is to be found in the pages, as digests of their texts: a page with other addresses in
 * its links or another neighbour in a list is as it was. They are remembered in a file: a page whose size and time
 * are as they were is not read again.
 */
export class PageDigests {
  readonly #file: string;
  readonly #before: Readonly<Record<string, Known>>;
  readonly #now: Record<string, Known> = {};

  constructor(file: string) {
    this.#file = file;
    this.#before = load(file);
  }

  /**
   * Reads the pages that are not remembered, where there are many in two threads.
   * @throws Error if a page is not there
   */
  async readAhead(pages: readonly (PageText & { readonly url: string })[]): Promise<void> {
    const unread: { url: string; stamp: string; page: PageText }[] = [];
    for (const { url, html, texts } of pages) {
      const path = html ?? texts;
      if (path === undefined) continue;
      const stamp = stampOf(path);
      const before = this.#before[url];
      if (before?.stamp === stamp) this.#now[url] = before;
      else unread.push({ url, stamp, page: { ...(html ? { html } : { texts: path }) } });
    }
    const half = threadsFor(unread.length) > 1 ? Math.floor(unread.length / 2) : 0;
    const theirs = unread.slice(0, half).map(({ page }) => page);
    const thread = half > 0 ? inThread<PageText[], Read[]>(READ_WORKER, theirs) : [];
    const ours = async () => unread.slice(half).map(({ page }) => readOf(page));
    const read = (await allEnded([Promise.resolve(thread), ours()])).flat();
    unread.forEach(({ url, stamp }, at) => {
      this.#now[url] = { stamp, ...(read[at] as Read) };
    });
  }

  /** Of the page with this address; only one that was read ahead is remembered. */
  of(url: string, page: PageText): Read {
    return this.#now[url] ?? readOf(page);
  }

  save(): void {
    const fresh = `${this.#file}.${process.pid}.tmp`;
    writeFileSync(fresh, JSON.stringify(this.#now));
    renameSync(fresh, this.#file);
  }
}

const READ_WORKER = new URL('./read-worker.ts', import.meta.url);

function stampOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs} ${READER}`;
}

/** Another reader may read other texts. */
const READER = hash('sha256', readFileSync(join(import.meta.dirname, '..', 'extract.ts'))).slice(
  0,
  8,
);

function load(file: string): Readonly<Record<string, Known>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or one that was cut short: every page is read.
    return {};
  }
}
