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

/** Every number that a page, or a file for machines, gives of the same thing. */
describe('how much is disclosed', () => {
  const page = (path: string) => textOf(readFileSync(dist(path, 'index.html'), 'utf8'));
  const json = (path: string) => JSON.parse(readFileSync(dist(path), 'utf8'));
  const all = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, n]) => Number(n));
  const one = (text: string, pattern: RegExp) => all(text, pattern)[0];
  /** Neither statements nor what is withheld, given on request or withdrawn; a register is one. */
  const DISCLOSED = { luan: 3, jinzhai: 2, huoshan: 2 };
  const NAMES = { luan: '六安市', jinzhai: '金寨县', huoshan: '霍山县' };

  /** The row of sums of the table of domains. */
  const matrix = () => {
    const foot = /<tfoot>.*<\/tfoot>/.exec(html('counties/domains/'))?.[0] ?? '';
    return all(foot, /<td>(\d+)<\/td>/g);
  };

  test.each(COUNTIES)('is one number for %s, wherever it stands', (county) => {
    const name = NAMES[county];
    const rows: { counted: boolean }[] = json(`${county}/data/column/entries.json`).rows;
    const years: { proactive: number }[] = json(`${county}/data/column/statistics.json`).rows;
    const columns: { county: string; entries: number }[] = json('columns.json').columns;
    const found = {
      index: one(
        readFileSync(dist('index.html'), 'utf8'),
        new RegExp(`data-entries="(\\d+)"[^>]*data-name="${name}"`, 'g'),
      ),
      csv: one(readFileSync(dist('columns.csv'), 'utf8'), new RegExp(`/${county}/,(\\d+),`, 'g')),
      columns: columns.find((each) => each.county === county)?.entries,
      home: one(page(county), /公开信息共 (\d+) 条/g),
      ledger: one(page(`${county}/ledger`), /公开信息 (\d+) 条/g),
      summary: json(`${county}/data/column/summary.json`).entries,
      statistics: years.reduce((sum, { proactive }) => sum + proactive, 0),
      entries: rows.filter(({ counted }) => counted).length,
      matrix: matrix()[COUNTIES.indexOf(county)],
      ...(county === 'luan'
        ? {}
        : { portal: one(page('luan/counties'), new RegExp(`${name} (\\d+) 条`, 'g')) }),
    };
    const numbers = Object.entries(found).map(([where, number]) => `${where} ${number}`);
    expect(numbers).toEqual(Object.keys(found).map((where) => `${where} ${DISCLOSED[county]}`));
  });

  test('is one number for a domain, and what its list has besides is told apart', () => {
    expect(page('jinzhai')).toMatch(/养老服务 1 条/);
    expect(page('jinzhai/domains/elder-care')).toContain(
      '本领域全部信息（1 条，另有说明和台账登记 4 条）',
    );
    expect(page('luan/counties/domains/elder-care')).toMatch(/金寨县 1 条/);
    expect(page('luan')).toMatch(/财政预决算 1 条/);
    expect(page('luan/units/finance')).toMatch(/已公开 1 条/);
    const units = json('luan/data/column/units.json').rows;
    expect(units.find(({ id }: { id: string }) => id === 'finance').entries).toBe(1);
  });

  test('makes up, with what only stands in the ledger, all that is registered', () => {
    expect(page('jinzhai/ledger')).toContain(
      '共登记 6 条，其中公开信息 2 条、情况说明 1 条、依申请公开 1 条、不予公开 1 条、已撤回 1 条',
    );
    expect(json('jinzhai/data/column/statistics.json').rows[0]).toMatchObject({
      ...{ year: 2024, entries: 6, proactive: 2, statements: 1, onRequest: 1 },
      ...{ withheld: 1, withdrawn: 1 },
    });
  });
});

/** Of this document of the city only the year is known, and its text is not the whole of it. */
describe('a document of which only the year is known', () => {
  test('is nowhere of a day, in no page, file or feed', () => {
    const made = listFiles(dist())
      .filter((file) => /\.(?:html|json|csv|xml|md|ics)$/.test(file))
      // The trend of the coverage has days of its own, and so has the year that a file of rows covers.
      .filter((file) => !/\/coverage\/|\/data\.json$/.test(file))
      .filter((file) => /2024(?:-01-01|年1月1日)/.test(readFileSync(dist(file), 'utf8')));
    expect(made).toEqual([]);
    expect(html('domains/budget/_all/')).toContain('<time datetime="2024">2024年</time>');
    expect(textOf(html('2024/extract/'))).toContain('发布日期 2024年（具体日期原文未载）');
    expect(html('2024/extract/')).toContain('<meta name="PubDate" content="2024">');
  });

  test('stands in no feed, for a feed tells when', () => {
    const feed = readFileSync(dist('luan/counties/feed.xml'), 'utf8');
    expect(feed).not.toContain('2024/extract/');
    expect(feed).toContain('2024/openness-plan/');
  });
});

