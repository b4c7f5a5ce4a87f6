import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
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

async function onPhone(path: string, act: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/qingshan/${path}`);
  await act(page);
  await context.close();
}

const titles = (page: Page) => page.locator('[data-rows] th > a:first-child').allTextContents();
const choose = async (page: Page, label: string, value: string) => {
  await page.getByLabel(label).selectOption(value);
};

describe('the library', () => {
  test.each(['library/', 'library/all/'])(
    'has its first document on the first screen of a phone: %s',
    async (path) => {
      await onPhone(path, async (page) => {
        const first = page.locator('[data-rows] th > a').first();
        expect(await first.evaluate((link) => link.getBoundingClientRect().bottom)).toBeLessThan(
          740,
        );
        expect(
          await page.getByRole('searchbox', { name: '标题、文号或发文机关' }).isVisible(),
        ).toBe(true);
      });
    },
  );

  test('is searched by title, number in any brackets and issuer', async () => {
    await onPhone('library/all/', async (page) => {
      const box = page.getByRole('searchbox', { name: '标题、文号或发文机关' });
      const whole = await titles(page);
      await box.fill('[2025]6号');
      await expect.poll(() => titles(page)).toEqual(['青山县农村危房修缮补助办法']);
      await box.fill('住房保障局');
      await expect.poll(() => titles(page)).toEqual(['青山县危房排查暂行规定']);
      await box.fill('没有这样的文件');
      await expect
        .poll(() => page.locator('[data-said]').textContent())
        .toContain('没有符合的文件');
      await box.fill('');
      await expect.poll(() => titles(page)).toEqual(whole);
    });
  });

  test('combines facets, words too, and keeps the choice in the address', async () => {
    await onPhone('library/all/', async (page) => {
      await page.getByRole('button', { name: '组合筛选' }).click();
      await choose(page, '有效性', '废止');
      await expect
        .poll(() => titles(page))
        .toEqual(['青山县社会救助试行办法', '青山县农村危房修缮补助试行办法']);
      await choose(page, '年份', '2023');
      await expect.poll(() => titles(page)).toEqual(['青山县农村危房修缮补助试行办法']);
      await choose(page, '年份', '');
      await page.getByRole('searchbox', { name: '标题、文号或发文机关' }).fill('社会救助');
      await expect.poll(() => titles(page)).toEqual(['青山县社会救助试行办法']);
      await page.reload();
      await expect.poll(() => titles(page)).toEqual(['青山县社会救助试行办法']);
      expect(await page.getByLabel('有效性').inputValue()).toBe('废止');
    });
  });

  test('draws what it finds as the page has it', async () => {
    await onPhone('library/all/', async (page) => {
      const rows = () =>
        page.locator('[data-rows] > tr').evaluateAll((all) => all.map((row) => row.outerHTML));
      const plain = (all: string[]) => all.map((row) => row.replaceAll(/\s*\n\s*/g, ''));
      const built = plain(await rows());
      await page.getByRole('searchbox', { name: '标题、文号或发文机关' }).fill('青山县');
      await expect.poll(() => page.locator('[data-said]').textContent()).toMatch(/^\d+ 件。$/);
      await expect.poll(async () => plain(await rows())).toEqual(built);
    });
  });
});

test('a document says which issue of the gazette printed it, on its page and in the library', () => {
  const printed =
    /刊登于\s*<a href="\/qingshan\/2024\/gazette-2024-1\/">青山县人民政府公报2024年第1期/;
  expect(html('2024/aid-rules')).toMatch(printed);
  expect(html('library/all')).toMatch(printed);
});

test('a repealed document is marked in every list, and wherever another names it', () => {
  const marked = (id: string, state: string) =>
    new RegExp(
      `href="/qingshan/${id}/"[^>]*>[^<]*</a>(?:(?!<a |</li>|</tr>)[\\s\\S])*?${state}</span>`,
    );
  for (const path of ['kinds/policy', 'library', 'library/validity-repealed', 'library/clean-up'])
    expect(html(path), path).toMatch(marked('2023/repair-trial', '废止'));
  // What ended it names it.
  expect(html('2025/repair-rules')).toMatch(marked('2023/repair-trial', '废止'));
  expect(html('kinds/policy')).toMatch(marked('2022/repair-notice', '失效'));
});
