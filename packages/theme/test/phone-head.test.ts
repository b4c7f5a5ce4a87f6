import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';
import { keepFromLeaving, PAGES } from './display.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const ENTRY = '2024/aid-rules/';
const PHONE = { viewport: { width: 360, height: 740 } };
const url = (path: string) => `${server.origin}/qingshan/${path}`;

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

/** Where the head ends and the first heading begins, in pixels from the top. */
const HEIGHTS = `({
  head: document.querySelector('.masthead').getBoundingClientRect().bottom,
  title: document.querySelector('h1').getBoundingClientRect().top,
})`;

describe('on a phone', () => {
  test('the head of every page ends within 120 pixels, and its title begins within 200', {
    timeout: 120_000,
  }, async () => {
    const context = await browser.newContext(PHONE);
    await keepFromLeaving(context);
    const page = await context.newPage();
    const wrong: unknown[] = [];
    // 公开专区 is made for a large screen.
    for (const { name, path } of PAGES.filter((one) => !one.path.startsWith('kiosk/'))) {
      await page.goto(url(path), { waitUntil: 'load' });
      const { head, title } = (await page.evaluate(HEIGHTS)) as Record<'head' | 'title', number>;
      if (head > 120 || title >= 200) wrong.push({ name, head, title });
    }
    await context.close();
    expect(wrong).toEqual([]);
  });

  test('the demonstration and the ways to another display share one line', async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(url(ENTRY));
    const tops = await page.$$eval('.access .demo, .access-link', (nodes) =>
      nodes.map((node) => Math.round(node.getBoundingClientRect().top)),
    );
    expect(tops).toHaveLength(3);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
    await page.close();
  });

  test('检索 and 菜单 unfold what they name and fold it again', async () => {
    const page = await browser.newPage(PHONE);
    await page.goto(url(ENTRY));
    const menu = page.getByRole('button', { name: '菜单', exact: true });
    const columns = page.getByRole('navigation', { name: '主要栏目' });
    expect(await columns.isVisible()).toBe(false);
    await menu.click();
    expect(await columns.getByRole('link', { name: '办事指南' }).isVisible()).toBe(true);
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await menu.click();
    expect(await columns.isVisible()).toBe(false);

    await page.locator('.head-tools').getByRole('button', { name: '检索' }).click();
    await page.keyboard.type('救助');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=*');
    await page.close();
  });

  test('without scripts 菜单 leads to the menu, and 检索 to the page that searches', async () => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(url(ENTRY));
    await page.getByRole('link', { name: '菜单', exact: true }).click();
    const columns = page.getByRole('navigation', { name: '主要栏目' });
    expect(await columns.getByRole('link', { name: '办事指南' }).isVisible()).toBe(true);
    await page.locator('.head-tools').getByRole('link', { name: '检索' }).click();
    expect(page.url()).toBe(url('search/'));
    await context.close();
  });
});
