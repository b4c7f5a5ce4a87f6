import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser, makeTempDir, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, buildApp, builtFixture, CONTENT } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const file = (path: string) => readFileSync(join(site.dist, path), 'utf8');
const url = (path: string) => `${server.origin}/qingshan/${path}`;
/** A Monday that is worked; the town's hall is open from 9:00 to 17:00. */
const MONDAY = '2026-03-02';
const GUIDE = '2025/minimum-living/';

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

/** A reader's browser: what is kept on the device stays between its pages. */
async function reader(options: { javaScriptEnabled?: boolean; width?: number } = {}) {
  const { width = 360, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height: 740 }, ...rest });
  const at = async (path: string, time = `${MONDAY}T10:00:00+08:00`): Promise<Page> => {
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(time));
    await page.goto(url(path), { waitUntil: 'networkidle' });
    return page;
  };
  const choose = async () => {
    const page = await at('');
    await page.click('[data-my-town] [data-choose]');
    await page.selectOption('[data-my-town] select', { label: '东山镇' });
    await page.waitForSelector('[data-my-town] .hall-name');
    return page;
  };
  return { context, at, choose };
}

const said = (page: Page, selector: string) =>
  page.$eval(selector, (node) => (node.textContent ?? '').replaceAll(/\s+/g, ' '));

describe('the reader’s own town', () => {
  test('is chosen once on the home page, which then shows its hall, open or not, and its news', async () => {
    const { context, at, choose } = await reader();
    const page = await choose();
    expect(await said(page, '[data-my-town]')).toContain('我的乡镇：东山镇');
    const later = await at('', `${MONDAY}T16:00:00+08:00`);
    await later.waitForSelector('[data-my-town] .hall-name');
    const text = await said(later, '[data-my-town]');
    expect(text).toContain('东山镇便民服务中心');
    expect(text).toContain('今天开到 17:00');
    expect(text).toContain('地址：东山镇示例街2号');
    expect(await later.$$('[data-my-town] .near-news li')).not.toHaveLength(0);
    await context.close();
  });

  test.each([
    ['2026-03-02T18:00:00+08:00', '今天已结束，明天 9:00 开'],
    ['2026-10-01T10:00:00+08:00', '今天不开，'],
    ['2031-03-03T10:00:00+08:00', '今天开不开以公告为准'],
  ])('at %s the hall says %s', async (time, words) => {
    const { context, at, choose } = await reader();
    await choose();
    const page = await at('', time);
    await page.waitForSelector('[data-my-town] .hall-name');
    expect(await said(page, '[data-my-town]')).toContain(words);
    await context.close();
  });

  test('what came since the last day with a visit is new, and stays so all day', async () => {
    const { context, at, choose } = await reader();
    const page = await choose();
    const [first] = (JSON.parse(file('towns/dongshan/near.json')) as { newest: { path: string }[] })
      .newest;
    await page.evaluate((path) => {
      const key = 'columns-town:/qingshan/';
      const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
      kept.now = kept.now.filter((one: string) => one !== path);
      localStorage.setItem(key, JSON.stringify(kept));
    }, first?.path ?? '');
    for (const hour of ['09', '11']) {
      const next = await at('', `2026-03-03T${hour}:00:00+08:00`);
      await next.waitForSelector('[data-my-town] .hall-name');
      expect(await said(next, '[data-my-town]')).toContain('上次来过以后有 1 条新的');
      expect(await next.$$('[data-my-town] .near-news .open')).toHaveLength(1);
    }
    await context.close();
  });

  test('the county’s file knows every place that a guide names, of a town or not', () => {
    const { halls } = JSON.parse(file('towns/near.json')) as { halls: { id: string }[] };
    const known = new Set(halls.map(({ id }) => id));
    const named = readdirSync(site.dist, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^\d{4}\/[^/]+\/index\.html$/u.test(path))
      .flatMap((path) => [...file(path).matchAll(/data-place="([^"]+)"/gu)].map(([, id]) => id));
    expect(named).toContain('service-hall');
    expect(named.filter((id) => !known.has(id ?? ''))).toEqual([]);
  });

  test('a guide shows its hall, and what is known of the places it names', async () => {
    const { context, at, choose } = await reader();
    const before = await at(GUIDE);
    expect(await said(before, '[data-my-hall]')).toContain('选您的乡镇');
    expect(await said(before, '[data-place="service-hall"]')).toContain(
      '今天开到 12:00，14:00 再开',
    );
    await choose();
    const page = await at(GUIDE);
    await page.waitForSelector('[data-my-hall] .hall-name');
    expect(await said(page, '[data-my-hall]')).toContain('东山镇便民服务中心 今天开到 17:00');
    await context.close();
  });

  test('may be set and forgotten on the pages of towns and villages', async () => {
    const { context, at } = await reader();
    const village = await at('villages/qianjin/');
    await village.click('text=设为我的村');
    const home = await at('');
    await home.waitForSelector('[data-my-town] .near-more');
    expect(await said(home, '[data-my-town]')).toContain('我的村：前进村');
    await home.click('text=不再记住');
    await home.waitForSelector('[data-my-town] [data-choose]');
    expect(await home.evaluate(() => localStorage.length)).toBe(0);
    await context.close();
  });

  test('a page that was chosen for is laid out as it is painted: nothing moves when the town comes', async () => {
    for (const width of [360, 1280]) {
      const { context, choose } = await reader({ width });
      await choose();
      for (const path of ['', GUIDE]) {
        const page = await context.newPage();
        await page.addInitScript(`window.moved = 0; new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });`);
        await page.goto(url(path), { waitUntil: 'networkidle' });
        await page.waitForSelector('.hall-name');
        expect(await page.evaluate('window.moved'), `${width} ${path}`).toBe(0);
      }
      await context.close();
    }
  });

  test('without script its places lead to the towns’ pages', async () => {
    const { context, at } = await reader({ javaScriptEnabled: false });
    for (const [path, place] of [
      ['', '[data-my-town]'],
      [GUIDE, '[data-my-hall]'],
    ] as const) {
      const page = await at(path);
      expect(await page.getAttribute(`${place} a`, 'href')).toBe('/qingshan/units/#towns');
    }
    await context.close();
  });

  test('what a page asks for is small: a town’s file is at most 6 KB, compressed', () => {
    expect(gzipSync(file('towns/dongshan/near.json')).length).toBeLessThan(6 * 1024);
    expect(gzipSync(file('towns/near.json')).length).toBeLessThan(6 * 1024);
  });
});

test('a guide answers five questions in cards before anything else, and its page says nothing that a hall may change', () => {
  const page = file(`${GUIDE}index.html`);
  const heads = [...page.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, text]) => text);
  expect(heads.slice(0, 5)).toEqual(['能领多少', '谁能办', '带什么', '去哪儿', '打电话']);
  expect(page).toContain('按家庭人均收入低于720元的差额补足');
  expect(page).not.toContain('东山镇示例街2号');
  expect(page).not.toContain('9:00—17:00');
});

