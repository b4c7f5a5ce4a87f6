import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('on a phone each number of an annual report stands in sight with its name and its head', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/qingshan/2025/annual-report-2024/`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  const table = page.getByRole('table').filter({ hasText: '本列数据的勾稽关系' });
  const places = await table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const box = (cell: Element) => cell.getBoundingClientRect();
      const [name, ...numbers] = [
        ...[...row.querySelectorAll('th')].slice(-1),
        ...row.querySelectorAll('td'),
      ].map(box);
      return {
        numbers: numbers.length,
        above: numbers.every(({ top }) => top >= (name?.bottom ?? 0) - 1),
        inSight: numbers.every(({ left, right, width }) => left >= 0 && right <= 360 && width > 30),
      };
    }),
  );
  expect(places.length).toBeGreaterThan(10);
  for (const place of places) expect(place).toEqual({ numbers: 7, above: true, inSight: true });
  // Each head stands above its column.
  const lefts = (selector: string) =>
    table.locator(selector).evaluateAll((cells) =>
      cells
        .filter((cell) => cell.getClientRects().length > 0)
        .map((cell) => Math.round(cell.getBoundingClientRect().left))
        .sort((a, b) => a - b),
    );
  expect(await lefts('thead th')).toEqual([...new Set(await lefts('tbody td'))]);
  expect(await violations(page)).toEqual([]);
  await context.close();
});
