import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const page = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
/** The text of a page as a reader without tags sees it. */
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const text = (path: string) => textOf(page(path));

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

/** The badges of a page as a reader sees them whose clock stands at `now`. */
async function badges(path: string, now: string, timezoneId = 'Asia/Shanghai', within = '') {
  const context = await browser.newContext({ timezoneId });
  const tab = await context.newPage();
  await tab.clock.setFixedTime(new Date(now));
  await tab.goto(`${server.origin}/qingshan/${path}`);
  const words = await tab.locator(`${within}[data-states]`).allTextContents();
  await context.close();
  return words;
}

const REPAIR = '2025/repair-consultation/';

describe('one and the same page of a consultation, read on several days, says', () => {
  test.each([
    ['the day before it opens', '2025-02-11T23:59:59+08:00', '即将开始'],
    ['its first moment', '2025-02-12T00:00:00+08:00', '征集中'],
    ['its last moment', '2025-02-25T23:59:59+08:00', '征集中'],
    ['the day after', '2025-02-26T00:00:00+08:00', '已结束'],
    ['the day before its result', '2025-03-19T12:00:00+08:00', '已结束'],
    ['the day of its result', '2025-03-20T00:00:00+08:00', '已反馈'],
  ])('on %s', async (_, now, word) => {
    expect(await badges(REPAIR, now)).toEqual([word]);
  });

  test('the same to a reader abroad as in China', async () => {
    const now = '2025-02-12T00:00:00+08:00';
    expect(await badges(REPAIR, now, 'America/Los_Angeles')).toEqual(['征集中']);
    expect(await badges(REPAIR, now, 'Pacific/Auckland')).toEqual(['征集中']);
  });
});

test('a consultation without a result is over when its time is', async () => {
  expect(await badges('2025/bus-consultation/', '2025-12-01T12:00:00+08:00')).toEqual(['已结束']);
});

test('a hearing is said to come, to be today, to have been, and to be told of', async () => {
  const on = (day: string) => badges('2025/water-hearing/', `2025-${day}T08:00:00+08:00`);
  expect(await on('03-19')).toEqual(['即将举行']);
  expect(await on('03-20')).toEqual(['今日举行']);
  expect(await on('03-21')).toEqual(['已举行']);
  expect(await on('03-28')).toEqual(['结果已公布']);
});

test('the list names those that close last first, each with its badge; the home page those that go on', async () => {
  const now = '2025-09-01T12:00:00+08:00';
  expect(await badges('', now, undefined, '[data-strip] li:not([hidden]) ')).toEqual([
    '即将举行',
    '征集中',
  ]);
  expect(await badges('kinds/consultation/', now)).toEqual(['征集中', '已反馈']);
});

test('without script the days stand in the text and no badge is seen', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  for (const path of ['', 'kinds/consultation/', '2025/bus-consultation/']) {
    await tab.goto(`${server.origin}/qingshan/${path}`);
    expect(await tab.textContent('main')).toContain('2025年8月25日至2025年9月24日');
    expect(await tab.locator('[data-states]').first().isVisible()).toBe(false);
  }
  await context.close();
});

describe('a consultation', () => {
  test('has draft, basis, drafting note, channels and type', () => {
    const html = page(REPAIR);
    expect(html).toContain('href="/qingshan/2025/repair-consultation/draft.txt"');
    for (const part of ['行政规范性文件', '制定依据', '见正文', '电子邮件： example@example.org'])
      expect(textOf(html)).toContain(part);
    expect(html).toContain('href="mailto:example@example.org"');
  });

  test('tells of each opinion whether it was taken, and why not', () => {
    const html = text(REPAIR);
    expect(html).toContain('收到意见3条。（2025年3月20日反馈）');
    expect(html).toContain('不经验收先发放补助。 不采纳 验收是资金安全所必需的。');
    expect(text('2025/bus-consultation/')).toContain('截止后在这里公布意见的采纳情况');
  });
});

test('a hearing says who may come and how, and what came of it', () => {
  const html = text('2025/water-hearing/');
  for (const part of [
    '消费者8人，旁听5人',
    '公告后7日内到县政府办公室报名',
    '到会8人，6人同意方案。',
  ])
    expect(html).toContain(part);
  expect(text('2025/open-day/')).toContain('公告日期 2025年8月27日');
});

