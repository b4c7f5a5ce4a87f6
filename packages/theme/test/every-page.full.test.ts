import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, builtFixture } from './build.ts';
import { contextIn, MODES, PAGES } from './display.ts';

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

const VIEWS = MODES.flatMap((mode) => [320, 1280].map((width) => ({ mode, width })));

test.each(VIEWS)(
  'axe finds nothing on any page in $mode mode at $width pixels',
  {
    timeout: 600_000,
  },
  async (view) => {
    const context = await contextIn(browser, view);
    const page = await context.newPage();
    const wrong: Record<string, string[]> = {};
    for (const { name, path } of PAGES) {
      await page.goto(`${server.origin}/qingshan/${path}`, { waitUntil: 'load' });
      const found = await violations(page);
      if (found.length > 0) wrong[name] = found;
    }
    await context.close();
    expect(wrong).toEqual({});
  },
);
