import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
let page: Page;
const url = (path: string) => `${server.origin}/qingshan/${path}`;
const LIST = 'feeds/domains/social-assistance/';
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  await page?.context().close();
  page = await (await browser.newContext()).newPage();
});

/** As if the newest entry had not been there at the last visit. */
const forgetNewest = () =>
  page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('columns-followed') ?? '{}');
    for (const one of Object.values(kept) as { seen: string[] }[]) one.seen.shift();
    localStorage.setItem('columns-followed', JSON.stringify(kept));
  });

describe('a list that this device follows', () => {
  test('marks what is new since the last visit, and only once', async () => {
    await page.goto(url(LIST));
    expect(await page.locator('main .badge.open').count()).toBe(0);
    await button('关注').click();
    expect(await page.getByRole('status').textContent()).toBe('已关注，记在这台设备上。');
    await page.reload();
    expect(await page.getByRole('status').textContent()).toBe('没有新的。');
    await forgetNewest();
    await page.reload();
    expect(await page.getByRole('status').textContent()).toBe('上次来看以后新增 1 条。');
    expect(await page.locator('main .entries > li').first().textContent()).toContain('新');
    await page.reload();
    expect(await page.getByRole('status').textContent()).toBe('没有新的。');
  });

  test('stands on the page of all lists with how much is new, until it is followed no longer', async () => {
    await page.goto(url('feeds/'));
    expect(await page.textContent('.following')).toContain('这台设备还没有关注');
    await page.goto(url(LIST));
    await button('关注').click();
    await forgetNewest();
    await page.goto(url('feeds/'));
    await page.getByText('1 条新的').waitFor();
    await page.getByRole('link', { name: '社会救助' }).first().click();
    await button('不再关注').click();
    await page.goto(url('feeds/'));
    expect(await page.textContent('.following')).toContain('这台设备还没有关注');
  });

  test('is not pretended to be kept where the browser keeps nothing', async () => {
    await page.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })",
    );
    await page.goto(url(LIST));
    await button('关注').click();
    expect(await page.getByRole('status').textContent()).toContain('没有记住');
    expect(await button('关注').isVisible()).toBe(true);
  });
});

test('every list leads to its page, also while the site’s address is not known', async () => {
  await page.goto(url('domains/social-assistance/'));
  await page.getByRole('link', { name: '有新的告诉我：关注“社会救助”' }).click();
  expect(page.url()).toBe(url(LIST));
});

test('days that the public is asked by, or may come on, are a calendar file', () => {
  const dates = readFileSync(join(site.dist, 'feeds/dates.ics'), 'utf8').replaceAll('\r\n ', '');
  const events = [...dates.matchAll(/SUMMARY:(.*)/g)].map(([, title]) => title);
  expect(events.some((title) => title?.startsWith('意见征集截止：'))).toBe(true);
  expect(events.some((title) => title?.startsWith('听证会：'))).toBe(true);
  const days = [...dates.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(([, day]) => day);
  expect(days).toEqual([...days].sort().reverse());
  expect(days).toHaveLength(events.length);
});
