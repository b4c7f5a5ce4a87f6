import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isKind, readColumn, sheetSize } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type BuiltApp, buildApp, CONTENT } from './build.ts';

let content: string;
let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const html = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
const textOf = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const url = (path: string) => `${server.origin}/qingshan/${path}`;

const LENGTHS = Array.from({ length: 60 }, (_, index) => index + 1);
const conditionsOf = (length: number) =>
  LENGTHS.slice(0, length).map((number) => `第${number}个条件，写得不长也不短`);

/** A guide with as many conditions as asked for. */
function guideOf(length: number): string {
  const head = readFileSync(join(CONTENT, 'qingshan/_guide/2025/library-card.md'), 'utf8');
  return head.replace(/^conditions: .*$/m, `conditions: [${conditionsOf(length).join(', ')}]`);
}

/** Puts in guides as long as their sheets may be, large and small. */
function addLongest(folder: string): void {
  const { column } = readColumn(folder, 'qingshan', loadStandard());
  const card = column?.entries.find(({ id }) => id === 'library-card');
  if (!card || !isKind(card, 'guide')) throw new Error('no guide');
  const sizeOf = (conditions: readonly string[]) =>
    sheetSize({ ...card, data: { ...card.data, conditions: [...conditions] } });
  for (const size of ['large', 'small']) {
    const most = LENGTHS.findLast((length) => sizeOf(conditionsOf(length)) === size) ?? 1;
    writeFileSync(join(folder, `qingshan/_guide/2025/longest-${size}.md`), guideOf(most));
  }
}

beforeAll(async () => {
  content = mkdtempSync(join(tmpdir(), 'columns-services-'));
  cpSync(CONTENT, content, { recursive: true });
  addLongest(content);
  addPlan(content);
  site = await buildApp({ content });
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
  rmSync(content, { recursive: true, force: true });
});

