import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Search } from '@columns/search/client';
import { writeClient } from '@columns/search/fixture';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFixture } from './build.ts';

let dist: string;
let folder: TempDir;
let served: ServedFolder;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  dist = (await builtFixture()).dist;
  folder = await makeTempDir('search-facts');
  await writeClient(folder.path);
  cpSync(join(dist, 'pagefind'), join(folder.path, 'pagefind'), { recursive: true });
  served = await serveFolder(folder.path, { base: '/qingshan/' });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${served.origin}/qingshan/search/`);
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await folder.remove();
});

/** @returns for each query the addresses that it finds */
function findAll(queries: readonly string[]): Promise<string[][]> {
  return page.evaluate(async (all) => {
    const { createSearch } = globalThis as unknown as {
      createSearch(options: { bundlePath: string }): Search;
    };
    const search = createSearch({ bundlePath: '../pagefind' });
    const found: string[][] = [];
    for (const query of all) {
      const { results } = await search.ask(query, { limit: 1000 });
      found.push(results.map(({ url }) => url));
    }
    return found;
  }, queries);
}

/** The lines of every fact that an entry's page prints; what all pages say of themselves is none. */
function factsOf(html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    for (const end of body.querySelectorAll('br, p, li, div')) end.append('\n');
    for (const line of body.querySelectorAll('br')) line.replaceWith('\n');
    return [...body.querySelectorAll('main dl dt')].flatMap((term) => {
      const value = term.nextElementSibling?.textContent ?? '';
      if (['核对', '另存'].includes(term.textContent ?? '')) return [];
      return value.split('\n').map((line) => line.trim());
    });
  }, html);
}

test('every fact that an entry’s page prints finds it', async () => {
  const pages = ['2024', '2025'].flatMap((year) =>
    readdirSync(join(dist, year)).map((id) => `${year}/${id}/`),
  );
  const asked: { url: string; query: string }[] = [];
  for (const url of pages) {
    const html = readFileSync(join(dist, url, 'index.html'), 'utf8');
    // An address that an entry had before.
    if (/http-equiv="?refresh/i.test(html)) continue;
    for (const fact of await factsOf(html)) {
      const query = Array.from(fact).slice(0, 20).join('').trim();
      if (query !== '') asked.push({ url, query });
    }
  }
  const queries = [...new Set(asked.map(({ query }) => query))];
  expect(queries.length).toBeGreaterThan(100);
  const found = await findAll(queries);
  const missed = asked.filter(({ url, query }) => !found[queries.indexOf(query)]?.includes(url));
  expect(missed).toEqual([]);
}, 120_000);

test('labels of facts are nobody’s words', async () => {
  const [labels = []] = await findAll(['索引号']);
  expect(labels.filter((url) => url === '2025/autumn-notice/')).toEqual([]);
});
