import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, buildApp } from './build.ts';
import { contextIn, keepFromLeaving, PAGES, type View } from './display.ts';
import { walkByKeyboard } from './keyboard.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  site = await buildApp();
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

/** Opens every listed page in one view and gathers what is wrong with each. */
async function onEveryPage(
  view: View,
  look: (page: Page) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const context = await contextIn(browser, view);
  const page = await context.newPage();
  const wrong: Record<string, unknown> = {};
  for (const { name, path } of PAGES) {
    await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
    const found = await look(page);
    if (Array.isArray(found) ? found.length > 0 : found) wrong[name] = found;
  }
  await context.close();
  return wrong;
}

// The whole of it, four modes at two widths, is in `every-page.full.test.ts`.
describe('axe finds nothing to mend on any page', { timeout: 300_000 }, () => {
  test('in normal mode at 1280 pixels', async () => {
    const wrong = await onEveryPage({ mode: 'normal', width: 1280 }, (page) => violations(page));
    expect(wrong).toEqual({});
  });
});

/** What sticks out to the right, and what a box cuts off instead of scrolling. */
const TOO_WIDE = `(() => {
  const all = document.documentElement.scrollWidth;
  if (all <= innerWidth) return [];
  const out = [...document.body.querySelectorAll('*')]
    .filter((node) => node.getBoundingClientRect().right > innerWidth + 1);
  return ['width ' + all, ...out.slice(0, 5).map((node) => node.outerHTML.slice(0, 120))];
})()`;

describe('no page is wider than the screen', { timeout: 120_000 }, () => {
  test.each([
    ['at 320 pixels, as at 400 % of 1280', { mode: 'normal', width: 320 }],
    ['with the largest type on a phone', { mode: 'elder', width: 320, size: '2' }],
    ['with the largest type on a desk', { mode: 'elder', width: 1280, size: '2' }],
  ] as const)('%s', async (_, view) => {
    expect(await onEveryPage(view, (page) => page.evaluate(TOO_WIDE))).toEqual({});
  });

  test('with the browser’s own type twice as large', async () => {
    const wrong = await onEveryPage({ mode: 'normal', width: 640 }, async (page) => {
      await page.addStyleTag({ content: 'html { font-size: 200% }' });
      return page.evaluate(TOO_WIDE);
    });
    expect(wrong).toEqual({});
  });
});

/** Text in `main` that is smaller than `least` pixels or stands closer than 1.3 lines. */
const HARD_TO_READ = (least: number) => `(() => {
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (texts.nextNode()) {
    const { parentElement: holder, data } = texts.currentNode;
    if (data.trim() === '' || holder.getClientRects().length === 0) continue;
    if (holder.closest('svg, select, option, .visually-hidden, sup, sub')) continue;
    const { fontSize, lineHeight } = getComputedStyle(holder);
    const size = parseFloat(fontSize);
    const ratio = lineHeight === 'normal' ? 1.15 : parseFloat(lineHeight) / size;
    if (size < ${least} || ratio < 1.295)
      found.add(size + 'px/' + ratio.toFixed(2) + ' ' + holder.outerHTML.slice(0, 90));
  }
  return [...found];
})()`;

describe('type is large enough, and lines stand at least 1.3 apart', { timeout: 120_000 }, () => {
  test.each([
    ['normal', 15],
    ['elder', 24],
  ] as const)('in %s mode, from %i pixels on', async (mode, least) => {
    const wrong = await onEveryPage({ mode, width: 1280 }, async (page) => {
      // 公开专区 is laid out for a large screen that many use, and has no mode of one reader.
      const own = page.url().includes('/kiosk/') ? 15 : least;
      return page.evaluate(HARD_TO_READ(own));
    });
    expect(wrong).toEqual({});
  });
});

/** Links of `main` that lead to another host and do not say so, and those that only say so. */
const WRONGLY_MARKED = `[...document.querySelectorAll('main a[href]')].filter((link) => {
  const leaves = /^https?:/.test(link.protocol) && link.host !== location.host;
  return leaves !== getComputedStyle(link, '::after').content.includes('站外');
}).map((link) => link.outerHTML.slice(0, 120))`;

test('links that leave the site say so, and no others', { timeout: 60_000 }, async () => {
  const wrong = await onEveryPage({ mode: 'normal', width: 1280 }, async (page) => {
    if (page.url().includes('?q=')) await page.waitForSelector('[data-result]');
    return page.evaluate(WRONGLY_MARKED);
  });
  expect(wrong).toEqual({});
});

test('by keyboard alone every control of every page is reached, in order and in sight', {
  timeout: 300_000,
}, async () => {
  const wrong = await onEveryPage({ mode: 'normal', width: 1280 }, async (page) => {
    // Results that come while somebody walks are one more stop, not a fault.
    if (page.url().includes('?q=')) await page.waitForSelector('[data-result]');
    return walkByKeyboard(page);
  });
  expect(wrong).toEqual({});
});

test('without scripts every page says the same', { timeout: 120_000 }, async () => {
  const told: Record<string, string[]>[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    await keepFromLeaving(context);
    const page = await context.newPage();
    const texts: Record<string, string[]> = {};
    for (const { name, path } of PAGES) {
      // The search and the form are programs; what they offer without is for their own tests.
      if (/^(?:search|application\/form)\//.test(path)) continue;
      await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
      texts[name] = (await page.evaluate(READABLE)) as string[];
    }
    told.push(texts);
    await context.close();
  }
  const [withScripts = {}, without = {}] = told;
  for (const [name, lines] of Object.entries(withScripts)) {
    const plain = new Set(without[name]);
    expect(
      lines.filter((line) => !plain.has(line)),
      name,
    ).toEqual([]);
    expect(plain.size, name).toBeGreaterThan(1);
  }
});

/** The texts of `main` that are seen; what stands in a control is no text to read. */
const READABLE = `(() => {
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const lines = [];
  while (texts.nextNode()) {
    const { parentElement: holder, data } = texts.currentNode;
    const control = 'button, label, legend, select, [role=status], [aria-live], [data-states], [data-due], script';
    if (data.trim() === '' || holder.closest(control)) continue;
    if (holder.getClientRects().length > 0) lines.push(data.trim());
  }
  return lines;
})()`;
