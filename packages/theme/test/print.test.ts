import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtFixture } from './build.ts';

let copy: TempDir;
let server: ServedFolder;
let browser: Browser;
let page: Page;
const url = (path: string) => `${server.origin}/qingshan/${path}`;

beforeAll(async () => {
  const built = await builtFixture();
  copy = await makeTempDir('print');
  cpSync(built.dist, copy.path, { recursive: true });
  server = await serveFolder(copy.path, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await copy?.remove();
});

beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
});

/** How many sheets a page takes, and the sides of each in points. */
async function sheets(): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
}

const POLICY = '2024/aid-rules/';
const before = (selector: string, property: string) =>
  page.$eval(
    selector,
    (node, name) => getComputedStyle(node, '::before').getPropertyValue(name),
    property,
  );

describe('a printed policy', () => {
  beforeEach(async () => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(url(POLICY));
  });

  test('has its red head: the issuer, the number above the red line, then the title', async () => {
    expect(await before('article', 'content')).toContain('青山县人民政府');
    expect(await before('article', 'content')).toContain('文件');
    expect(await before('article', 'color')).toBe('rgb(204, 0, 0)');
    expect(await before('h1', 'content')).toContain('示例发〔2024〕1号');
    expect(await page.locator('article > .document-header').isVisible()).toBe(false);
    expect(await page.locator('.masthead').isVisible()).toBe(false);
  });

  test('bears 演示 across each sheet while the column is a demonstration', async () => {
    const mark = await page.$eval('.demo', (node) => {
      const style = getComputedStyle(node, '::after');
      return [style.content, style.position];
    });
    expect(mark).toEqual(['"演示"', 'fixed']);
  });

  test('begins with its address and the day, and ends with its last line', async () => {
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    const line = await page.locator('.printed').textContent();
    expect(line).toContain(`本页地址：${url(POLICY)}`);
    expect(line).toMatch(/打印日期：\d{4}年\d{1,2}月\d{1,2}日$/);
    for (const gone of ['.footer', '.nav', '.related', '.filed > div', '.print-button'])
      for (const one of await page.locator(gone).all()) expect(await one.isVisible()).toBe(false);
  });
});

test('on the screen the same policy shows none of it', async () => {
  await page.goto(url(POLICY));
  expect(await before('article', 'content')).toBe('none');
  expect(await before('h1', 'content')).toBe('none');
  expect(await page.locator('.printed').isVisible()).toBe(false);
  expect(await page.locator('h1').textContent()).toBe('青山县社会救助实施办法');
});

test('titles break between words, on a phone too', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url(POLICY));
  await page.evaluate(`document.querySelector('h1').innerHTML =
    ['关于', '深化', '政务', '公开', '促进', '基层', '政府', '治理', '能力', '现代化的', '实施', '意见']
      .join('<wbr>')`);
  const lines = await page.$eval('h1', (title) => {
    const tops: Record<string, string> = {};
    for (const node of title.childNodes) {
      if (!(node instanceof Text)) continue;
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = String(Math.round(range.getBoundingClientRect().top));
        tops[top] = (tops[top] ?? '') + node.data[at];
      }
    }
    return Object.values(tops);
  });
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join('|')).not.toMatch(/促\|进|现\|代|代\|化|化\|的|实\|施|政\|府/);
});

test('a table of many columns is printed on a sheet that is turned, and all else upright', async () => {
  const cells = (name: string) => `<${name}>内容</${name}>`.repeat(9);
  const html = readFileSync(join(copy.path, POLICY, 'index.html'), 'utf8');
  const table = `<div class="table wide"><table><thead><tr>${cells('th')}</tr></thead><tbody><tr>${cells('td')}</tr></tbody></table></div>`;
  writeFileSync(
    join(copy.path, POLICY, 'index.html'),
    html.replace('<div class="prose indent">', `$&${table}`),
  );
  await page.goto(url(POLICY));
  const turned = (await sheets()).map(([width, height]) => width > height);
  expect(turned).toContain(true);
  expect(turned).toContain(false);
  writeFileSync(join(copy.path, POLICY, 'index.html'), html);
});

describe('all that a list holds', () => {
  const printed = () => page.locator('.printed-all');

  beforeEach(() => page.addInitScript('window.print = () => { window.printed = true; };'));

  test('is printed as one document: cover, contents, each text on a sheet of its own', async () => {
    await page.goto(url('domains/social-assistance/'));
    await page.getByRole('button', { name: '合成一份打印' }).click();
    await page.waitForFunction(() => 'printed' in window);
    const names = await printed().locator('> ol > li').allTextContents();
    expect(names.length).toBeGreaterThan(1);
    expect(await printed().locator('article h1').allTextContents()).toEqual(names);
    expect(await printed().locator('[id], button, script').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').isVisible()).toBe(false);
    expect((await sheets()).length).toBeGreaterThan(names.length);
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('main').isVisible()).toBe(true);
    expect(await printed().isVisible()).toBe(false);
  });

  test('of the gazette is an issue with its documents', async () => {
    await page.goto(url('2024/gazette-2024-1/'));
    await page.getByRole('button', { name: '合成一份打印' }).click();
    await page.waitForFunction(() => 'printed' in window);
    expect(await printed().locator('article h1').allTextContents()).toEqual([
      '青山县社会救助实施办法',
    ]);
  });

  test('is not printed in part: a page that does not come is told', async () => {
    await page.route('**/2024/aid-rules/', (route) => route.abort());
    await page.goto(url('2024/gazette-2024-1/'));
    await page.getByRole('button', { name: '合成一份打印' }).click();
    await page.getByRole('button', { name: '没有取全，请检查网络后再按一次' }).waitFor();
    expect(await page.evaluate('window.printed')).toBeUndefined();
  });
});
