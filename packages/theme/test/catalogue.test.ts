import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const PAGES = ['catalogue/', 'catalogue/units/', 'catalogue/missing/'];
const read = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

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

async function onPhone(path: string, act: (page: Page) => Promise<void>, scripts = true) {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ viewport, javaScriptEnabled: scripts });
  const page = await context.newPage();
  await page.goto(`${server.origin}/qingshan/${path}`);
  await act(page);
  await context.close();
}

/** The names of items that are seen, each after its upper level. */
const seen = (page: Page) =>
  page
    .locator('.folds details li')
    .filter({ visible: true })
    .evaluateAll((items) => items.map(({ textContent }) => textContent?.trim() ?? ''));

describe('the standard catalogue', () => {
  test('weighs at most 60 KB a page, whichever way it is read or printed', () => {
    const printed = readdirSync(join(site.dist, 'catalogue/print'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => `catalogue/print/${name}/`);
    expect(printed.length).toBeGreaterThan(2);
    for (const path of [...PAGES, 'catalogue/print/', ...printed])
      expect(Buffer.byteLength(read(path)), path).toBeLessThanOrEqual(60 * 1024);
  });

  test.each(['catalogue/', 'catalogue/missing/'])(
    'on a phone has its box and all names below the title, and six screens folded: %s',
    async (path) => {
      await onPhone(path, async (page) => {
        const top = await page.locator('h1').evaluate((title) => title.getBoundingClientRect().top);
        const bottom = await page
          .locator('[data-index]')
          .evaluate((index) => index.getBoundingClientRect().bottom);
        expect(await page.getByRole('searchbox', { name: '在目录中查找' }).isVisible()).toBe(true);
        // The title stands above 200 pixels, of 740.
        expect(bottom - top).toBeLessThanOrEqual(540);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect(height).toBeLessThanOrEqual(6 * 740);
        expect(await seen(page)).toEqual([]);
      });
    },
  );

  test('names every item under its domain, those that have something as links', () => {
    const html = read('catalogue/');
    const fold = html.slice(html.indexOf('id="compulsory-education"'));
    expect(fold).toMatch(
      /<a href="\.\.\/domains\/compulsory-education\/school-directory\/">[^<]+<\/a> 1 条/,
    );
    const missing = textOf(read('catalogue/missing/'));
    const [, all, filled] = /(\d+) 个事项，已公开 (\d+) 个/.exec(textOf(html)) ?? [];
    expect(missing).toContain(`${all} 个事项中 ${Number(all) - Number(filled)} 个尚未公开`);
    expect(html.match(/<li>(?:(?!<\/li>).)*(?:条|暂无|资料)/gs)).toHaveLength(Number(all));
  });

  test('is found in by item, upper level, domain and unit; nothing found is said', async () => {
    await onPhone('catalogue/', async (page) => {
      const box = page.getByRole('searchbox', { name: '在目录中查找' });
      const said = page.locator('[data-said]');
      await box.fill('临时救助');
      const own = await seen(page);
      expect(own.length).toBeGreaterThan(1);
      expect(await page.locator('.folds details').filter({ visible: true }).count()).toBe(1);
      expect(await said.textContent()).toBe(`找到 ${own.length} 项。`);
      await box.fill('临时救助　政策');
      expect(await seen(page)).toEqual(own.filter((name) => name.includes('政策')));
      await box.fill('义务教育');
      expect((await seen(page)).some((name) => name.includes('学校名录'))).toBe(true);
      await box.fill('没有这样的事项');
      expect(await seen(page)).toEqual([]);
      expect(await said.textContent()).toContain('目录中没有这个事项');
      await box.fill('');
      expect(await page.locator('[data-index]').isVisible()).toBe(true);
      expect(await seen(page)).toEqual([]);
    });
    await onPhone('catalogue/units/', async (page) => {
      await page.getByRole('searchbox', { name: '在目录中查找' }).fill('公安机关');
      expect((await seen(page)).length).toBeGreaterThan(3);
      expect(await page.locator('.folds details').filter({ visible: true }).count()).toBe(1);
    });
  });

  test('too heavy for one page, is found in on all its pages, whose links lead where they led', async () => {
    const path = `${server.origin}/qingshan/catalogue/`;
    const whole = read('catalogue/');
    const folds = whole.match(/<details id=.*?<\/details>/gs) ?? [];
    const [first = '', ...rest] = folds;
    const begin = whole
      .replace('data-catalogue', 'data-catalogue data-others="2/"')
      .replace(first + rest.join(''), first);
    expect(begin).not.toContain(rest[0]);
    const next = whole.replace(first, '').replaceAll('href="../domains/', 'href="../../domains/');
    await onPhone('', async (page) => {
      const html = (body: string) => ({ body, contentType: 'text/html' });
      await page.route(path, (route) => route.fulfill(html(begin)));
      await page.route(`${path}2/`, (route) => route.fulfill(html(next)));
      await page.goto(path);
      await page.getByRole('searchbox', { name: '在目录中查找' }).fill('学校名录');
      const found = page.locator('.folds li a').filter({ visible: true, hasText: '学校名录' });
      await found.first().waitFor();
      const leads = await found.first().evaluate((link) => (link as HTMLAnchorElement).href);
      expect(leads).toBe(
        `${server.origin}/qingshan/domains/compulsory-education/school-directory/`,
      );
      expect(await page.locator('.folds details').count()).toBe(folds.length);
    });
  });

  test('opens the fold that a name leads to, and all of them for the printer', async () => {
    await onPhone('catalogue/', async (page) => {
      await page.locator('[data-index]').getByText('社会救助', { exact: true }).click();
      expect(await page.locator('#social-assistance').getAttribute('open')).not.toBeNull();
      expect(await page.locator('.folds details[open]').count()).toBe(1);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('.folds details:not([open])').count()).toBe(0);
    });
  });

  test('is folded and read without scripts too', async () => {
    await onPhone(
      'catalogue/',
      async (page) => {
        await page.locator('#social-assistance summary').click();
        expect((await seen(page)).length).toBeGreaterThan(3);
        expect(await page.locator('#catalogue-q').isVisible()).toBe(false);
      },
      false,
    );
  });

  test('has a table a domain for the printer, on its side, that says what is asked of whom and by when', async () => {
    const path = 'catalogue/print/social-assistance/';
    const text = textOf(read(path));
    for (const part of ['公开内容（要素）', '公开依据', '公开时限', '公开主体', '临时救助：'])
      expect(text).toContain(part);
    await onPhone(path, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect(Number(width)).toBeGreaterThan(Number(height));
    });
  });
});
