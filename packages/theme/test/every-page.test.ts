import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';
import { contextIn, keepFromLeaving, PAGES, type View } from './display.ts';
import { walkByKeyboard } from './keyboard.ts';

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

/** What is wrong with a page: nothing, or lines that say it. */
type Look = (page: Page) => Promise<unknown>;

/** Opens every listed page in one view, takes each look at it, and gathers what is wrong. */
async function onEveryPage(
  view: View,
  looks: Readonly<Record<string, Look>>,
): Promise<Record<string, Record<string, unknown>>> {
  const context = await contextIn(browser, view);
  const page = await context.newPage();
  const wrong: Record<string, Record<string, unknown>> = {};
  for (const { name, path } of PAGES) {
    await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
    // Results that come while somebody looks are one more thing to see, not a fault.
    if (path.includes('?q=')) await page.waitForSelector('[data-result]');
    for (const [what, look] of Object.entries(looks)) {
      wrong[what] ??= {};
      const found = await look(page);
      if (Array.isArray(found) ? found.length > 0 : found) wrong[what][name] = found;
    }
  }
  await context.close();
  return wrong;
}

/** What sticks out to the right, and what a box cuts off instead of scrolling. */
const TOO_WIDE = `(() => {
  const all = document.documentElement.scrollWidth;
  if (all <= innerWidth) return [];
  const out = [...document.body.querySelectorAll('*')]
    .filter((node) => node.getBoundingClientRect().right > innerWidth + 1);
  return ['width ' + all, ...out.slice(0, 5).map((node) => node.outerHTML.slice(0, 120))];
})()`;

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

/** Links of `main` that lead to another host and do not say so, and those that only say so. */
const WRONGLY_MARKED = `[...document.querySelectorAll('main a[href]')].filter((link) => {
  const leaves = /^https?:/.test(link.protocol) && link.host !== location.host;
  return leaves !== getComputedStyle(link, '::after').content.includes('站外');
}).map((link) => link.outerHTML.slice(0, 120))`;

/** 公开专区 is laid out for a large screen that many use, and has no mode of one reader. */
const hardToRead =
  (least: number): Look =>
  (page) =>
    page.evaluate(HARD_TO_READ(page.url().includes('/kiosk/') ? 15 : least));

// The whole of axe, four modes at two widths, is in `every-page.full.test.ts`.
test('on a desk: axe finds nothing, type is large enough, other sites are marked, all is reached by keyboard', {
  timeout: 300_000,
}, async () => {
  const wrong = await onEveryPage(
    { mode: 'normal', width: 1280 },
    {
      axe: violations,
      'type below 15 pixels, or lines closer than 1.3': hardToRead(15),
      'links that leave the site and do not say so, or only say so': (page) =>
        page.evaluate(WRONGLY_MARKED),
      'controls that the keyboard does not reach, in order and in sight': walkByKeyboard,
    },
  );
  for (const [look, found] of Object.entries(wrong)) expect(found, look).toEqual({});
});

test('for the elderly type is large enough, lines stand apart, and no page is wider than the screen', {
  timeout: 120_000,
}, async () => {
  const largest: Look = async (page) => {
    await page.evaluate("document.documentElement.dataset.size = '2'");
    return page.evaluate(TOO_WIDE);
  };
  const wrong = await onEveryPage(
    { mode: 'elder', width: 1280 },
    { small: hardToRead(24), largest },
  );
  expect(wrong).toEqual({ small: {}, largest: {} });
});

test('on a phone, with the largest type, and with the browser’s own type twice as large no page is wider than the screen', {
  timeout: 180_000,
}, async () => {
  const on: Look = (page) => page.evaluate(TOO_WIDE);
  // Each look leaves the page as the next one wants it: opening it anew for each would take three times as long.
  const wrong = await onEveryPage(
    { mode: 'normal', width: 320 },
    {
      'at 320 pixels, as at 400 % of 1280': on,
      'at 320 pixels with the largest type of 长者模式': async (page) => {
        await page.evaluate(
          "Object.assign(document.documentElement.dataset, { mode: 'elder', size: '2' })",
        );
        return page.evaluate(TOO_WIDE);
      },
      'at 640 pixels with type twice as large': async (page) => {
        await page.evaluate(
          "for (const name of ['mode', 'size']) delete document.documentElement.dataset[name]; document.documentElement.style.fontSize = '200%'",
        );
        await page.setViewportSize({ width: 640, height: 800 });
        const found = await page.evaluate(TOO_WIDE);
        await page.setViewportSize({ width: 320, height: 800 });
        return found;
      },
    },
  );
  for (const [look, found] of Object.entries(wrong)) expect(found, look).toEqual({});
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
