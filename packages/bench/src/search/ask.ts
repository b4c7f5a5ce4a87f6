/** Asking both indexes in a real browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { cardFile, cardFolder } from '@columns/search/build';
import type { Search } from '@columns/search/client';
import { launchBrowser, type ServedFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';

export type Side = 'ours' | 'stock';

/** What one query cost somebody who never asked before. */
export interface Cold {
  /** Words and metadata: without code and what is shown of each result. */
  bytes: number;
  /** These and the texts that are read or shown. */
  withTexts: number;
  /** Until any results were there, while older parts may still join in. */
  first: number;
  /** Until the first ten results were there for good. */
  milliseconds: number;
  /** The same question again, with a word more before it is asked: nothing is loaded. */
  warm: number;
}

interface Window {
  ours: Search;
  stock(): Promise<{
    search(query: string): Promise<{
      results: { id: string; data(): Promise<{ raw_url: string }> }[];
    }>;
  }>;
  records(queries: readonly string[]): Promise<string[][]>;
}

/** All that near answers may ask for. */
const BESIDE = /\.pf_(?:index|facts|words|direct|card)$/u;
const TEXTS = /\.pf_(?:card|fragment)$/u;
const COUNTED = /\.pf_(?:index|meta|facts|pack)$|\/(?:search|pagefind-entry)\.json$/u;

export class Asking {
  readonly #served: ServedFolder;
  readonly #folder: string;
  #browser: Browser | undefined;

  constructor(served: ServedFolder, folder: string) {
    this.#served = served;
    this.#folder = folder;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async #page(): Promise<Page> {
    this.#browser ??= await launchBrowser();
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    await page.goto(`${this.#served.origin}/bench/`);
    await page.waitForFunction('window.stock');
    return page;
  }

  /** Addresses of all documents found, for each query. */
  async found(side: Side, queries: readonly string[]): Promise<string[][]> {
    const page = await this.#page();
    const answers =
      side === 'ours'
        ? await page.evaluate(
            (all) => (globalThis as unknown as Window).records(all),
            queries as string[],
          )
        : await page.evaluate(async (all) => {
            const stock = await (globalThis as unknown as Window).stock();
            const answers = [];
            for (const query of all) {
              const { results } = await stock.search(query);
              answers.push(results.map(({ id }) => id));
            }
            return answers;
          }, queries as string[]);
    await page.context().close();
    const addresses = side === 'ours' ? this.#ourAddresses() : this.#stockAddresses();
    return answers.map((ids) => ids.map((id) => addresses(id)));
  }

  /** The address that stands first, for each query. */
  async first(side: Side, queries: readonly string[]): Promise<(string | undefined)[]> {
    if (side === 'stock') return (await this.found(side, queries)).map(([first]) => first);
    const page = await this.#page();
    const first = await page.evaluate(async (all) => {
      const { ours } = globalThis as unknown as Window;
      const answers = [];
      for (const query of all) {
        answers.push((await ours.ask(query, { limit: 1 })).results[0]?.url);
      }
      return answers;
    }, queries as string[]);
    await page.context().close();
    return first;
  }

  async cold(side: Side, query: string): Promise<Cold> {
    const page = await this.#page();
    this.#served.requests.length = 0;
    const [first, milliseconds, warm] = await page.evaluate(
      async ([side, query]) => {
        const { ours, stock } = globalThis as unknown as Window;
        let first: number | undefined;
        const ask = async () => {
          const onProgress = ({ results }: { results: readonly unknown[] }) => {
            if (results.length > 0) first ??= performance.now();
          };
          if (side === 'ours') return ours.ask(query, { onProgress });
          const { results } = await (await stock()).search(query);
          return Promise.all(results.slice(0, 10).map((each) => each.data()));
        };
        const start = performance.now();
        await ask();
        const middle = performance.now();
        first ??= middle;
        await ask();
        return [first - start, middle - start, performance.now() - middle] as const;
      },
      [side, query] as const,
    );
    await page.context().close();
    const [bytes, texts] = [COUNTED, TEXTS].map((counted) => this.#bytes(counted)) as [
      number,
      number,
    ];
    return { bytes, withTexts: bytes + texts, first, milliseconds, warm };
  }

  /** Bytes of everything near that are asked for beside the exact query, by somebody who never asked before. */
  async near(query: string): Promise<number> {
    const bytes = async (near: boolean) => {
      const page = await this.#page();
      this.#served.requests.length = 0;
      await page.evaluate(
        async ([query, near]) => {
          const { ours } = globalThis as unknown as Window;
          await ours.ask(query, { near });
        },
        [query, near] as const,
      );
      await page.context().close();
      return this.#bytes(BESIDE);
    };
    return (await bytes(true)) - (await bytes(false));
  }

  /** Bytes of what was asked for, of these files. */
  #bytes(counted: RegExp): number {
    const requests = this.#served.requests.filter(({ path }) => counted.test(path));
    return requests.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #ourAddresses(): (id: string) => string {
    const folder = join(this.#folder, 'ours');
    const { parts } = JSON.parse(readFileSync(join(folder, 'search.json'), 'utf8'));
    const read = (path: string) =>
      JSON.parse(gunzipSync(readFileSync(join(folder, path))).toString('utf8'));
    const urlsOf = ([key, count]: [string, number]): string[] =>
      Array.from(
        { length: count },
        (_, index) => read(`${cardFolder(key)}/${cardFile(index, 0)}`).url,
      );
    const urls: string[][] = parts.map(({ key }: { key: string }) =>
      read(`parts/${key}/facts.pf_facts`).stretches.flatMap(urlsOf),
    );
    return (id) => {
      const [part = 0, document = 0] = id.split(':').map(Number);
      return urls[part]?.[document] ?? '';
    };
  }

  #stockAddresses(): (id: string) => string {
    const folder = join(this.#folder, 'stock', 'fragment');
    const known = new Map<string, string>();
    for (const name of readdirSync(folder)) {
      const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
      const { url } = JSON.parse(text.slice('pagefind_dcd'.length));
      known.set(name.replace('.pf_fragment', ''), url.slice(1));
    }
    return (id) => known.get(id) ?? '';
  }
}
