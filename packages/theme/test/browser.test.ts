import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const url = (path: string) => `${server.origin}/qingshan/${path}`;

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a citizen searches from the home page and opens the entry that holds the words', async () => {
  const page = await browser.newPage();
  await page.goto(url(''));
  await page.fill('input[name=q]', '应救尽救');
  await page.press('input[name=q]', 'Enter');
  await page.waitForURL('**/search/?q=**');
  const results = page.locator('ol[data-results] > li[data-result]');
  await results.first().waitFor();
  expect(await results.count()).toBe(1);
  expect(await page.textContent('[data-total]')).toContain('1');
  await results.first().locator('a[href]').click();
  // The address goes on with the words that the page is to show.
  await page.waitForURL(/\/2024\/aid-rules\/(?:#|$)/);
  await page.close();
});

test('the search page finds a document by its number', async () => {
  const page = await browser.newPage();
  await page.goto(url(`search/?q=${encodeURIComponent('示例发〔2024〕1号')}`));
  const first = page.locator('li[data-result] a[href]').first();
  await first.waitFor();
  expect(await first.getAttribute('href')).toContain('/2024/aid-rules/');
  await page.close();
});

test('without script the search page says so and leads to the catalogue', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url('search/'));
  const note = page.locator('noscript');
  expect(await note.textContent()).toContain('检索需要浏览器运行脚本');
  expect(await note.locator('a').getAttribute('href')).toBe('/qingshan/catalogue/');
  await context.close();
});
