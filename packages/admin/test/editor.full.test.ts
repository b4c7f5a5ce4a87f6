import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  beginPolicy,
  choose,
  control,
  fill,
  find,
  go,
  type Office,
  openOffice,
  publish,
  signIn,
  unfold,
} from './office.ts';

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await signIn(office);
});
afterAll(() => office?.leave());

test('an officer publishes a notice', async () => {
  const { page } = office;
  await go(office, 'collections/notice--social-assistance/new');
  const saved = page.locator('[class*="BackStatusUnchanged"]');
  const said = (node: Element) =>
    `${getComputedStyle(node).fontSize} ${getComputedStyle(node, '::after').content}`;
  await expect.poll(() => saved.evaluate(said), { timeout: 20_000 }).toBe('0px "还没有填写"');
  await fill(page, 'title', '关于发放高温津贴的通知');
  await fill(page, 'id', 'heat-allowance-2026');
  await find(page, 'item', '本领域其他');
  await fill(page, 'published', '2026-07-01');
  await choose(page, 'form', '通知');
  await fill(page, 'body', '各乡镇：\n\n请于7月底前发放。');
  await fill(page, 'source', '示例');
  await publish(page);
  expect(office.read('social-assistance/_general/2026/heat-allowance-2026.md')).toBe(`---
title: 关于发放高温津贴的通知
kind: notice
form: 通知
published: 2026-07-01
attribute:
  type: 主动
source: 示例
---

各乡镇：

请于7月底前发放。
`);
  expect(office.errors()).toEqual([]);
});

test('of a date only the year is written, where no more is known', async () => {
  const { page } = office;
  await go(office, 'collections/notice--social-assistance/new');
  await fill(page, 'title', '旧通知');
  await fill(page, 'id', 'old-notice');
  await find(page, 'item', '本领域其他');
  await fill(page, 'published', '2019年');
  await choose(page, 'form', '通知');
  await fill(page, 'body', '正文。');
  await fill(page, 'source', '示例');
  await publish(page);
  expect(office.read('social-assistance/_general/2019/old-notice.md')).toMatch(
    /^published: "?2019"?$/m,
  );
  expect(office.errors()).toEqual([]);
});

test('a policy goes out with its attachment and its interpretation at once', async () => {
  const { page } = office;
  await beginPolicy(office);
  await attach('Allowance Table.txt', '一月 100 元\n');
  await page.getByLabel('第 1 个附件的名称').fill('发放表');
  await page.getByRole('button', { name: '新增解读' }).click();
  await control(page, 'title').fill('高温津贴发放办法解读');
  await control(page, 'id').fill('heat-rules-explained');
  await choose(page, 'form', '问答');
  await fill(page, 'body', '问：发给谁？\n\n答：户外劳动者。');
  await publish(page);
  expect(office.read('_policy/2026/heat-rules.md')).toContain(
    'attachments:\n  - file: allowance-table.txt\n    name: 发放表\n',
  );
  expect(office.read('_policy/2026/heat-rules/allowance-table.txt')).toBe('一月 100 元\n');
  expect(office.read('_interpretation/2026/heat-rules-explained.md')).toContain(
    'interprets:\n  - heat-rules\n',
  );
  expect(office.errors()).toEqual([]);
});

/** Adds an attachment to the entry that is open, and waits until it stands there or is refused. */
async function attach(name: string, text: string | Buffer): Promise<void> {
  const { page } = office;
  const lines = page.locator('.editor-file, .editor-messages li');
  const before = await lines.count();
  await page
    .getByLabel('选择要加的附件')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBeGreaterThan(before);
}

/** What the page asks in boxes of the browser’s own from now on; each is answered with yes. */
function questions(): string[] {
  const asked: string[] = [];
  office.page.on('dialog', async (dialog) => {
    if (dialog.type() !== 'beforeunload') asked.push(dialog.message());
    await dialog.accept().catch(() => undefined);
  });
  return asked;
}

