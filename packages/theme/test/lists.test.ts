import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser, type ServedFolder, serveFolder } from '@columns/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltApp, builtFixture } from './build.ts';

let site: BuiltApp;
let server: ServedFolder;
let browser: Browser;
const read = (path: string) => readFileSync(join(site.dist, path), 'utf8');
const page = (path: string) => read(join(path, 'index.html'));
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

const LEDGER = '2025/openness-tasks/';

/** The badges of the ledger as a reader sees them whose clock stands at `now`. */
async function overdue(now: string, timezoneId = 'Asia/Shanghai') {
  const context = await browser.newContext({ timezoneId });
  const tab = await context.newPage();
  await tab.clock.setFixedTime(new Date(now));
  await tab.goto(`${server.origin}/qingshan/${LEDGER}`);
  const words = await tab.locator('[data-due]').allTextContents();
  await context.close();
  return words;
}

describe('a ledger', () => {
  test('tells each task with its units, its day, its state and its evidence', () => {
    const html = page(LEDGER);
    const row = textOf(html.slice(html.indexOf('id="row-1"'), html.indexOf('id="row-2"')));
    for (const part of [
      '编制标准目录',
      '覆盖全部领域，按月核对。',
      '目标：100%',
      '牵头：县政府办公室',
      '责任：县民政局、各乡镇',
      '截止 2025年3月31日',
      '已完成',
    ])
      expect(row).toContain(part);
    expect(html).toContain('href="/qingshan/2025/schools/"');
    expect(html).toContain('href="/qingshan/2024/aid-rules/"');
  });

  test('counts several rows of one number as one task', () => {
    expect(text(LEDGER)).toContain('4 项任务（5 行）');
    expect(text('tasks')).toContain(
      '4 项任务（5 行）：已完成 1，进行中 1，未开始 2，持续推进 1；有佐证 1 项。',
    );
  });

  test('is the same page on every day: what is overdue is said by the reader’s clock', async () => {
    expect(page(LEDGER)).not.toContain('已逾期');
    expect(await overdue('2025-04-30T23:59:59+08:00')).toEqual(['', '', '']);
    expect(await overdue('2025-05-01T00:00:00+08:00')).toEqual(['已逾期', '', '']);
    expect(await overdue('2025-05-01T00:00:00+08:00', 'America/Los_Angeles')).toEqual([
      '已逾期',
      '',
      '',
    ]);
  });

  test('can be had by unit, each unit with what it leads and what it carries out', () => {
    const units = text('tasks/openness-tasks/units');
    expect(units).toMatch(/县政府办公室 牵头 4 项/);
    expect(units).toMatch(/各乡镇 责任 4 项/);
    expect(page('tasks/openness-tasks/units')).toContain('href="/qingshan/units/civil-affairs/"');
    expect(page('tasks/openness-tasks/units')).toContain(
      'href="/qingshan/2025/openness-tasks/#row-3"',
    );
  });

  test('can be had by deadline, the earliest first and those without a day last', () => {
    const days = [
      ...text('tasks/openness-tasks/deadlines').matchAll(/(截止 [^（ ]+|持续推进)（(\d) 项）/g),
    ];
    expect(days.map(([, day, count]) => `${day} ${count}`)).toEqual([
      '截止 2025年3月31日 1',
      '截止 2025年4月30日 1',
      '截止 2999年12月31日 2',
      '持续推进 1',
    ]);
  });

  test('can be downloaded whole', () => {
    const csv = read('data/openness-tasks.csv').trim().split('\r\n');
    expect(csv).toHaveLength(6);
    expect(csv[1]).toContain('schools、aid-rules');
    expect(JSON.parse(read('data/openness-tasks.json')).rows).toHaveLength(5);
  });
});

