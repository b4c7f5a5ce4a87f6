/** Many columns asked at once, each for itself. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIndex, type SearchDocument } from '@columns/search/build';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeClient } from './site.ts';

const NAMES = Array.from({ length: 10 }, (_, index) => `第${index + 1}县`);
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>检索全部专栏</title>
<main data-search data-grouped>
  <form><input name="q" type="search"><button>检索</button></form>
  <p data-total role="status"></p>
  <div data-groups></div>
  <ul>${NAMES.map((name, at) => `<li><a href="/c${at}/search/" data-column="/c${at}/">${name}</a></li>`).join('')}</ul>
</main>
<script type="module" src="/start.js"></script></html>`;
const START = `import { mountGroupedSearch } from './src/client/grouped.ts';
const links = [...document.querySelectorAll('[data-column]')];
mountGroupedSearch(document.querySelector('[data-search]'), links.map((link) => ({
  bundlePath: link.dataset.column + 'pagefind/', base: link.dataset.column, name: link.textContent })));`;

let folder: TempDir;
let served: ServedFolder;
let browser: Browser;
let page: Page;

/** Every column has a notice of its own, and of 高龄津贴 as many as its number. */
function documentsOf(column: number): SearchDocument[] {
  const meta = { date: '2026-03-02', path: '通知公告' };
  const own = { url: '2026/own/', title: `停水通知第${column}号`, blocks: ['请互相转告'], meta };
  const others = Array.from({ length: column }, (_, index) => ({
    ...{ url: `2026/n${index}/`, title: '高龄津贴发放公告', blocks: [`第${index}批`], meta },
  }));
  return [own, ...others];
}

beforeAll(async () => {
  folder = await makeTempDir('grouped');
  for (const at of NAMES.keys()) {
    const outDir = join(folder.path, `c${at}/pagefind`);
    await buildIndex({ documents: documentsOf(at), outDir, site: `${at}` });
  }
  await mkdir(join(folder.path, 'all'));
  await writeClient(folder.path);
  await writeFile(join(folder.path, 'all/index.html'), PAGE);
  await writeFile(join(folder.path, 'start.js'), START);
  served = await serveFolder(folder.path);
  browser = await launchBrowser();
  page = await browser.newPage();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await served.close();
  await folder.remove();
});

async function open(query: string): Promise<void> {
  await page.goto(`${served.origin}/all/?q=${encodeURIComponent(query)}`);
  await page.waitForSelector('[data-state=done], [data-state=error]');
}

const headings = () => page.locator('[data-groups] section:not([hidden]) h2').allTextContents();

test('results stand under the names of their columns, in the order of the columns', async () => {
  await open('高龄津贴');
  expect(await headings()).toEqual(NAMES.slice(1).map((name, at) => `${name}（${at + 1} 条）`));
  expect(await page.textContent('[data-total]')).toBe('在 9 个专栏中共找到 45 条。');
  const last = page.locator('[data-groups] section').nth(9);
  expect(await last.locator('li[data-result]').count()).toBe(3);
  expect(await last.locator('h2 a').getAttribute('href')).toBe(
    `${served.origin}/c9/search/?q=${encodeURIComponent('高龄津贴')}`,
  );
  expect(await last.locator('p > a').textContent()).toBe('在第10县查看全部 9 条');
  expect(await last.locator('li[data-result] > a').first().getAttribute('href')).toMatch(
    new RegExp(`^${served.origin}/c9/2026/n\\d/`),
  );
});

test('one column brings the reader for all', async () => {
  served.requests.length = 0;
  await open('停水通知');
  expect(await headings()).toHaveLength(10);
  expect(served.requests.filter(({ path }) => path.includes('/reader/'))).toHaveLength(2);
});

test('what stands nowhere is said, and the columns’ own pages take the question over', async () => {
  await open('紫色大象');
  expect(await headings()).toEqual([]);
  expect(await page.textContent('[data-total]')).toContain('没有完全相符的内容');
  const link = await page.locator('a[data-column]').first().getAttribute('href');
  expect(link).toBe(`${served.origin}/c0/search/?q=${encodeURIComponent('紫色大象')}`);
});

test('a column that does not arrive is named, and the others answer', async () => {
  await rm(join(folder.path, 'c4/pagefind'), { recursive: true });
  await open('高龄津贴');
  expect(await page.textContent('[data-total]')).toBe(
    '暂时读不到第5县的检索数据。在 8 个专栏中共找到 41 条。',
  );
});
