import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import {
  launchBrowser,
  makeTempDir,
  type ServedFolder,
  serveFolder,
  type TempDir,
} from '@columns/testkit';
import { lintScripts, lintStyles } from '@columns/testkit/built-code';
import { deadLinks, htmlFiles, listFiles, pageFacts } from '@columns/testkit/site';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { buildApp, cleanEnv } from './build.ts';
import { htmlFaults } from './html-validate.ts';

/** A city and two of its seven counties, built and put together as `columns build` does. */
const COUNTIES = ['luan', 'jinzhai', 'huoshan'] as const;
const CITY = join(import.meta.dirname, 'fixtures/city');
const COLUMNS = join(import.meta.dirname, '../../cli/bin/columns.ts');
const SITE = 'https://example.org';

let place: TempDir;
let server: ServedFolder;
let browser: Browser;
const dist = (...path: string[]) => join(place.path, 'dist', ...path);
const html = (path: string) => readFileSync(dist('luan', path, 'index.html'), 'utf8');
const textOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const PAGES = [
  'counties/',
  'counties/domains/',
  'counties/domains/elder-care/',
  'counties/search/',
  'coverage/counties/',
];

function columns(...args: string[]): void {
  const env = { ...cleanEnv(), SITE, AS_OF: '2024-07-01' };
  const { status, stderr } = spawnSync(process.execPath, [COLUMNS, ...args], {
    cwd: place.path,
    env,
    encoding: 'utf8',
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
}

beforeAll(async () => {
  place = await makeTempDir('portal');
  writeFileSync(join(place.path, 'pnpm-workspace.yaml'), 'packages: [apps/*]\n');
  cpSync(CITY, join(place.path, 'content'), { recursive: true });
  for (const county of COUNTIES) {
    const app = await buildApp({ county, content: CITY, env: { SITE } });
    expect(app.code, app.output).toBe(0);
    const own = join(place.path, 'apps', county);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), '{}');
    cpSync(app.dist, join(own, 'dist'), { recursive: true });
    app.remove();
  }
  columns('data');
  columns('records');
  columns('assemble');
  server = await serveFolder(dist(), { compress: true });
  browser = await launchBrowser();
  // Three counties are built where other files build one or two.
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await place?.remove();
});

describe('the portal of a city', () => {
  test('draws the counties: each column is a link with its name and figures, the others say so', () => {
    const page = html('counties/');
    const map = /<figure class="county-map">[\s\S]*?<\/figure>/.exec(page)?.[0] ?? '';
    expect(map.match(/<path /g)).toHaveLength(7);
    expect(map).toContain('<a href="/jinzhai/" aria-label="金寨县：公开信息 2 条">');
    expect(map).toContain('aria-label="舒城县：尚未开设专栏"');
    expect(map.match(/<a /g)).toHaveLength(2);
    expect(textOf(page)).toContain('审图号：（演示，未送审）');
  });

  test('gives what is drawn, and no boundary data', () => {
    for (const file of listFiles(dist())) expect(file).not.toMatch(/boundar|geojson/);
    expect(html('counties/')).not.toMatch(/\d{3}\.\d{4}/);
  });

  test('puts counties side by side, domain by domain, and links to the newest of each', () => {
    expect(html('counties/')).toContain('<a href="/jinzhai/2024/open-day/">');
    const domain = html('counties/domains/elder-care/');
    expect(domain).toContain('<a href="/jinzhai/2024/day-care/">');
    expect(domain).toContain('<a href="/huoshan/2024/meals/">');
    expect(textOf(domain)).toContain('共 2 条');
    const row = /<tr><th scope="row"><a href="\/luan\/counties\/domains\/elder-care\/">.*?<\/tr>/;
    expect(
      [...(row.exec(html('counties/domains/'))?.[0] ?? '').matchAll(/<td>(\d+)/g)].map(
        ([, n]) => n,
      ),
    ).toEqual(['0', '1', '1', '2']);
  });

  test('lists the city’s documents and task lists', () => {
    expect(html('counties/')).toContain('href="/luan/2024/openness-plan/"');
    expect(html('counties/')).toContain('href="/luan/tasks/openness-tasks/units/"');
  });

  test('sums the coverage of its counties', () => {
    const coverage = textOf(html('coverage/counties/'));
    expect(coverage).toContain('截至 2024-07-01 ，2 个县区合计');
    expect(html('coverage/counties/')).toContain('href="/jinzhai/coverage/domains/elder-care/"');
  });

  test('has one feed of all, the newest first', () => {
    const feed = readFileSync(dist('luan/counties/feed.xml'), 'utf8');
    const ids = [...feed.matchAll(/<entry>\n<id>([^<]*)</g)].map(([, id]) => id);
    expect(ids.slice(0, 3)).toEqual([
      `${SITE}/jinzhai/2024/open-day/`,
      `${SITE}/huoshan/2024/meals/`,
      `${SITE}/jinzhai/2024/day-care/`,
    ]);
    expect(html('counties/')).toContain('href="/luan/counties/feed.xml"');
  });

  test('is found from the city’s home page, and a county has none', () => {
    expect(html('')).toContain('href="/luan/counties/"');
    expect(html('coverage/')).toContain('href="/luan/coverage/counties/"');
    expect(readdirSync(dist('jinzhai'))).not.toContain('counties');
  });

  test('leads nowhere that is not there', () => {
    const dead = deadLinks([{ folder: dist(), base: '/' }]);
    expect(dead.filter((line) => /counties/.test(line))).toEqual([]);
  });

  test('is valid HTML, has tables that say what they hold, and asks nothing new of old browsers', async () => {
    const folder = await makeTempDir('portal-pages');
    for (const path of PAGES)
      cpSync(dist('luan', path), join(folder.path, path), { recursive: true });
    expect(htmlFaults(folder.path)).toEqual([]);
    for (const file of htmlFiles(listFiles(folder.path))) {
      const { tables } = pageFacts(readFileSync(join(folder.path, file), 'utf8'));
      for (const { caption, unscoped } of tables)
        expect([file, caption, unscoped]).toEqual([file, true, 0]);
    }
    await folder.remove();
    expect(await lintStyles(dist('luan'))).toEqual([]);
    expect(await lintScripts(dist('luan'))).toEqual([]);
  });

  test('weighs at most 30 KB of HTML and styles, compressed', () => {
    for (const path of PAGES) {
      const page = html(path);
      const styles = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, to]) =>
        readFileSync(dist(to ?? ''), 'utf8'),
      );
      const bytes = [page, ...styles].reduce((sum, text) => sum + gzipSync(text).length, 0);
      expect([path, bytes <= 30 * 1024]).toEqual([path, true]);
    }
  });
});