describe('a major project', () => {
  const stages = () => {
    const html = page('2025/east-bridge');
    const list = html.slice(html.indexOf('class="stages"'), html.indexOf('id="progress"'));
    return list
      .split('<h3>')
      .slice(1)
      .map((part) => textOf(part).trim());
  };

  test('shows all eight kinds in their order, and what is missing as missing', () => {
    const names = stages().flatMap((part) => /^(\S+)信息/.exec(part)?.[1] ?? []);
    expect(names).toEqual([
      '批准服务',
      '批准结果',
      '招标投标',
      '征收土地',
      '重大设计变更',
      '施工有关',
      '质量安全监督',
      '竣工有关',
    ]);
    const of = (name: string) => stages().find((part) => part.startsWith(`${name}信息`)) ?? '';
    expect(of('批准服务')).toContain('尚未公开');
    expect(of('征收土地')).toContain('不涉及：在原桥位建设');
    expect(of('竣工有关')).toContain('竣工后公开');
    expect(of('批准结果')).toMatch(/2024年10月8日.*2024年11月20日/);
    expect(text('2025/east-bridge')).toContain('已公开 3 类，尚未公开 3 类。');
  });

  test('links what it tells to where it was told', () => {
    expect(page('2025/east-bridge')).toContain('href="/qingshan/2025/autumn-notice/">中标结果公告');
  });

  test('shows its progress by month, the newest first', () => {
    expect(text('2025/east-bridge')).toMatch(/2025年4月.*35%.*2025年3月.*18.5%.*2025年2月.*4%/);
  });

  test('stands on the page of all projects with what it lacks', () => {
    expect(text('projects')).toContain('质量安全监督：尚未公开');
    expect(text('projects')).toContain('2025年4月累计完成 35%');
  });
});

describe('lists', () => {
  test('stand under what they are, the adjusted ones apart, the missing ones named', () => {
    const html = page('lists');
    const folded = html.indexOf('已调整的旧清单');
    expect(html.indexOf('/2025/powers-2025/')).toBeLessThan(folded);
    expect(html.indexOf('/2024/powers-2024/')).toBeGreaterThan(folded);
    expect(text('lists')).toMatch(/尚未公开：收费清单[、。]/);
  });

  test('of an older version stay, say so, and lead to the newer', () => {
    expect(text('2024/powers-2024')).toContain(
      '本清单已调整，现行清单： 青山县权责清单（2025年版）',
    );
    expect(page('2025/powers-2025')).toContain('href="/qingshan/2024/powers-2024/"');
    expect(text('kinds/register')).toContain('已调整');
  });

  test('of accounts say when they were approved and that they were rounded', () => {
    expect(text('2025/accounts-2024')).toContain('批准日期 2025年5月28日');
    expect(text('2025/accounts-2024')).toContain('各项经四舍五入');
  });

  test('of an item’s things stand on the item’s page by name, each leading to its elements', () => {
    const html = page('domains/compulsory-education/school-directory');
    expect(html).toContain('href="/qingshan/2025/schools/#row-1">示例第一小学');
  });
});

describe('a village', () => {
  test('has a page under its town, with what it has disclosed and what others tell of the same', () => {
    expect(page('towns/dongshan')).toContain('href="/qingshan/villages/qianjin/">前进村');
    const html = page('villages/qianjin');
    expect(html).toContain('href="/qingshan/2025/aid-village/"');
    expect(html.slice(html.indexOf('id="matters"'))).toContain(
      'href="/qingshan/2025/aid-standard/"',
    );
    expect(page('2025/aid-standard')).toContain('href="/qingshan/2025/aid-village/"');
    expect(page('2025/aid-village')).toContain('href="/qingshan/2025/aid-standard/"');
  });

  test('tells what the law asks apart from what it governs itself, each with the county’s own', () => {
    const html = page('villages/qianjin');
    expect(html).toMatch(/<h4>法定公开<\/h4>.*<h4>依法自治<\/h4>/s);
    expect(html).toMatch(/社会救助.{0,400}href="\/qingshan\/domains\/social-assistance\/"/s);
  });

  test('shows its accounts from period to period as drawings that can be heard, and as a table', () => {
    const html = page('villages/qianjin');
    expect(html).toContain(
      'aria-label="收入，金额（元）：2025年第1季度 36000，2025年第2季度 38000。"',
    );
    expect(html).toMatch(/2025年第1季度<\/a>.{0,200}36000<\/td>.{0,200}13360<\/td>/s);
  });

  test('that is known by name alone is listed without one', () => {
    expect(text('towns/dongshan')).toContain('红星村');
    expect(page('villages')).toContain('href="/qingshan/towns/dongshan/#village-红星村">红星村');
  });
});

test('the home page and the menu lead to lists, projects, tasks and villages', () => {
  const html = page('');
  for (const path of ['lists/', 'projects/', 'tasks/', 'villages/'])
    expect(html).toContain(`href="/qingshan/${path}"`);
});
