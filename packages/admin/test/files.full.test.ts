import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { word, workbook } from '@columns/office/fixture';
import { NOTICE as OLD, TABLE } from '@columns/office/fixture-old';
import { makeTempDir } from '@columns/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk, type OwnFile } from './desk.ts';
import { choose, fill, find, go, type Office, openOffice, publish, signIn } from './office.ts';
import { NOTICE } from './papers.ts';

/* What an officer has on the own disk: sheets of any length, files that are dragged in, a folder, old formats. */

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await signIn(office);
});
afterAll(() => office?.leave());

const rows = () => office.page.locator('.editor-rows');
const sheets = () => office.page.getByLabel('用 Excel 或 CSV 文件填入数据表');
const chosen = ({ name, bytes }: OwnFile) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const text = () => office.page.locator('.body-text').last();

async function beginRegister(id: string): Promise<void> {
  const { page } = office;
  await go(office, 'collections/register/new');
  await fill(page, 'title', '高温津贴发放点');
  await fill(page, 'id', id);
  await fill(page, 'published', '2026-07-02');
  await fill(page, 'source', '示例');
}

async function beginNotice(id: string): Promise<void> {
  const { page } = office;
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '关于申领高温津贴的通知');
  await fill(page, 'id', id);
  await fill(page, 'published', '2026-07-02');
  await choose(page, 'form', '通知');
  await fill(page, 'source', '示例');
}

test('a sheet of five thousand rows is read, typed into at both ends, and saved, and the page keeps up', async () => {
  const { page } = office;
  await beginRegister('many-points');
  const many = Array.from({ length: 5000 }, (_, n) => [
    `发放点${n + 1}`,
    `东山路${n + 1}号`,
    '县人社局',
    String((n * 7) % 300),
  ]);
  const bytes = workbook({ rows: [['名称', '地址', '单位', '人数'], ...many] });
  await sheets().setInputFiles(chosen({ name: '发放点.xlsx', bytes }));
  await rows().getByText('共 5000 行、4 列').waitFor();
  const times: number[] = [];
  const write = async (row: number, name: string, value: string) => {
    const cell = page.getByLabel(`第 ${row} 行 ${name}`, { exact: true });
    const start = performance.now();
    await cell.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
    await expect.poll(() => cell.inputValue(), { timeout: 20_000 }).toBe(value);
    times.push(Math.round(performance.now() - start));
  };
  await write(1, '地址', '西山路1号');
  await page.locator('.editor-grid').evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight;
  });
  await write(5000, '名称', '最后一点');
  // Enter at the last row has begun another; it goes again.
  await rows().getByRole('button', { name: '撤销' }).click();
  await rows().getByText('共 5000 行').waitFor();
  await publish(page);
  console.log(`a cell of 5,000 rows, with what it costs to judge: ${times.join(', ')} ms`);
  const csv = office.read('_register/2026/many-points.csv').trimEnd().split('\n');
  expect(csv).toHaveLength(5001);
  expect(csv[1]).toBe('发放点1,西山路1号,县人社局,0');
  expect(csv.at(-1)).toMatch(/^最后一点,东山路5000号/);
  // And opened again, with nothing done to it, it is the same table.
  await go(office, 'collections/register/entries/2026/many-points');
  await rows().getByText('共 5000 行、4 列').waitFor();
  await page.getByLabel('第 2 行 地址', { exact: true }).fill('西山路2号');
  await publish(page);
  expect(office.read('_register/2026/many-points.csv').trimEnd().split('\n')[2]).toMatch(
    /^发放点2,西山路2号/,
  );
  expect(office.errors()).toEqual([]);
});