test('files with Chinese names keep them for readers, and none takes the place of another', async () => {
  const { page } = office;
  const asked = questions();
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '关于申领高温津贴的通知');
  await fill(page, 'id', 'heat-forms');
  await fill(page, 'published', '2026-07-02');
  await choose(page, 'form', '通知');
  await fill(page, 'body', '表格见附件。');
  await fill(page, 'source', '示例');
  await attach('高温津贴发放表.txt', '一月 100 元\n');
  await attach('申请书格式.txt', '申请人：\n');
  await attach('申请书格式.txt', '申请单位：\n');
  await attach('？？.txt', '说明\n');
  await page.getByLabel('第 4 个附件的名称').fill('说明');
  await publish(page);
  const folder = '_notice/2026/heat-forms';
  expect(office.read(`${folder}.md`)).toContain(`attachments:
  - file: gaowen-jintie-fafang-biao.txt
    name: 高温津贴发放表
  - file: shenqing-shu-geshi.txt
    name: 申请书格式
  - file: shenqing-shu-geshi-2.txt
    name: 申请书格式
  - file: attachment-1.txt
    name: 说明
`);
  expect(office.read(`${folder}/gaowen-jintie-fafang-biao.txt`)).toBe('一月 100 元\n');
  expect(office.read(`${folder}/shenqing-shu-geshi.txt`)).toBe('申请人：\n');
  expect(office.read(`${folder}/shenqing-shu-geshi-2.txt`)).toBe('申请单位：\n');
  expect(office.read(`${folder}/attachment-1.txt`)).toBe('说明\n');
  expect(office.errors()).toEqual([]);
  expect(asked).toEqual([]);
});

test('a name is also taken by a file that was stored before; the same file again is not added', async () => {
  const { page } = office;
  const folder = '_notice/2026/heat-forms';
  await go(office, 'collections/notice/entries/2026/heat-forms');
  await attach('申请书格式.txt', '第三份\n');
  await attach('Shenqing-Shu-Geshi.TXT', '第三份\n');
  await page.getByText('是同一个文件，没有再加一次').waitFor();
  await publish(page);
  expect(office.read(`${folder}/shenqing-shu-geshi.txt`)).toBe('申请人：\n');
  expect(office.read(`${folder}/shenqing-shu-geshi-3.txt`)).toBe('第三份\n');
  expect(office.errors()).toEqual([]);
  // What is taken out of the list of one's own machine is taken away.
  await go(office, 'collections/notice/entries/2026/heat-forms');
  await page.getByRole('button', { name: '去掉第 1 个附件' }).click();
  await publish(page);
  expect(existsSync(join(office.root, 'qingshan', folder, 'gaowen-jintie-fafang-biao.txt'))).toBe(
    false,
  );
  expect(office.errors()).toEqual([]);
});

test('a register is filled row by row and by pasting from a spreadsheet', async () => {
  const { page } = office;
  await go(office, 'collections/register/new');
  await fill(page, 'title', '高温津贴发放点');
  await fill(page, 'id', 'heat-points');
  await fill(page, 'published', '2026-07-02');
  await fill(page, 'source', '示例');
  await unfold(page);
  await fill(page, 'columns', '名称、地址');
  await page.getByRole('button', { name: '添加一行' }).click();
  await page.getByLabel('第 1 行 名称').fill('东山点');
  await page.getByLabel('第 1 行 地址').fill('东山路1号，院内');
  await page.getByLabel('第 1 行 名称').evaluate((cell) => {
    const data = new DataTransfer();
    data.setData('text/plain', '东山点\t东山路1号，院内\n西山点\t"西山"路2号\n');
    cell.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText('粘贴了 2 行').waitFor();
  await publish(page);
  expect(office.read('_register/2026/heat-points.csv')).toBe(
    '\ufeff名称,地址\n东山点,东山路1号，院内\n西山点,"""西山""路2号"\n',
  );
  expect(office.errors()).toEqual([]);
});

const TEMPLATE = `---
# 标题：与公文一致
title:   旧标题   # 照抄公文
kind: notice
# 类别：通知、公告、公示、动态
form: '通知'

published: 2026-06-01
attribute: {type: 主动}
# doc-number: 六政办秘〔2020〕94号
keywords: [津贴,高温]
source: 示例
---


**正文**一段，  
末尾有空格   
`;

test('a register whose table is in another encoding is not opened, with what to do, and stays as it is', async () => {
  const { page } = office;
  office.given(
    '_register/2026/schools.md',
    '---\ntitle: 学校名录\nkind: register\nform: 学校名录\n---\n',
  );
  // 安岳中学 in GB18030, as Excel saves it.
  const table = Buffer.from('b0b2d4c0d6d0d1a70a', 'hex');
  office.givenBytes('_register/2026/schools.csv', table);
  await page.goto('about:blank');
  await page.goto(`${office.url}#/collections/register/entries/2026/schools`);
  await page
    .getByText(/schools\.csv”不是 UTF-8 编码/)
    .first()
    .waitFor();
  const own = join(office.root, 'qingshan/_register/2026');
  expect(readFileSync(join(own, 'schools.csv'))).toEqual(table);
  for (const name of ['schools.md', 'schools.csv']) rmSync(join(own, name));
});

test('a changed field changes its own lines only; comments and text stay byte for byte', async () => {
  office.given('_notice/2026/with-comments.md', TEMPLATE);
  const { page } = office;
  await go(office, 'collections/notice/entries/2026/with-comments');
  await fill(page, 'title', '新标题');
  await publish(page);
  expect(office.read('_notice/2026/with-comments.md')).toBe(
    TEMPLATE.replace('title:   旧标题   # 照抄公文', 'title: 新标题  # 照抄公文'),
  );
});

test('words that are marked stay marked while the form is judged, and are replaced by what is typed', async () => {
  const { page } = office;
  await go(office, 'collections/notice/entries/2026/with-comments');
  await fill(page, 'title', '写过一次的标题');
  await control(page, 'source').focus();
  const title = control(page, 'title');
  await title.focus();
  await title.evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 4));
  // Another field that changes has the whole form drawn and judged anew.
  await page
    .locator('.editor-switch input')
    .first()
    .evaluate((box: HTMLInputElement) => box.click());
  await page.waitForTimeout(400);
  await page.keyboard.type('两');
  await expect.poll(() => title.inputValue(), { timeout: 20_000 }).toBe('写过两的标题');
});