test('a message and a response show question, answering unit, both days and the answer', () => {
  const message = text('2025/bus-message/');
  for (const part of ['末班车是几点', '县政府办公室', '2025年5月6日', '2025年5月9日', '下午六点'])
    expect(message).toContain(part);
  const response = text('2025/water-response/');
  for (const part of ['听说水价', '关切出现 2025年3月4日', '回应日期 2025年3月5日'])
    expect(response).toContain(part);
});

test('a proposal shows number, body, unit, answer and satisfaction', () => {
  const html = text('2025/bus-proposal/');
  for (const part of ['人大代表建议', '第31号', '县政府办公室', '基本满意', '建议收悉'])
    expect(html).toContain(part);
});

test('an interpretation written in parts names those it has, by link, and those it has not', () => {
  const html = page('2025/repair-rules-explained/');
  expect(html).toContain('<a href="#s-1">制定背景和依据</a>');
  expect(html).toContain('id="s-1"');
  expect(textOf(html)).toContain('（工作目标、创新举措未单列）');
  expect(page('2024/aid-rules-explained/')).not.toContain('未单列');
});

describe('the library of normative documents', () => {
  test('holds them whatever became of them, and no other document', () => {
    const html = page('library');
    for (const id of ['2025/repair-rules', '2023/repair-trial', '2022/repair-notice'])
      expect(html).toContain(`href="/qingshan/${id}/"`);
    expect(html).not.toContain('/2024/old-rules/');
  });

  test('has a page for each validity, year and issuer, without script', () => {
    const linked = [...page('library').matchAll(/href="\/qingshan\/library\/([^"]+)\/"/g)];
    const parts = linked.map(([, part]) => part as string).filter((part) => part !== 'clean-up');
    expect(parts).toEqual([
      'validity-valid',
      'validity-repealed',
      'validity-expired',
      'year-2025',
      'year-2023',
      'year-2022',
      expect.stringMatching(/^issuer-[0-9a-f]{8}$/),
      expect.stringMatching(/^issuer-[0-9a-f]{8}$/),
      'all',
    ]);
    for (const part of parts)
      expect(existsSync(join(site.dist, 'library', part, 'index.html'))).toBe(true);
    expect(page('library/validity-repealed')).toContain('/2023/repair-trial/');
    expect(page('library/validity-repealed')).not.toContain('/2025/repair-rules/"');
  });

  test('offers PDF and Word, and nothing where the office gave none', () => {
    const html = page('library/year-2025');
    expect(html).toContain('href="/qingshan/2025/repair-rules/repair-rules.pdf"');
    expect(html).toContain('href="/qingshan/2025/repair-rules/repair-rules.docx"');
    expect(page('library/year-2023')).toContain('data-label="下载"></td>');
  });

  test('computes the results of clean-up by year, with the repealing document', () => {
    const html = page('library/clean-up');
    const [, year2025 = '', year2024 = ''] = textOf(html).split(/ (?=202\d年 (?:废止|失效))/);
    expect(year2025).toContain('废止 1 件，失效 0 件，已修改 0 件。');
    expect(year2025).toContain('依据： 青山县农村危房修缮补助办法');
    expect(year2024).toContain('失效 1 件');
    expect(year2024).toContain('青山县危房排查暂行规定');
  });

  test('is linked both ways: a repealed document to the repealing one and back', () => {
    expect(text('2023/repair-trial')).toContain('本文件自2025年4月10日起已经废止。');
    expect(page('2023/repair-trial')).toContain('href="/qingshan/2025/repair-rules/"');
    expect(page('2025/repair-rules')).toContain('href="/qingshan/2023/repair-trial/"');
  });
});

test('all of it is found from the home page and from 政府信息公开', () => {
  const kinds = ['consultation', 'hearing', 'response', 'message', 'proposal'];
  for (const address of ['library/', ...kinds.map((kind) => `kinds/${kind}/`)]) {
    expect(page('')).toContain(`href="/qingshan/${address}"`);
    expect(page('disclosure')).toContain(`href="/qingshan/${address}"`);
  }
});