test('a sheet goes under the columns of its item by their names; a title above its head is told', async () => {
  const { page } = office;
  await go(office, 'collections/register--compulsory-education/new');
  await fill(page, 'title', '学校名录');
  await fill(page, 'id', 'own-schools');
  await find(page, 'item', '学校名录');
  await sheets().setInputFiles(
    chosen({
      name: '名录.xlsx',
      bytes: workbook({
        rows: [
          ['青山县义务教育学校名录', '', '', '', ''],
          ['办公电话', '学校名称', '办学类型', '学校地址', '办学层次'],
          ['0000-0000001', '东山小学', '公办', '东山路1号', '小学'],
        ],
      }),
    }),
  );
  await rows().getByText('表头上面的文字没有放进表里：青山县义务教育学校名录').waitFor();
  expect(await page.getByLabel('第 1 行 学校名称').inputValue()).toBe('东山小学');
  expect(await page.getByLabel('第 1 行 办公电话').inputValue()).toBe('0000-0000001');
  await publish(page);
  const written = office.read('compulsory-education/school-directory/2026/own-schools.csv');
  expect(written).toContain('东山小学,东山路1号');
});

test('an old sheet and an old document are refused with what to do, and nothing is changed', async () => {
  const { page } = office;
  await beginRegister('old-points');
  await sheets().setInputFiles(chosen({ name: '发放点.xls', bytes: TABLE }));
  await rows().getByText('这是旧格式的表格：请用 Excel 或 WPS 打开，另存为 .xlsx 再选').waitFor();
  await beginNotice('old-notice-file');
  const desk = new Desk(page);
  await desk.drag(text(), [{ name: '通知.doc', bytes: OLD }]);
  const refused = page.locator('.body-fill-refused');
  await refused.waitFor();
  expect(await refused.textContent()).toMatch(/通知\.doc.*旧.*另存为/s);
  await page.locator('.body-fill').getByRole('button', { name: '关闭' }).click();
  expect(await text().textContent()).toBe('');
});

test('files that are dragged onto the attachments are attached, onto the text read', async () => {
  const { page } = office;
  await beginNotice('dragged');
  const desk = new Desk(page);
  await desk.drag(page.locator('.editor-files'), [
    { name: '申请表.docx', bytes: word({ paragraphs: ['申请表'] }) },
    { name: '汇总表.xlsx', bytes: workbook({ rows: [['单位'], ['县水利局']] }) },
  ]);
  await page.getByLabel('第 2 个附件的名称').waitFor();
  expect(await page.getByLabel('第 1 个附件的名称').inputValue()).toBe('申请表');
  await desk.drag(text(), [
    { name: '正文.docx', bytes: word({ paragraphs: ['关于申领的通知', '请于7月底前申领。'] }) },
  ]);
  await page.locator('.body-fill').getByRole('button', { name: '填入' }).click();
  await text().getByText('请于7月底前申领。').waitFor();
  await publish(page);
  const written = office.read('_notice/2026/dragged.md');
  expect(written).toContain('file: shenqing-biao.docx\n    name: 申请表');
  expect(written).toContain('name: 汇总表');
  expect(written).toContain('请于7月底前申领。');
  expect(office.errors()).toEqual([]);
});

test('of a folder the paper fills the form and the others are its attachments', async () => {
  const { page } = office;
  await using folder = await makeTempDir('papers');
  const own = join(folder.path, '高温津贴');
  mkdirSync(own);
  for (const { name, bytes } of NOTICE) writeFileSync(join(own, name), bytes);
  await go(office, 'collections/notice/new');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.body-editor').getByRole('button', { name: '从文件填入' }).click();
  await page.getByLabel('选什么').selectOption('folder');
  await page.locator('.body-ask').getByRole('button', { name: '选择', exact: true }).click();
  await (await chooser).setFiles(own);
  await page.locator('.body-fill').getByRole('button', { name: '填入' }).click();
  await page.locator('.body-told').getByText('已填入').waitFor();
  await publish(page);
  const made = readdirSync(join(office.root, 'qingshan/_notice'), {
    recursive: true,
    encoding: 'utf8',
  }).filter((name) => /gaowen-jintie\.md$/.test(name));
  expect(made).toHaveLength(1);
  const written = office.read(`_notice/${made[0]}`);
  expect(written).toContain('name: 高温津贴申请表');
  expect(written).toContain('name: 高温津贴汇总表');
  expect(written).toContain('| 室外 | 300 |');
  expect(office.errors()).toEqual([]);
});
