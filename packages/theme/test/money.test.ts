import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const html = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');

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

const ACCOUNTS = '2025/accounts-2024/';

describe('a register of money', () => {
  test('shows shares and how much of the plan was spent, in drawings that say every number', () => {
    const labels = [...html(ACCOUNTS).matchAll(/role="img" aria-label="([^"]+)"/g)].map(
      ([, to]) => to,
    );
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) {
      expect(label).toMatch(/按科目：/);
      expect(label).toMatch(/万元，占 \d+\.\d%，为预算的 \d+\.\d%/);
      expect(label).not.toContain('合计');
      const shares = [...(label ?? '').matchAll(/占 (\d+\.\d)%/g)].map(([, share]) =>
        Number(share),
      );
      expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(0.5);
    }
  });

  test('does not count totals as records, and offers a workbook beside CSV', () => {
    const page = html(ACCOUNTS);
    const rows = page.match(/<tr role="row" id="row-/g)?.length ?? 0;
    const totals = page.match(/<tr role="row" id="row-\d+" class="total"/g)?.length ?? 0;
    expect(totals).toBeGreaterThan(0);
    expect(page).toContain(`共 ${rows - totals} 条`);
    expect(page).toContain('href="/qingshan/data/accounts-2024.xlsx"');
    expect(page).toContain('href="/qingshan/data/accounts-2024.csv"');
  });

  test('stands on one page with all others, each leading to its table; what is missing is named', () => {
    const page = html('money');
    expect(page).toContain('href="/qingshan/2025/accounts-2024/"');
    expect(page).toContain('id="final-accounts"');
    expect(page).toMatch(/尚未公开：[^。]*财政直达资金/);
    expect(html('lists')).toContain('href="/qingshan/money/"');
  });
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
  await context.close();
});
