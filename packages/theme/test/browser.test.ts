import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp } from './build.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const url = (path: string) => `${server.origin}/qingshan/${path}`;

beforeAll(async () => {
  site = await buildApp();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

/** One page of each kind of page that there is. */
const PAGES = [
  '',
  'domains/social-assistance/',
  'domains/compulsory-education/school-directory/',
  'domains/social-assistance/supervision/',
  'kinds/policy/',
  'kinds/consultation/',
  'library/',
  'library/clean-up/',
  'units/',
  'units/government-office/',
  'towns/dongshan/',
  'upper/',
  'catalogue/',
  'search/',
  '2024/aid-rules/',
  '2024/aid-rules-explained/',
  '2024/old-rules/',
  '2024/old-aid-rules/',
  '2025/autumn-notice/',
  '2025/schools/',
  '2025/withheld-record/',
  '2025/wrong-notice/',
  '2025/no-approval-yet/',
  '2024/gazette-2024-1/',
  '2025/annual-report-2024/',
  'gazette/',
  'reports/',
  'application/',
  'application/form/',
  'feeds/',
  '2025/repair-rules/',
  '2025/repair-rules-explained/',
  '2025/repair-consultation/',
  '2025/bus-consultation/',
  '2025/water-hearing/',
  '2025/open-day/',
  '2025/water-response/',
  '2025/bus-message/',
  '2025/bus-proposal/',
];

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(`axe.run()`)) as { violations: Violation[] };
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

describe.each(['light', 'dark'] as const)(
  'in %s colours, axe finds nothing to mend, on a desk and on a phone',
  (colorScheme) => {
    test.each(PAGES)('on /%s', async (path) => {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 1280, height: 900 },
      });
      // The page at a former address would be left before it could be looked at.
      await context.route(url('2024/old-aid-rules/'), async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace('http-equiv="refresh"', '');
        await route.fulfill({ response, body });
      });
      const page = await context.newPage();
      await page.goto(url(path), { waitUntil: 'load' });
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await violations(page)).toEqual([]);
      await context.close();
    });
  },
);

test('at 320 pixels no page is wider than the screen', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const path of PAGES.filter((each) => each !== '2024/old-aid-rules/')) {
    await page.goto(url(path), { waitUntil: 'load' });
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width, path).toBeLessThanOrEqual(320);
  }
  await context.close();
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
  await page.waitForURL('**/2024/aid-rules/');
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
