import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNot } from '../src/client/verify/why-not.ts';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';

/* What the button of a page is and brings; what it says of a page is told by `site`, which makes manifests. */

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const PAGE = '/qingshan/2024/aid-rules/';

beforeAll(async () => {
  site = await builtFixture();
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const scripts = () =>
  server.requests.map(({ path }) => path).filter((path) => path.endsWith('.js'));

/** Notes every shift that no tap of the last half second is to blame for. */
const WATCH = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.shifts.push(value);
  }).observe({ type: 'layout-shift', buffered: true });
`;
/** The longest answer: `judgePage` of a signed page of a site that was seen before. */
const LONGEST =
  '这个网址现在给出的网页与清单一字节不差，清单由公钥 RWRz+M5S9DcwqjxLwbwDT9kzCGPruxfntGW3s2itKiSp70N0DVCSS3OP 签名；接在本机上次核对的第 99999 次部署之后，没有退回或分开，部署次序没有签名；但公钥和核对程序都来自本网站，只证明这一页没有被单独改动，不证明是谁发布、是否属实：请与公告、函件上的公钥比较。';

describe('the button that checks a page', { timeout: 60_000 }, () => {
  test('brings its program when it is pressed, no sooner, and at most 30 KB of it', async () => {
    const page = await browser.newPage();
    server.requests.length = 0;
    await page.goto(server.origin + PAGE, { waitUntil: 'networkidle' });
    const before = new Set(scripts());
    await page.getByRole('button', { name: '核对本页' }).click();
    await page.locator('[data-verify]:enabled').waitFor();
    const brought = [...new Set(scripts())].filter((path) => !before.has(path));
    const sizes = brought.map(
      (path) => gzipSync(readFileSync(join(site.dist, path.slice('/qingshan/'.length)))).length,
    );
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(all).toBeGreaterThan(1000);
    expect(all).toBeLessThan(30 * 1024);
    await page.close();
  });

  test.each([
    ['a phone', 320, 640],
    ['a desk', 1280, 900],
  ])(
    'on %s moves nothing when it appears nor, however late, when it answers',
    async (_, width, height) => {
      const context = await browser.newContext({ viewport: { width, height } });
      await context.addInitScript(WATCH);
      const page = await context.newPage();
      // Past the half second that a shift is put down to the tap for.
      await page.route('**/.well-known/**', async (route) => {
        await new Promise((done) => setTimeout(done, 1000));
        await route.continue();
      });
      await page.goto(server.origin + PAGE, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: '核对本页' }).click();
      await page.locator('[data-verify]:enabled').waitFor();
      const [high, kept] = await page.locator('.filed [role=status]').evaluate((said, longest) => {
        said.textContent = longest;
        return [said.clientHeight, Number.parseFloat(getComputedStyle(said).minHeight)];
      }, LONGEST);
      expect(high).toBeLessThanOrEqual(Math.ceil(kept));
      await page.evaluate(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      expect(await page.evaluate('window.shifts')).toEqual([]);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
  );

  test('is not there without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.origin + PAGE);
    expect(await page.locator('[data-verify]').count()).toBe(1);
    expect(await page.locator('[data-verify]').isVisible()).toBe(false);
    await context.close();
  });
});

describe('why a page cannot be checked', () => {
  const good = { protocol: 'https:', secure: true, digests: true, hasOwn: true };

  test('is not said where it can be', () => {
    expect(whyNot(good)).toBeUndefined();
  });

  test.each([
    ['of a file on a disk', { protocol: 'file:' }, '存在本机的文件'],
    ['over http', { protocol: 'http:', secure: false, digests: false }, '不是经 https 打开的'],
    ['in a browser that knows no digests', { digests: false }, '这个浏览器太旧'],
    ['in a browser older than what judges signatures', { hasOwn: false }, '这个浏览器太旧'],
  ])('%s', (_, lacks, said) => {
    const why = whyNot({ ...good, ...lacks });
    expect(why).toContain(said);
    expect(why).toMatch(/^不能核对：[^。]+。$/);
  });
});
