import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const url = (query = '') =>
  `${server.origin}/qingshan/search/${query === '' ? '' : `?${new URLSearchParams({ q: query })}`}`;

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Violation {
  id: string;
  nodes: { html: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate('axe.run()')) as { violations: Violation[] };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
  ['dark', 320],
] as const)(
  'with results, filters and other words, axe finds nothing in %s colours at %i pixels',
  async (colorScheme, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.goto(url('低保户怎么申请'));
    await page.waitForSelector('[data-near] a');
    await page.waitForSelector('[data-state=done]');
    expect(await violations(page)).toEqual([]);
    await page.goto(url('紫色大象跳舞'));
    await page.waitForSelector('[data-help]:not([hidden])');
    expect(await violations(page)).toEqual([]);
    await page.goto(url('救助'));
    await page.waitForSelector('[data-state=done] li[data-result]');
    await page.evaluate("document.querySelector('.search-narrow').open = true");
    expect(await page.isVisible('select[name=domain]')).toBe(true);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await context.close();
  },
);

test('nothing around an article is found', async () => {
  const page = await browser.newPage();
  for (const furniture of [
    '演示专栏，非政府官方网站',
    '跳到正文',
    '主要栏目',
    '上一页',
    '发布机构',
  ]) {
    await page.goto(url(furniture));
    await page.waitForSelector('[data-state=done]');
    expect(await page.locator('li[data-result]').count(), furniture).toBe(0);
  }
  await page.close();
});

test('filters carry Chinese names and counts, and the address keeps them', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url('救助'));
  await page.waitForSelector('[data-state=done] li[data-result]');
  const total = await page.locator('li[data-result]').count();
  const kinds = page.locator('select[name=kind] option');
  expect((await kinds.allTextContents())[0]).toBe('全部');
  const value = (await kinds.nth(1).getAttribute('value')) ?? '';
  expect(value).toMatch(/^\p{Script=Han}+$/u);
  await page.selectOption('select[name=kind]', value);
  await page.waitForFunction(
    (before) => document.querySelectorAll('li[data-result]').length < before,
    total,
  );
  const shared = page.url();
  const count = await page.textContent('[data-total]');
  const other = await browser.newPage();
  await other.goto(shared);
  await other.waitForSelector('[data-state=done] li[data-result]');
  expect(await other.textContent('[data-total]')).toBe(count);
  await other.close();
  await page.close();
});

test('where nothing is found, the nearest domain and who answers for it are named, or who answers for all', async () => {
  const page = await browser.newPage();
  await page.goto(url('低保火箭发射场'));
  await page.waitForSelector('[data-help]:not([hidden])');
  const office = page.locator('[data-help] [data-office]');
  expect(await page.textContent('[data-nearest]')).toBe('社会救助');
  expect(await office.locator('a').first().getAttribute('href')).toContain('/units/civil-affairs/');
  await page.fill('input[name=q]', '紫色大象跳舞');
  await page.press('input[name=q]', 'Enter');
  await page.waitForFunction(() =>
    document.querySelector('[data-nearest]')?.closest('li')?.hasAttribute('hidden'),
  );
  expect((await office.textContent())?.replaceAll(/\s+/gu, '')).toContain(
    '县政府办公室，电话：0000-0000001',
  );
  // A number that is nobody's is not called.
  expect(await office.locator('a[href^="tel:"]').count()).toBe(0);
  expect(await page.locator('[data-help] a[href="tel:12345"]').count()).toBe(1);
  expect(await page.locator('[data-direct] a[href]').count()).toBe(0);
  await page.close();
});

test('a browser without what the search needs is told so and led to the catalogue', async () => {
  const context = await browser.newContext();
  await context.addInitScript('delete globalThis.WebAssembly');
  const page = await context.newPage();
  await page.goto(url());
  await page.waitForSelector('[data-plain]:not([hidden])');
  expect(await page.textContent('[data-plain]')).toContain('浏览器版本较旧');
  expect(await page.getAttribute('[data-plain] a', 'href')).toBe('/qingshan/catalogue/');
  await context.close();
});

test('what is not open to all is found by its title, without a line of nothing below it', async () => {
  const page = await browser.newPage();
  await page.goto(url('低保核查工作底稿'));
  await page.waitForSelector('[data-state=done] li[data-result]');
  const found = page.locator('li[data-result]', { hasText: '低保核查工作底稿' }).first();
  expect(await found.locator('a').count()).toBe(1);
  expect(await found.locator('[data-excerpt]').count()).toBe(0);
  await page.close();
});