describe('an abridged document', () => {
  test('says so beside its title, with number and source of the original', () => {
    const title = /<h1[\s\S]*?<dl/.exec(html('2024/extract/'))?.[0] ?? '';
    expect(textOf(title)).toContain(
      '摘编，非原文全文 。原件：示例发〔2024〕3号。来源：示例发〔2024〕3号，二。',
    );
  });

  test('says so in lists, on the city’s portal and to machines', () => {
    const badge = '<span class="badge">摘编</span>';
    expect(html('domains/budget/_all/')).toContain(badge);
    expect(html('units/finance/')).toContain(badge);
    expect(html('counties/')).toContain(badge);
    const { abridgedOf } = JSON.parse(readFileSync(dist('luan/2024/extract.json'), 'utf8'));
    expect(abridgedOf).toBe('示例发〔2024〕3号');
    expect(readFileSync(dist('luan/2024/extract.md'), 'utf8')).toContain('abridged:\n  of:');
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

/** What is composed when the sites are put together, in frames that the theme has rendered. */
describe('pages of data and records, and those over all columns', () => {
  const FIGURES = ['coverage/', 'coverage/units/', 'coverage/periodic/', 'coverage/told/'].concat(
    ...[['data/', 'ledger/', 'ledger/2024/', 'ledger/statistics/', 'history/extract/']],
    'coverage/domains/elder-care/',
  );
  const ALL = [...FIGURES.map((path) => `luan/${path}`), '', 'search/', '404.html'];

  test('are valid HTML and lead nowhere that is not there', async () => {
    const folder = await makeTempDir('figure-pages');
    for (const path of ALL.filter((one) => !one.endsWith('.html')))
      cpSync(dist(path, 'index.html'), join(folder.path, path, 'index.html'));
    cpSync(dist('404.html'), join(folder.path, '404.html'));
    expect(htmlFaults(folder.path)).toEqual([]);
    await folder.remove();
    const dead = deadLinks([{ folder: dist(), base: '/' }]);
    expect(dead.filter((line) => ALL.some((path) => line.startsWith(`${path}index.html`)))).toEqual(
      [],
    );
    expect(listFiles(dist()).filter((file) => /page\.json$|\/frame\//.test(file))).toEqual([]);
  });

  test('on a phone have the head of every page and are no wider than the screen', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    const wrong: unknown[] = [];
    for (const path of ALL) {
      await page.goto(`${server.origin}/${path}`);
      const found = (await page.evaluate(`({
        head: document.querySelector('.masthead').getBoundingClientRect().bottom,
        title: document.querySelector('h1').getBoundingClientRect().top,
        width: document.documentElement.scrollWidth,
        menu: document.querySelectorAll('.head-tools button').length,
      })`)) as Record<string, number>;
      const { head = 0, title = 0, width, menu } = found;
      if (head > 120 || title >= 200 || width !== 360 || menu !== 2) wrong.push({ path, found });
    }
    await context.close();
    expect(wrong).toEqual([]);
  });

  test('are read by everybody: axe finds nothing, and a reader’s mode reaches them', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    for (const path of ALL) {
      await page.goto(`${server.origin}/${path}`);
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    await page.getByRole('button', { name: '长者模式' }).click();
    await page.goto(`${server.origin}/luan/ledger/`);
    expect(await page.evaluate('document.documentElement.dataset.mode')).toBe('elder');
    expect(await page.textContent('.brand-county')).toBe('六安市');
    await context.close();
  });

  test('the list of all columns is put in order as the reader wants it', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/`);
    const names = () =>
      page.$$eval('[data-compare] tbody tr', (rows) =>
        rows.map((row) => (row as HTMLElement).dataset['name']),
      );
    expect(await names()).toEqual(['六安市', '霍山县', '金寨县']);
    await page.selectOption('select', { label: '最近公开的在前' });
    expect((await names())[0]).toBe('金寨县');
    await page.selectOption('select', { label: '省、市、县' });
    expect(await names()).toEqual(['六安市', '霍山县', '金寨县']);
    expect(await page.locator('.county-map a').count()).toBe(2);
    await page.close();
  });

  test('a lost address leads on to its own column, and without scripts to all of them', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${server.origin}/jinzhai/2031/nothing/`);
      expect(await page.getByRole('link', { name: '霍山县' }).isVisible()).toBe(true);
      const home = page.getByRole('link', { name: '返回金寨县专栏首页' });
      expect(await home.count()).toBe(javaScriptEnabled ? 1 : 0);
      if (javaScriptEnabled) {
        await page.getByRole('searchbox', { name: '检索金寨县专栏' }).fill('救助');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/jinzhai/search/?q=*');
      }
      await context.close();
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

  test('of pages that several columns have, each says whose it is', async () => {
    const page = await open(`counties/search/?q=${encodeURIComponent('养老服务')}`);
    await page.waitForSelector('[data-state=done] [data-direct] li');
    const items = page.locator('[data-direct] li');
    const shown = await items.evaluateAll((all) =>
      all.map((item) => [
        item.querySelector('a')?.pathname.split('/')[1] ?? '',
        item.querySelector('[data-facts] > span')?.textContent,
      ]),
    );
    expect(shown.length).toBeGreaterThan(1);
    const names: Record<string, string> = { luan: '六安市', jinzhai: '金寨县', huoshan: '霍山县' };
    for (const [column = '', name] of shown) expect(name).toBe(names[column]);
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
