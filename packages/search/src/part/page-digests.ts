import { hash } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

interface Known {
  readonly stamp: string;
  readonly bytes: number;
  readonly digest: string;
}

/**
 * What is in the pages, as digests. They are remembered in a file: a page whose size and time are as they
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
            digest: hash('sha256', readFileSync(path)),
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

function load(file: string): Readonly<Record<string, Known>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // None yet, or one that was cut short: every page is read.
    return {};
  }
}
