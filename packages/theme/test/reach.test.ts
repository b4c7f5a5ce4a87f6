import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const page = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
/** The text of a page as a reader without tags sees it. */
const text = (path: string) =>
  page(path)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  site = await builtFixture();
  expect(site.code, site.output).toBe(0);
  server = await serveFolder(site.dist, { base: '/qingshan/' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A page in the browser, whose clock stands at noon of a day. */
async function open(path: string, day = '2025-09-01'): Promise<Page> {
  const tab = await browser.newPage();
  await tab.clock.setFixedTime(new Date(`${day}T12:00:00+08:00`));
  await tab.goto(`${server.origin}/qingshan/${path}`);
  return tab;
}

/** The texts of the Word file that a press of the button gives. */
async function saved(tab: Page, button: string): Promise<string[]> {
  const download = tab.waitForEvent('download');
  await tab.getByRole('button', { name: button }).click();
  const bytes = readFileSync(await (await download).path());
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
  return [...xml.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, words]) => words as string);
}

describe('who wants to apply', () => {
  test('reads who receives applications, and which seven answers there are', () => {
    const told = text('application/');
    expect(told).toContain('县政府办公室 示例 政务公开股');
    for (const fact of ['office@example.org', '已经主动公开', '不重复处理'])
      expect(told).toContain(fact);
  });

  test('finds the organ and its address filled in when coming from its line', async () => {
    const tab = await open('application/form/#to-government-office');
    expect(await tab.locator('#office').inputValue()).toBe('县政府办公室');
    expect(await tab.locator('[data-where]').textContent()).toContain('通信地址：青山县示例路1号');
    expect(await tab.locator('[data-sheet]').textContent()).toContain('office@example.org');
    await tab.locator('#office').fill('别的机关');
    expect(await tab.locator('[data-where]').textContent()).toBe('');
    await tab.close();
  });
});

describe('who answers an application', () => {
  test('fills in once what every text needs, and saves each as Word', async () => {
    const tab = await open('application/texts/');
    await tab.getByLabel('行政机关名称').fill('县政府办公室');
    await tab.getByLabel('申请人', { exact: true }).fill('张先生');
    await tab.getByLabel('收到申请的日期').fill('2025-08-04');
    expect(await tab.getByLabel('本机关联系地址和电话').inputValue()).toBe(
      '青山县示例路1号，0000-0000001',
    );
    await tab.locator('#reply-refused summary').click();
    const letter = await saved(tab, '答复书：不予公开：存为 Word');
    expect(letter[0]).toBe('政府信息公开申请答复书');
    expect(letter).toContain('张先生：');
    const whole = letter.join('\n');
    expect(whole).toContain('本机关于2025年8月4日收到');
    expect(whole).toContain('应当先申请行政复议');
    expect(letter).toContain('县政府办公室（印章）');
    await tab.locator('#receipt summary').click();
    const form = await saved(tab, '登记回执：存为 Word');
    expect(form).toContain('2025年8月4日');
    expect(form.join('')).not.toContain('＿');
    await tab.close();
  });

  test('reads every text without script, with lines to write on', () => {
    expect(page('application/texts/').match(/data-letter=/g)).toHaveLength(12);
    expect(text('application/texts/')).toContain('＿＿＿＿');
  });
});

describe('what an entry says of its way to the public', () => {
  test('that it was given on request before, and how often', () => {
    expect(text('2025/water-quality/')).toContain(
      '原为依申请公开，2025年8月18日起主动公开；此前收到申请 3 件',
    );
  });

  test('where else it was published', () => {
    expect(text('2025/schools/')).toContain('县图书馆（公开查阅点，2025-03-06）');
  });

  test('whom to ring where its publisher gives no number', () => {
    expect(text('2025/repair-rules/')).toContain('咨询电话');
    expect(text('2024/aid-rules/')).toContain('0000-0000001');
  });
});

describe('for whom', () => {
  test('groups that have something lead to it; the others say that there is nothing', () => {
    const told = page('for/');
    expect(told).toContain('href="/qingshan/for/enterprises/"');
    expect(told).not.toContain('href="/qingshan/for/veterans/"');
  });

  test('enterprises read conditions, materials, time and last day of each policy', async () => {
    expect(text('for/enterprises/')).toContain('在本县登记');
    const before = await open('for/enterprises/', '2025-12-31');
    expect(await before.locator('[data-due]').textContent()).toBe('');
    await before.close();
    const after = await open('for/enterprises/', '2026-01-01');
    expect(await after.locator('[data-due]').textContent()).toBe('已截止');
    await after.close();
  });
});

describe('all policies', () => {
  test('can be narrowed by validity, year, issuer, topic and level without script', () => {
    const told = page('library/all/');
    for (const row of ['有效性', '年份', '发文机关', '主题'])
      expect(told).toContain(`<span>${row}</span>`);
    expect(told.match(/href="\/qingshan\/2025\/repair-rules\/"/g)).toHaveLength(1);
  });
});

describe('the questions of a column', () => {
  test('come from messages, responses and texts of questions, each with its page', () => {
    const told = page('questions/');
    expect(told).toContain('/qingshan/2025/bus-message/');
    expect(told).toContain('/qingshan/2025/water-response/');
    const rows = JSON.parse(readFileSync(join(site.dist, 'data/questions.json'), 'utf8')) as {
      问题: string;
      页面: string;
    }[];
    expect(rows.map(({ 页面 }) => 页面)).toContain('/qingshan/2024/aid-rules-explained/');
    for (const { 问题 } of rows) expect(told).toContain(问题);
  });

  test('are found by a word of question or answer, and all come back without it', async () => {
    const tab = await open('questions/');
    const all = await tab.locator('[data-list] > li').count();
    await tab.getByLabel('在全部问答中查找').fill('没有这样的词');
    await expect.poll(() => tab.locator('[data-said]').textContent()).toBe('找到 0 问。');
    expect(await tab.locator('[data-list] > li').count()).toBe(0);
    await tab.getByLabel('在全部问答中查找').fill('');
    await expect.poll(() => tab.locator('[data-list] > li').count()).toBe(all);
    await tab.close();
  });

  test('the list of messages says how many were answered in time', () => {
    expect(text('kinds/message/')).toMatch(/选登 1 条，其中 [01] 条在收到后5个工作日内答复/);
  });
});

test('doors to other platforms have their address, or how they are found, and a code for phones', () => {
  const told = page('doors/');
  expect(told).toContain('青山信用网址的二维码');
  expect(told).toContain('在手机应用商店查找“青山通”');
  expect(text('')).toContain('其他平台入口 3 个平台');
});
