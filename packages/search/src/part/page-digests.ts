import { hash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

interface Known {
  readonly stamp: string;
  readonly bytes: number;
  readonly digest: string;
}

/**
 * What is to be found in the pages, as digests: of their articles, so that a page whose neighbour in a list
 * has another title is as it was. They are remembered in a file: a page whose size and time are as they
 * were is not read again.
 */
export class PageDigests {
  readonly #file: string;
  readonly #before: Readonly<Record<string, Known>>;
  readonly #now: Record<string, Known> = {};

  constructor(file: string) {
    this.#file = file;
    this.#before = load(file);
  }

  /** Of the page with this address, which stands in `path`. */
  of(url: string, path: string): { bytes: number; digest: string } {
    const { size, mtimeMs } = statSync(path);
    const stamp = `${size} ${mtimeMs}`;
    const before = this.#before[url];
    const known =
      before?.stamp === stamp
        ? before
        : {
            stamp,
            bytes: size,
            digest: hash('sha256', articleOf(readFileSync(path))),
          };
    this.#now[url] = known;
    return known;
  }

  save(): void {
    const fresh = `${this.#file}.${process.pid}.tmp`;
    writeFileSync(fresh, JSON.stringify(this.#now));
    renameSync(fresh, this.#file);
  }
}

/** What `readArticle` reads of a page, as bytes; all of a page that is not as our theme writes it. */
function articleOf(page: Buffer): Buffer {
  const [from, to] = [page.indexOf('<article'), page.lastIndexOf('</article>')];
  return from >= 0 && to > from ? page.subarray(from, to) : page;
}

function load(file: string): Readonly<Record<string, Known>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or one that was cut short: every page is read.
    return {};
  }
}