describe('a document of the city', () => {
  test('is written once and listed in every county of it', () => {
    for (const county of ['jinzhai', 'huoshan']) {
      const { column } = readColumn(CITY, county, loadStandard());
      expect(column?.upper.map(({ path }) => path)).toEqual(['/luan/2024/openness-plan/']);
      expect(column?.entries.some(({ id }) => id === 'openness-plan')).toBe(false);
      const upper = readFileSync(dist(county, 'upper/index.html'), 'utf8');
      expect(upper).toContain('href="/luan/2024/openness-plan/"');
    }
  });
});

describe('in a browser', () => {
  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${server.origin}/luan/${path}`);
    return page;
  }

  const results = (page: Page) => page.locator('li[data-result]');

  test('one search finds exactly what all counties have, and a county narrows it', async () => {
    const page = await open(`counties/search/?q=${encodeURIComponent('应助尽助')}`, {
      viewport: { width: 1280, height: 900 },
    });
    await page.waitForSelector('[data-state=done] li[data-result]');
    expect(await page.textContent('[data-total]')).toContain('共找到 3 条');
    const names = await page.locator('[data-facts] span:first-child').allTextContents();
    expect(names.toSorted()).toEqual(['金寨县', '霍山县', '霍山县'].toSorted());
    await page.selectOption('select[name=county]', '霍山县');
    await page.waitForFunction(() => document.querySelectorAll('li[data-result]').length === 2);
    expect(new URL(page.url()).searchParams.get('county')).toBe('霍山县');
    const links = await page.evaluate(
      '[...document.querySelectorAll("li[data-result] > a")].map(({ pathname }) => pathname)',
    );
    expect(links).toEqual(['/huoshan/2024/meals/', '/huoshan/2023/aid/']);
    await page.context().close();
  });

  test('the city’s own documents are searched too; a county whose index is away is named', async () => {
    const page = await open('counties/search/');
    await page.context().route('**/huoshan/pagefind/**', (route) => route.abort());
    await page.fill('#q', '各县区人民政府');
    await page.press('#q', 'Enter');
    await page.waitForSelector('[data-state=done] li[data-result]');
    expect(await results(page).first().locator('> a').getAttribute('href')).toContain(
      '/luan/2024/openness-plan/',
    );
    expect(await page.textContent('[data-total]')).toContain('暂时读不到霍山县的检索数据');
    await page.context().close();
  });

  test('without script everything can be read, and each county’s own search be reached', async () => {
    const page = await open('counties/search/', { javaScriptEnabled: false });
    expect(await page.textContent('noscript')).toContain('检索需要浏览器运行脚本');
    expect(await page.locator('a[href="/huoshan/search/"]').count()).toBe(1);
    await page.goto(`${server.origin}/luan/counties/`);
    await page.click('.county-map a[href="/jinzhai/"] path', { position: { x: 30, y: 60 } });
    await page.waitForURL('**/jinzhai/');
    await page.context().close();
  });

  test('the map is walked by keyboard, in the order of the list', async () => {
    const page = await open('counties/');
    await page.focus('.county-map a');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
      '金寨县',
    );
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
      '霍山县',
    );
    await page.keyboard.press('Enter');
    await page.waitForURL('**/huoshan/');
    await page.context().close();
  });

  test.each([
    ['normal', 1280],
    ['normal', 360],
    ['dark', 1280],
    ['contrast', 1280],
    ['elder', 360],
  ] as const)('axe finds nothing in the %s mode at %i pixels', async (mode, width) => {
    const page = await open('counties/', { viewport: { width, height: 800 } });
    for (const path of PAGES) {
      await page.goto(`${server.origin}/luan/${path}`);
      if (mode !== 'normal')
        await page.evaluate(`document.documentElement.dataset.mode = '${mode}'`);
      expect([path, await violations(page)]).toEqual([path, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
    }
    await page.context().close();
  });
});