test('numbers can be called from every page that has them; numbers of examples cannot', () => {
  const page = file(`${GUIDE}index.html`);
  expect(page).toContain('href="tel:12345"');
  expect(page).not.toContain('tel:0000');
});

test('on a phone number, date, validity and issuer of a document stand above its text, and the rest below', async () => {
  for (const [width, above, below] of [
    [360, ['发布日期', '有效性'], ['体裁', '公开方式']],
    [1280, ['发布日期', '有效性', '体裁', '公开方式'], []],
  ] as const) {
    const { context, at } = await reader({ width });
    const page = await at('2024/aid-rules/');
    const shown = (selector: string) =>
      page.$$eval(selector, (nodes) =>
        nodes
          .filter((node) => (node as HTMLElement).offsetParent !== null)
          .map((node) => node.textContent),
      );
    const first = await shown('article .document-header dt');
    const rest = await shown('.document-rest dt');
    for (const label of above) expect(first, `${width}`).toContain(label);
    for (const label of below) {
      expect(first, `${width}`).not.toContain(label);
      expect(rest, `${width}`).toContain(label);
    }
    if (below.length === 0) expect(rest).toEqual([]);
    await context.close();
  }
});

test('the home page never says 暂无: what is not there is not told, or told once', () => {
  const page = file('index.html').replace(/<[^>]+>/g, ' ');
  expect(page.slice(page.indexOf('<main'))).not.toMatch(/暂无|尚未登记|没有意见征集/);
  expect(page).toMatch(/另有\s*\d+\s*个领域尚未公开，见\s*标准目录/);
});

test('a county that has disclosed nothing says so once, and what helps meanwhile', async () => {
  await using content = await makeTempDir('nothing');
  cpSync(join(CONTENT, 'dashi'), join(content.path, 'dashi'), { recursive: true });
  mkdirSync(join(content.path, 'nothing'));
  writeFileSync(
    join(content.path, 'nothing/county.yaml'),
    'id: nothing\nname: 无为县\nlevel: county\nparent: dashi\nstructure: national-26\ndemo: true\n',
  );
  const built = await buildApp({ county: 'nothing', content: content.path });
  expect(built.code, built.output).toBe(0);
  const page = readFileSync(join(built.dist, 'index.html'), 'utf8');
  const text = page.slice(page.indexOf('<main')).replaceAll(/<[^>]+>/g, '');
  expect(text.match(/暂无|尚未|没有|0 [件处条份个]/g)).toEqual(['没有']);
  expect(text).toContain('上级文件');
  for (const path of ['upper/', 'application/', 'catalogue/']) expect(page).toContain(`/${path}"`);
  expect(page).toContain('href="tel:12345"');
  expect(page.slice(page.indexOf('<main'))).not.toMatch(/<ul[^>]*>\s*<\/ul>/);
  built.remove();
}, 120_000);
