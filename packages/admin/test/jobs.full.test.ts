import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { type Office, openOffice } from './office.ts';
import { EXPLAINED, NOTICE, POLICY, REPORT, SCHOOLS } from './papers.ts';

/*
 * The main jobs of an officer, from the address of the editor to the saved file, with what they ask of the hands. The
 * limits are half of what each took in the editor's first form, or what is left of a job that was not possible there.
 */

let office: Office;
const counted: Record<string, { clicks: number; keys: number }> = {};

beforeAll(async () => {
  office = await openOffice();
  made();
});
afterAll(async () => {
  console.log(JSON.stringify(counted));
  await office?.leave();
});

/** Comes to the editor as in the morning. */
async function arrive(): Promise<Desk> {
  const { page } = office;
  await page.goto('about:blank');
  await page.goto(office.opened);
  const desk = new Desk(page);
  const signIn = page.getByRole('button', { name: '登录' });
  await page.locator('aside a').or(signIn).first().waitFor();
  if (await signIn.isVisible()) await desk.click(signIn);
  await page.locator('aside a').first().waitFor();
  return desk;
}

const kind = (name: string) => office.page.locator('aside a', { hasText: name }).first();
const text = () => office.page.locator('.body-text').first();
const answer = (name: string) =>
  office.page.getByRole('alertdialog').getByRole('button', { name, exact: true });

/** Begins an entry with what lies on the officer's disk. */
async function begin(desk: Desk, name: string, files: typeof NOTICE): Promise<void> {
  await desk.click(kind(name));
  await desk.click(office.page.getByRole('link', { name: /^新建/ }).first());
  await text().waitFor();
  await desk.drag(text(), files);
  await desk.click(office.page.locator('.body-fill').getByRole('button', { name: '填入' }));
  await office.page.locator('.body-told').getByText('已填入').waitFor();
}

/** Saves, after a look at what is asked, and keeps the count of the job. */
async function save(desk: Desk, job: string, asked?: string): Promise<void> {
  await office.page.getByText('有没保存的改动').waitFor();
  await desk.press('Control+s');
  if (asked !== undefined) {
    await answer(asked).waitFor();
    await desk.press('Enter');
  }
  await office.page.getByText('修改已保存', { exact: true }).waitFor();
  counted[job] = { clicks: desk.clicks, keys: desk.keys };
}

const begun = new Set<string>();
/** The entries that were made since the last time, by their paths. */
function made(): Record<string, string> {
  const all = readdirSync(join(office.root, 'qingshan'), { recursive: true, encoding: 'utf8' });
  const fresh = all.filter((name) => /\.(?:md|csv)$/.test(name) && !begun.has(name));
  for (const name of fresh) begun.add(name);
  return Object.fromEntries(fresh.map((name) => [name, office.read(name)]));
}

/** Both at most: clicks, keys. */
function within(job: string, clicks: number, keys: number): void {
  expect(counted[job]?.clicks).toBeLessThanOrEqual(clicks);
  expect(counted[job]?.keys).toBeLessThanOrEqual(keys);
}

test('the first notice, with a table and two attachments', async () => {
  const desk = await arrive();
  await begin(desk, '通知公告', NOTICE);
  await save(desk, 'notice');
  const [[path, written] = ['', '']] = Object.entries(made());
  expect(path).toMatch(/^_notice\/\d{4}\/fafang-2026-nian-gaowen-jintie\.md$/);
  expect(written).toContain('| 室外 | 300 |');
  expect(written).toContain('name: 高温津贴申请表');
  expect(written).toContain('name: 高温津贴汇总表');
  expect(office.errors()).toEqual([]);
  within('notice', 12, 19);
});

test('a register from a sheet, begun by its item', async () => {
  const desk = await arrive();
  await desk.click(office.page.getByRole('button', { name: '按事项新建' }));
  await desk.type('学校名录');
  await desk.press('Enter');
  await desk.press('Enter');
  const files = office.page.locator('.editor-rows label', { hasText: '用 Excel 文件填入' });
  await desk.choose(files, [SCHOOLS]);
  await office.page.getByLabel('第 1 行 学校名称').waitFor();
  await save(desk, 'register');
  expect(Object.values(made()).join('\n')).toContain('东山小学,东山路1号,小学,公办,0000-0000001');
  expect(office.errors()).toEqual([]);
  within('register', 6, 225);
});

test('a policy with its interpretation and its attachment', async () => {
  const desk = await arrive();
  await begin(desk, '政策文件', POLICY);
  await desk.click(office.page.getByRole('button', { name: '新增解读' }));
  const own = office.page.locator('.body-text').last();
  await desk.click(own);
  await desk.paste(own, { 'text/html': EXPLAINED, 'text/plain': '' });
  await own.getByText('津贴发给谁').waitFor();
  await save(desk, 'policy');
  const written = made();
  const all = Object.values(written).join('\n');
  expect(all).toContain('doc-number: 青政办发〔2026〕18号');
  expect(all).toContain('title: 《青山县高温津贴发放办法》解读');
  expect(all).toContain('第一章　总则');
  expect(all).toContain('name: 高温津贴发放表');
  expect(office.errors()).toEqual([]);
  within('policy', 14, 75);
});

test('a correction of one sign', async () => {
  office.given(
    '_notice/2026/wrong.md',
    '---\ntitle: 关于发放高温补贴的通知\nkind: notice\nform: 通知\npublished: 2026-12-01\nattribute:\n  type: 主动\nsource: 示例\n---\n\n每月200元。\n',
  );
  const desk = await arrive();
  await desk.click(office.page.locator('.editor-newest a[href*="/entries/2026/wrong"]'));
  await text().getByText('每月200元').waitFor();
  await desk.markWords(text(), '2');
  await desk.type('3');
  await office.page.getByText('有没保存的改动').waitFor();
  await desk.click(office.page.locator('.editor-save'));
  await office.page.getByText('修改已保存', { exact: true }).waitFor();
  counted['correction'] = { clicks: desk.clicks, keys: desk.keys };
  expect(office.read('_notice/2026/wrong.md')).toMatch(/每月300元。\n$/);
  within('correction', 3, 1);
});

test('an annual report from its prescribed Word form', async () => {
  const desk = await arrive();
  await begin(desk, '政府信息公开年报', [REPORT]);
  await save(desk, 'report', '没有问题，保存');
  const all = Object.values(made()).join('\n');
  expect(all).toMatch(/permits: 1204/);
  expect(all).toMatch(/granted:\s*(?:\[3, 0, 0, 0, 0, 0, 3\]|\n\s+- 3)/);
  expect(office.errors()).toEqual([]);
  within('report', 6, 3);
});
