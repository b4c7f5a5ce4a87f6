import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersAt } from '@columns/export';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFixture } from './build.ts';
import { keepFromLeaving, PAGES } from './display.ts';

let site: TempDir;
let plain: ServedFolder;
let hardened: ServedFolder;
let other: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  const built = await builtFixture();
  expect(built.code, built.output).toBe(0);
  // A copy of its own, for things are put into it.
  site = await makeTempDir('content-policy');
  cpSync(built.dist, site.path, { recursive: true });
  plain = await serveFolder(site.path, { base: '/qingshan/' });
  hardened = await serveFolder(site.path, { base: '/qingshan/', headers: headersAt });
  // Another host, to which nothing may be sent and from which nothing may come.
  other = await serveFolder(site.path);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const server of [plain, hardened, other]) await server?.close();
  await site?.remove();
});

/** Notes what the browser refuses on every page of a context: `directive source`. */
const NOTE_REFUSALS = `
  window.refused = [];
  addEventListener('securitypolicyviolation', (event) =>
    window.refused.push(event.effectiveDirective + ' ' + event.blockedURI), true);
`;

/** Opens one page after another and gathers what was refused on each, its frames included. */
async function refusals(
  pages: readonly { readonly name: string; readonly url: string }[],
  work: (page: Page) => Promise<unknown>,
): Promise<Record<string, string[]>> {
  const context = await browser.newContext();
  await context.addInitScript(NOTE_REFUSALS);
  await keepFromLeaving(context);
  const page = await context.newPage();
  const refused: Record<string, string[]> = {};
  for (const { name, url } of pages) {
    await page.goto(url, { waitUntil: 'load' });
    await work(page);
    const inFrames = await Promise.all(
      page.frames().map((frame) => frame.evaluate('window.refused ?? []') as Promise<string[]>),
    );
    if (inFrames.flat().length > 0) refused[name] = inFrames.flat();
  }
  await context.close();
  return refused;
}

describe('what a page itself brings is allowed', { timeout: 120_000 }, () => {
  test.each([
    ['by the policy in the page', () => plain],
    ['by the headers that servers add', () => hardened],
  ] as const)('%s, on every page', async (_, server) => {
    const pages = PAGES.map(({ name, path }) => ({
      name,
      url: `${server().origin}/qingshan/${path}`,
    }));
    const refused = await refusals(pages, async (page) => {
      if (page.url().includes('?q=')) await page.waitForSelector('[data-result]');
    });
    expect(refused).toEqual({});
  });

  test('and every built page has a policy', () => {
    const without = PAGES.filter(({ path }) => {
      const file = path.replace(/\?.*$/, '').replace(/\/$|^$/, '/index.html');
      return !readFileSync(join(site.path, file), 'utf8').includes('Content-Security-Policy');
    });
    expect(without).toEqual([]);
  });
});

/** What somebody got into a page past every check, each trying one thing. */
const INJECTED = (host: string): Record<string, readonly [markup: string, directive: string]> => ({
  'a script in the page': ['<script>window.ran = 1</script>', 'script-src-elem inline'],
  'a script of another host': [
    `<script src="${host}/early.js?script"></script>`,
    `script-src-elem ${host}/early.js?script`,
  ],
  'a handler of a picture': [
    '<img src="missing.png" onerror="window.ran = 1">',
    'script-src-attr inline',
  ],
  'a handler of a drawing': ['<svg onload="window.ran = 1"></svg>', 'script-src-attr inline'],
  'a style in the page': ['<style>main { display: none }</style>', 'style-src-elem inline'],
  'a style on an element': ['<p style="position: fixed; inset: 0">假</p>', 'style-src-attr inline'],
  'a style sheet of another host': [
    `<link rel="stylesheet" href="${host}/kiosk.css?sheet">`,
    `style-src-elem ${host}/kiosk.css?sheet`,
  ],
  'a picture that tells another host': [
    `<img src="${host}/404.html?picture" alt="">`,
    `img-src ${host}/404.html?picture`,
  ],
  'a page in a frame': [
    '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
    'script-src-elem inline',
  ],
  'another host in a frame': [
    `<iframe src="${host}/404.html?frame"></iframe>`,
    `frame-src ${host}`,
  ],
  'a program in an object': [
    '<object data="data:text/html,<script>parent.ran=1</script>"></object>',
    'object-src data',
  ],
  'another base for all links': [
    '<base href="https://local.invalid/">',
    'base-uri https://local.invalid/',
  ],
});

describe('what was injected into a page does nothing', { timeout: 120_000 }, () => {
  const names = Object.keys(INJECTED(''));

  /** The home page with something more in it, opened and used; gives what was refused. */
  async function withInjected(markup: string, work: (page: Page) => Promise<unknown>) {
    const home = join(site.path, 'index.html');
    const whole = readFileSync(home, 'utf8');
    writeFileSync(home, whole.replace('<main', `${markup}<main`));
    other.requests.length = 0;
    try {
      const url = `${plain.origin}/qingshan/`;
      const { home: refused } = await refusals([{ name: 'home', url }], work);
      expect(other.requests).toEqual([]);
      return refused;
    } finally {
      writeFileSync(home, whole);
    }
  }

  test.each(names)('%s', async (name) => {
    const [markup, directive] = INJECTED(other.origin)[name] as readonly [string, string];
    const refused = await withInjected(markup, async (page) => {
      await page.waitForTimeout(100);
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(await page.locator('main').isVisible()).toBe(true);
    });
    expect(refused).toContain(directive);
  });

  test('a form cannot send what a reader types to another host', async () => {
    const form = `<form id="trap" action="${other.origin}/"><input name="id"></form>`;
    const refused = await withInjected(form, async (page) => {
      await page.evaluate("document.getElementById('trap').submit()");
      await page.waitForTimeout(200);
    });
    expect(refused).toEqual([expect.stringContaining(`form-action ${other.origin}`)]);
  });
});

/** Markup that a stranger puts into an address and sends around. */
const IN_AN_ADDRESS = '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>';

describe('markup in an address stays text', { timeout: 60_000 }, () => {
  test.each([
    ['the question of a search', `search/?q=${encodeURIComponent(IN_AN_ADDRESS)}`],
    ['a filter of a search', `search/?q=低保&domain=${encodeURIComponent(IN_AN_ADDRESS)}`],
    ['the place in a page', `#${encodeURIComponent(IN_AN_ADDRESS)}`],
    ['the filter of a table', `2025/powers-2025/?q=${encodeURIComponent(IN_AN_ADDRESS)}`],
    ['the page that a kiosk shows', `kiosk/?page=${encodeURIComponent('javascript:window.ran=1')}`],
  ])('in %s', async (_, path) => {
    // Without the policy too: the scripts themselves must not make markup of it.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${plain.origin}/qingshan/${path}`, { waitUntil: 'networkidle' });
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.locator('img[src=x]').count()).toBe(0);
    await context.close();
  });
});
