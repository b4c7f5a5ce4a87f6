import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';
import { listedPages } from './page-list.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Notes every shift from the first paint on, with what moved. */
const WATCH = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? '');
      window.shifts.push(value.toFixed(4) + ' ' + moved.join(' | '));
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** To the end of the page, for what is made only when it is seen; then until two frames are drawn. */
const READ_THROUGH = `new Promise((done) => {
  scrollTo(0, document.body.scrollHeight);
  requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts)));
})`;

test.each([
  ['a phone', 320, 640],
  ['a desk', 1280, 900],
] as const)('on %s nothing moves while a page is loaded and read', async (_, width, height) => {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  // The page at a former address is left at once.
  const pages = listedPages('qingshan').filter(({ name }) => name !== '旧地址');
  const moved: Record<string, unknown> = {};
  for (const { name, path } of pages) {
    await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
    if (await page.evaluate('document.querySelectorAll("script[type=module]").length > 1')) {
      await page.waitForLoadState('networkidle');
    }
    const shifts = (await page.evaluate(READ_THROUGH)) as string[];
    if (shifts.length > 0) moved[name] = shifts;
  }
  expect(moved).toEqual({});
  await context.close();
});

test.each([
  ['a phone', 320, 640, '救助'],
  ['a desk', 1280, 900, '救助'],
  ['a desk, with one result', 1280, 900, '低保核查工作底稿'],
  ['a desk, with nothing', 1280, 900, '紫色大象跳舞'],
] as const)(
  'on %s nothing moves while an answer comes piece by piece',
  async (_, width, height, query) => {
    const context = await browser.newContext({ viewport: { width, height } });
    await context.addInitScript(WATCH);
    // What comes first and what last: results, then pages, then what they can be narrowed by.
    const held = [
      ['**/*.pf_card', 800],
      ['**/*.pf_direct', 1600],
      ['**/filters.pf_facts', 1200],
    ] as const;
    for (const [files, milliseconds] of held) {
      await context.route(files, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        await route.continue();
      });
    }
    const page = await context.newPage();
    await page.goto(`${server.origin}/qingshan/search/?q=${encodeURIComponent(query)}`);
    await page.waitForSelector('[data-search][data-state=done]');
    expect(await page.isVisible('.footer')).toBe(true);
    expect(await page.evaluate(READ_THROUGH)).toEqual([]);
    await context.close();
  },
);