/** Holds the county to a plan of zones, with a zone that lacks something, and opens an office on fixed days. */
function addPlan(folder: string): void {
  const change = (path: string, from: string, to: string) => {
    const file = join(folder, 'qingshan', path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  change('county.yaml', 'demo: true', 'demo: true\nplace-standard: luan-2020');
  change(
    '_place/2025/open-zone.md',
    'services: [查询, 申请, 咨询, 自助办理]',
    'services: [查询, 申请, 咨询]\nequipment: [电脑2台]\nopened: 2024-05-06\naccepted: {date: 2025-01-10, by: 示例验收组}',
  );
  change(
    '_hearing/2025/open-day.md',
    'held: 2025-09-15',
    'held: 2025-09-03\nevery: 每月第一个星期三',
  );
}

/** How many sheets of A4 a page takes. */
async function sheets(path: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url(path));
  const pdf = await page.pdf({ format: 'A4' });
  await page.close();
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

describe('a guide', () => {
  test('says everything a person must know before setting out', () => {
    const text = textOf(html('2025/minimum-living'));
    for (const part of [
      '谁能办 户籍在青山县',
      '办理时限 20个工作日（法定时限 30个工作日）',
      '办理收费：不收费',
      '家庭成员身份证、户口簿 （原件，只核验）',
      '核对和调查 （10个工作日）',
      '监督投诉：0000-0000003、 12345',
      '去哪儿',
      '东山镇便民服务中心',
      '《社会救助暂行办法》第二章',
      '2025年5月6日起：不再要求村委会出具收入证明（本指南2025年5月7日更新）',
    ])
      expect(text).toContain(part);
    expect(textOf(html('2025/library-card'))).toContain(
      '押金100元，退证时退还（依据：示例发改〔2020〕1号）',
    );
  });

  test('is linked with its policy and its places, both ways', () => {
    expect(html('2025/minimum-living')).toContain('href="/qingshan/2024/aid-rules/"');
    expect(html('2024/aid-rules')).toContain('href="/qingshan/2025/minimum-living/"');
    expect(html('2025/service-hall')).toContain('href="/qingshan/2025/minimum-living/"');
  });

  test('is told once, on one sheet of paper', async () => {
    expect(html('2025/minimum-living')).toContain('href="/qingshan/2025/minimum-living/sheet/"');
    expect(textOf(html('2025/minimum-living/sheet'))).toContain('二、带齐这些材料');
    expect(await sheets('2025/minimum-living/sheet/')).toBe(1);
  });

  test.each(['large', 'small'])('as long as a sheet set %s may be is still one', async (size) => {
    expect(await sheets(`2025/longest-${size}/sheet/`)).toBe(1);
  });
});

describe('the notice board of a village', () => {
  test('is one sheet of paper that says what is there, and what is not', async () => {
    const board = textOf(html('villages/qianjin/board'));
    expect(board).toContain('前进村2025年第2季度村级财务');
    expect(board).toContain(
      '2025年第2季度金额（元）：期初余额30640，收入38000，支出21400，期末余额47240',
    );
    expect(board).toMatch(/法定公开.*暂无公开内容：.*依法自治/);
    expect(await sheets('villages/qianjin/board/')).toBe(1);
  });
});

describe('the booklet', () => {
  test('holds every guide, numbered as its contents are', () => {
    const booklet = html('guides/booklet');
    const ids = [...booklet.matchAll(/<h3 id="(guide-\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['guide-1', 'guide-2', 'guide-3', 'guide-4']);
    for (const id of ids) expect(booklet).toContain(`href="#${id}"`);
    const list = html('guides');
    for (const id of ['minimum-living', 'library-card'])
      expect(list).toContain(`href="/qingshan/2025/${id}/"`);
  });

  test('begins each guide on a sheet of its own, after cover and contents', async () => {
    expect(await sheets('guides/booklet/')).toBeGreaterThanOrEqual(2 + 4);
    const page = await browser.newPage();
    await page.goto(url('guides/booklet/'));
    await page.emulateMedia({ media: 'print' });
    const starts = await page.$$eval('.booklet-guide', (guides) =>
      guides.map((guide) => getComputedStyle(guide).breakBefore),
    );
    expect(starts).toEqual(['page', 'page', 'page', 'page']);
    await page.close();
  });
});

describe('the booklet of a town', () => {
  test('holds what is done at its places, and is found from town, place and guides', () => {
    const booklet = textOf(html('guides/booklet/dongshan'));
    expect(booklet).toContain('东山镇 办事一本通');
    expect(booklet).toMatch(/1 件办事指南/);
    expect(booklet).toContain('最低生活保障申请');
    for (const page of ['towns/dongshan', '2025/dongshan-centre', 'guides'])
      expect(html(page)).toContain('href="/qingshan/guides/booklet/dongshan/"');
  });

  test('is there for a hall that belongs to no town, under its own name', () => {
    expect(textOf(html('guides/booklet/service-hall'))).toContain('青山县政务服务中心 办事一本通');
  });
});

describe('a zone', () => {
  test('is held against the plan, point by point', () => {
    const page = textOf(html('2025/open-zone'));
    expect(page).toContain('设施设备 电脑2台');
    expect(page).toContain('启用日期 2024年5月6日');
    expect(page).toContain('验收 2025年1月10日，示例验收组');
    expect(page).toContain('规定 5 项，已有 4 项');
    expect(page).toContain('提供的服务 自助办理 尚未登记');
    expect(page).toContain('验收 综合验收 已有');
  });

  test('of each town is there or not: the map says so of all towns', () => {
    const map = textOf(html('map'));
    expect(map).toContain('便民服务中心 东山镇便民服务中心 无');
    expect(map).toContain('政务公开专区 无 东山镇 （1 个）');
  });
});

test('open days of the year stand in order, each of the fixed ones by itself', () => {
  const page = textOf(html('open-days'));
  const days = [...page.matchAll(/2025年(\d+)月(\d+)日（星期三）/g)].map(([, m, d]) => `${m}-${d}`);
  expect(days).toEqual(['9-3', '10-1', '11-5', '12-3']);
  expect(page).toContain('2025年共 4 天');
  expect(textOf(html('2025/open-day'))).toContain('固定日子 每月第一个星期三');
});

describe('the map', () => {
  test('marks each place whose coordinates are known, and lists all', () => {
    const map = html('map');
    expect(map.match(/class="map-mark"/g)).toHaveLength(3);
    expect(map.match(/<li id="place-/g)).toHaveLength(4);
    expect(textOf(map)).toContain('审图号：（演示，未送审）');
    expect(textOf(map)).toContain('还没有标定坐标，图上没有');
  });

  test('opens a place in map programs, in the datum that each understands', () => {
    const map = html('map');
    // Written in GCJ-02: told as it is to a Chinese map service, in WGS-84 to a phone.
    expect(map).toContain('https://uri.amap.com/marker?position=100.2071%2C30.1522');
    expect(map).toContain('coordinate=gaode');
    expect(map).toContain('href="geo:30.154903,100.205851"');
    // Written in WGS-84.
    expect(map).toContain('href="geo:30.1541,100.2052"');
    expect(map).toContain('position=100.20645%2C30.151398');
  });

  test('and by other ways for iPhones and 微信, told in words', () => {
    const map = html('map');
    expect(map).toContain(
      'https://apis.map.qq.com/uri/v1/marker?marker=coord%3A30.1522%2C100.2071',
    );
    expect(map).toContain('https://maps.apple.com/?ll=30.1522%2C100.2071');
    expect(map).toContain('https://api.map.baidu.com/marker?location=30.1522%2C100.2071');
  });

  test('is filtered by service, and put in order of the distance from a town', async () => {
    const page = await browser.newPage();
    await page.goto(url('map/'));
    const all = await page.locator('.map-list > li:visible').count();
    const service = page.getByLabel('能办什么');
    const wanted = (await service.locator('option').nth(1).textContent()) as string;
    await service.selectOption(wanted);
    const left = page.locator('.map-list > li:visible');
    expect(await left.count()).toBeLessThan(all);
    for (const one of await left.all()) expect(await one.textContent()).toContain(wanted);
    expect(await page.locator('.map-tools [role=status]').textContent()).toContain('处');
    await service.selectOption('');
    const town = page.getByLabel('离哪儿近');
    const name = (await town.locator('option').nth(1).textContent()) as string;
    await town.selectOption(name);
    const far = await page.locator('.map-far').allTextContents();
    const kilometres = far.map((text) => Number(/[\d.]+/.exec(text)?.[0]));
    expect(kilometres[0]).toBe(0);
    expect(kilometres).toEqual([...kilometres].sort((a, b) => a - b));
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('is walked through by keyboard: Tab to a mark, Enter to its place in the list', async () => {
    const page = await browser.newPage();
    await page.goto(url('map/'));
    await page.focus('.map-mark');
    await page.keyboard.press('Tab');
    const label = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(label).toBe('2 东山镇便民服务中心');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.map-list > :target h3')).toContain('2东山镇便民服务中心');
    await page.locator('.map-list details[open]').waitFor();
    expect(
      await page.locator('.map-list > :target').getByText('地址', { exact: true }).isVisible(),
    ).toBe(true);
    await page.close();
  });

  test('folds its places to a line each, and unfolds them for the printer', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(url('map/'));
    const heights = await page
      .locator('.map-list > li')
      .evaluateAll((places) => places.map((place) => place.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThan(120);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('main details:not([open])').count()).toBe(0);
    await page.close();
  });

  test('begins with what is nearest to the town that was chosen on this device', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url('map/'));
    expect(await page.getByLabel('离哪儿近').inputValue()).toBe('');
    await page.evaluate(() =>
      localStorage.setItem(
        'columns-town:/qingshan/',
        JSON.stringify({ near: '/qingshan/towns/dongshan/near.json' }),
      ),
    );
    await page.reload();
    expect(await page.getByLabel('离哪儿近').inputValue()).toBe('东山镇');
    const [first] = await page.locator('.map-list > li').allTextContents();
    expect(first).toContain('东山镇');
    await context.close();
  });

  test('draws no place and no name under its scale', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(url('map/'));
    const scale = await page.locator('.map-scale').evaluate((one) => one.getBoundingClientRect());
    const tops = await page
      .locator('.map-mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().top));
    for (const top of tops) expect(top).toBeGreaterThanOrEqual(scale.bottom);
    await page.close();
  });

  test('asks nothing of any other host', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto(url('map/'), { waitUntil: 'networkidle' });
    expect(new Set(asked)).toEqual(new Set([server.origin]));
    await page.close();
  });

  test('keeps marks that stand close apart', async () => {
    const page = await browser.newPage();
    await page.goto(url('map/'));
    const marks = await page.$$eval('.map-mark circle', (circles) =>
      circles.map((circle) => [
        Number(circle.getAttribute('cx')),
        Number(circle.getAttribute('cy')),
      ]),
    );
    for (const [i, [x = 0, y = 0]] of marks.entries())
      for (const [ox = 0, oy = 0] of marks.slice(i + 1))
        expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(24);
    await page.close();
  });
});

test('tasks of life come first on the home page, in verbs, each with its answer and what there is besides', () => {
  const home = html('');
  const first = home.slice(home.indexOf('class="frequent"'), home.indexOf('class="my-town"'));
  expect(first).toContain('href="/qingshan/2025/minimum-living/"');
  expect(first).toContain('href="/qingshan/2024/aid-rules/"');
  expect(first).toContain('href="/dashi/2023/city-plan/"');
  expect(first).toContain('href="/qingshan/2025/schools/"');
  expect(textOf(first)).not.toContain('暂无');
  expect(textOf(first)).toContain('按家庭人均收入低于720元的差额补足');
});

test('a public institution shows what it must disclose, and what it has', () => {
  const text = textOf(html('institutions/qingshan-water'));
  expect(text).toContain('建城规〔2021〕4号');
  expect(text).toContain(
    '供水水质* 应公开：检测项目、检测结果、检测时间 青山县示例供水公司8月供水水质',
  );
  expect(text).toContain('未经官方文件逐项核对');
  const { sectors } = loadStandard().institutions;
  const asked = sectors.find(({ id }) => id === 'water')?.items.length ?? 0;
  expect(text).toContain(`${asked} 个公开事项，1 个已公开`);
  expect(text.match(/暂无公开内容/g)).toHaveLength(asked - 1);
  expect(html('2025/water-quality')).toContain('href="/qingshan/institutions/qingshan-water/"');
  expect(html('units')).toContain('href="/qingshan/institutions/first-school/"');
});

test('all of it is found from the home page and from every footer', () => {
  for (const path of ['guides/', 'map/', 'institutions/', 'kiosk/']) {
    expect(html('').split('<footer')[0]).toContain(`href="/qingshan/${path}"`);
    expect(html('upper').split('<footer')[1]).toContain(`href="/qingshan/${path}"`);
  }
});

describe('the kiosk', () => {
  async function open(path: string, clock = true): Promise<Page> {
    const page = await browser.newPage();
    if (clock) await page.clock.install({ time: new Date('2025-09-01T09:00:00+08:00') });
    await page.goto(url(path));
    return page;
  }
  /** What the clock on the screen says; the browser's own clock goes on between two steps of ours. */
  const secondsLeft = async (page: Page) =>
    Number.parseInt((await page.textContent('[data-time]')) ?? '', 10);
  const frameOf = (page: Page) => page.frameLocator('[data-frame]');

  test('starts with the four functions, each larger than a hand', async () => {
    const page = await open('kiosk/');
    const tiles = await page.$$eval('.kiosk-parts a', (links) =>
      links.map((link) => {
        const { width, height } = link.getBoundingClientRect();
        return {
          name: link.querySelector('strong')?.textContent,
          small: width < 200 || height < 200,
        };
      }),
    );
    expect(tiles).toEqual(
      ['查询', '申请', '咨询', '自助办理'].map((name) => ({ name, small: false })),
    );
    await page.close();
  });

  test('nothing that is pressed is smaller than 44 pixels', async () => {
    const page = await open('kiosk/query/');
    const small = await page.$$eval('main a, main button, main input, .kiosk-bar a', (targets) =>
      targets
        .filter((target) => target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML),
    );
    expect(small).toEqual([]);
    await page.close();
  });

  test('links to no other site, anywhere', () => {
    for (const path of ['', 'query', 'apply', 'ask', 'serve'])
      expect(html(`kiosk/${path}`)).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//);
    expect(html('kiosk/ask')).toContain('地址 https://example.org/interaction/');
  });

  test('opens pages inside itself, larger, and leads back', async () => {
    const page = await open('kiosk/serve/', false);
    /** The frame's title, which is there once its page has been made ready. */
    const shows = (title: string) => page.waitForSelector(`[data-frame][title^="${title}"]`);
    await page.click('text=全部办事指南');
    await shows('办事指南');
    expect(await page.isVisible('[data-choices]')).toBe(false);
    const size = await frameOf(page)
      .locator('html')
      .evaluate((root) => getComputedStyle(root).fontSize);
    expect(Number.parseFloat(size)).toBeGreaterThan(20);
    await frameOf(page).locator('a', { hasText: '最低生活保障申请' }).first().click();
    await shows('最低生活保障申请');
    await page.click('[data-back]');
    await shows('办事指南');
    await page.click('[data-back]');
    await page.waitForSelector('[data-choices]', { state: 'visible' });
    expect(page.url()).toBe(url('kiosk/serve/'));
    await page.close();
  });

  test('searches', async () => {
    const page = await open('kiosk/query/', false);
    await page.fill('#kiosk-q', '应救尽救');
    await page.press('#kiosk-q', 'Enter');
    await frameOf(page).locator('[data-results] a[href*="aid-rules"]').first().click();
    await frameOf(page).locator('h1', { hasText: '青山县社会救助实施办法' }).waitFor();
    await page.close();
  });

  /** The first place on the map page that map programs can open. */
  const unfoldPlace = (frame: FrameLocator) =>
    frame
      .locator('.map-list li')
      .filter({ hasText: '高德地图' })
      .first()
      .locator('summary')
      .click();

  test('does not open another site, a file or a program, and says why', async () => {
    const page = await open('kiosk/serve/', false);
    await page.click('text=政务地图');
    const frame = frameOf(page);
    await frame.locator('h1', { hasText: '政务地图' }).waitFor();
    await unfoldPlace(frame);
    await frame.locator('a[href^="https://uri.amap.com"]').first().click();
    expect(await page.textContent('[data-said]')).toContain(
      '其他网站的链接，公开专区不打开。请记下网址，用自己的手机或电脑查看：https://uri.amap.com/marker',
    );
    await frame.locator('a[href^="geo:"]').first().click();
    expect(await page.textContent('[data-said]')).toContain('公开专区不打开电话、邮件和地图程序');
    expect(page.frames().map((one) => new URL(one.url()).origin)).toEqual([
      server.origin,
      server.origin,
    ]);
    expect(page.context().pages()).toHaveLength(1);
    await page.close();
  });

  test('even without its guard the browser keeps the frame on the site', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const outside: string[] = [];
    await context.route(/example\.org|uri\.amap\.com/, (route) => {
      outside.push(route.request().url());
      return route.abort();
    });
    await page.goto(url('kiosk/serve/'));
    await page.click('text=政务地图');
    const frame = frameOf(page);
    await frame.locator('h1', { hasText: '政务地图' }).waitFor();
    await unfoldPlace(frame);
    await frame.locator('a[href^="https://uri.amap.com"]').first().click({ noWaitAfter: true });
    await page.waitForTimeout(300);
    expect(outside).toEqual([]);
    expect(page.url()).toBe(url('kiosk/serve/'));
    await context.close();
  });

  test('counts down where it can be seen, warns, and returns to its start', async () => {
    const page = await open('kiosk/query/');
    expect(await page.textContent('[data-time]')).toBe('60 秒无人操作时返回首页');
    await page.clock.runFor(35_000);
    expect(await secondsLeft(page)).toBeGreaterThan(20);
    expect(await page.textContent('[data-warning]')).toBe('');
    await page.clock.runFor(7_000);
    expect(await secondsLeft(page)).toBeLessThanOrEqual(20);
    expect(await page.textContent('[data-warning]')).toContain('20 秒后返回首页');
    await page.clock.runFor(21_000);
    await page.waitForURL(url('kiosk/'));
    await page.close();
  });

  test('goes on for whoever touches it, also inside a page', async () => {
    const page = await open('kiosk/serve/');
    await page.clock.runFor(50_000);
    await page.keyboard.press('Shift');
    await page.clock.runFor(1_000);
    expect(await page.textContent('[data-warning]')).toBe('');
    await page.click('text=全部办事指南');
    await frameOf(page).locator('h1', { hasText: '办事指南' }).waitFor();
    await page.clock.runFor(50_000);
    await frameOf(page).locator('h1').click();
    await page.clock.runFor(1_000);
    expect(await secondsLeft(page)).toBeGreaterThan(55);
    await page.close();
  });

  test('keeps nothing of the visitor before, and asks for its start once on the slowest line', async () => {
    const page = await open('kiosk/apply/');
    let asked = 0;
    await page.route(url('kiosk/'), async (route) => {
      asked += 1;
      await sleep(1_000);
      await route.continue();
    });
    await page.evaluate(`sessionStorage.setItem('left', '1'); localStorage.setItem('left', '1')`);
    await page.clock.runFor(60_100);
    await page.waitForURL(url('kiosk/'));
    expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
    expect(asked).toBe(1);
    await page.close();
  });

  test('its start waits for ever', async () => {
    const page = await open('kiosk/');
    await page.clock.runFor(600_000);
    expect(await page.textContent('[data-warning]')).toBe('');
    expect(page.url()).toBe(url('kiosk/'));
    await page.close();
  });
});
