import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import { weighPages, weightFaults } from '@columns/testkit/site';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadPages } from './beside.ts';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';
import { htmlFaults } from './html-validate.ts';
import { listedPages } from './page-list.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;

beforeAll(async () => {
  site = await buildApp({ county: 'hard' });
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/hard/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

/** What sticks out to the right of the screen, save what stands in a box that scrolls by itself. */
const STICKING_OUT = `(() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (node) => node && node !== document.documentElement && node !== document.body &&
    (/auto|scroll|hidden|clip/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  const out = [...document.body.querySelectorAll('*')].filter((node) =>
    node.getBoundingClientRect().right > wide + 1 && !scrolls(node.parentElement));
  const all = document.documentElement.scrollWidth;
  return all > wide ? out.map((node) => node.outerHTML.slice(0, 120)).concat('width ' + all) : [];
})()`;

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

describe.each([320, 1280])('at %i pixels hard input is orderly', (width) => {
  test.each(listedPages('hard'))('$name', async ({ path }) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const response = await page.goto(`${server.origin}/hard/${path}`, { waitUntil: 'load' });
    expect(response?.status()).toBe(200);
    expect(await page.evaluate(STICKING_OUT)).toEqual([]);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    ).toEqual([]);
    await page.close();
  });
});

test('a table of thirty columns scrolls inside its own box', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.goto(`${server.origin}/hard/2025/wide-table/`);
  const box = await page.evaluate(`(() => {
    let node = document.querySelector('article table');
    while (node.scrollWidth <= node.clientWidth) node = node.parentElement;
    return { focus: node.tabIndex, whole: node === document.documentElement };
  })()`);
  expect(box).toEqual({ focus: 0, whole: false });
  await page.close();
});

test('its pages are valid, light and without dead links', () => {
  const built = { folder: site.dist, base: '/hard/' };
  expect(htmlFaults(site.dist)).toEqual([]);
  expect(weightFaults(weighPages(built))).toEqual([]);
  expect(deadPages([built])).toEqual([]);
});

test('all forty attachments are offered', () => {
  const html = readFileSync(`${site.dist}/2025/forty-attachments/index.html`, 'utf8');
  expect(html.match(/href="\/hard\/2025\/forty-attachments\/\d\d\.txt"/g)).toHaveLength(40);
});

test('a unit with no telephone shows no empty row for one', () => {
  const html = readFileSync(`${site.dist}/units/quiet-office/index.html`, 'utf8');
  expect(html).not.toContain('电话</dt>');
});

test('an accent colour of poor contrast stops the build and says which would do', async () => {
  const content = mkdtempSync(join(tmpdir(), 'columns-accent-'));
  cpSync(CONTENT, content, { recursive: true });
  appendFileSync(join(content, 'qingshan/county.yaml'), "accent: '#ffcc00'\n");
  const app = await buildApp({ content });
  expect(app.code).not.toBe(0);
  expect(app.output).toContain('主题色 “#ffcc00” 与白色的对比度只有 1.5:1，字看不清');
  expect(app.output).toContain('换一个更深的颜色');
  app.remove();
  rmSync(content, { recursive: true, force: true });
});