test('an entry is withdrawn with its day and reason, and keeps its file', async () => {
  const { page } = office;
  await go(
    office,
    'collections/notice--social-assistance/entries/_general/2026/heat-allowance-2026',
  );
  await unfold(page);
  await page.getByRole('button', { name: '新增撤回' }).click();
  await fill(page, 'date', '2026-07-05');
  await fill(page, 'reason', '金额有误');
  await publish(page);
  expect(office.read('social-assistance/_general/2026/heat-allowance-2026.md')).toContain(
    'withdrawn:\n  date: 2026-07-05\n  reason: 金额有误\n---\n\n各乡镇：\n',
  );
  expect(office.errors()).toEqual([]);
});

test('what stands in an entry never runs in the preview', async () => {
  const hostile = [
    '<img src=x onerror="window.top.hurt = 1">',
    '<script>window.top.hurt = 2</script>',
    '[点这里](javascript:window.top.hurt=3)',
    '<svg onload="window.top.hurt = 4"></svg>',
    '<iframe srcdoc="<script>top.hurt = 5</script>"></iframe>',
  ];
  office.given(
    '_notice/2026/hostile.md',
    `---\ntitle: '<img src=x onerror="window.top.hurt = 6">'\nkind: notice\nform: 通知\npublished: 2026-06-01\nattribute:\n  type: 主动\nsource: '<script>window.top.hurt = 7</script>'\n---\n\n正文开始。\n\n${hostile.join('\n\n')}\n`,
  );
  const { page } = office;
  await go(office, 'collections/notice/entries/2026/hostile');
  const preview = page.frameLocator('iframe');
  await preview.getByText('错误').first().waitFor();
  const shown = preview.frameLocator('iframe');
  await shown.getByText('正文开始').waitFor();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined();
  expect(
    await shown
      .locator('script, img, svg, iframe, [onerror], [onload], a[href^="javascript"]')
      .count(),
  ).toBe(0);
});

test('the preview names what the rules find, in Chinese', async () => {
  const { page } = office;
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '名单公示');
  await fill(page, 'body', '联系人身份证号 110101199003077619。');
  const findings = page.frameLocator('iframe').locator('.editor-findings');
  await findings.locator('[data-rule^="personal/"]').waitFor();
  expect(await findings.textContent()).not.toContain('110101199003077619');
});

test('a phone shows the form without scrolling sideways', async () => {
  const { page } = office;
  await page.setViewportSize({ width: 390, height: 844 });
  await go(office, 'collections/notice/new');
  await control(page, 'title').waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
