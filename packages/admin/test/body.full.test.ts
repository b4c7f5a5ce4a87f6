import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, fill, go, type Office, openOffice, publish, signIn } from './office.ts';

/* The text of an entry, as an officer writes it: with a keyboard, a mouse and what other programs copy. */

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await signIn(office);
});
afterAll(() => office?.leave());

const text = (): Locator => office.page.locator('.body-text').last();
const tool = (name: string): Locator =>
  office.page.locator('.body-editor').getByRole('button', { name, exact: true });

async function begin(id: string): Promise<void> {
  const { page } = office;
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '关于发放高温津贴的通知');
  await fill(page, 'id', id);
  await fill(page, 'published', '2026-07-01');
  await choose(page, 'form', '通知');
  await fill(page, 'source', '示例');
  await text().click();
}

/** What stands below the head of a notice. */
const bodyOf = (id: string): string =>
  office.read(`_notice/2026/${id}.md`).split('---\n\n')[1] ?? '';

function given(path: string, content: string): void {
  const file = join(office.root, 'qingshan', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

test('a whole text is written by keyboard', async () => {
  const { page } = office;
  await begin('typed');
  const { keyboard } = page;
  await keyboard.type('各乡镇：');
  await keyboard.press('Enter');
  await keyboard.press('Control+Alt+1');
  await keyboard.type('一、标准');
  await keyboard.press('Enter');
  await keyboard.type('每月500~1000元，期限3~6个月，');
  await keyboard.press('Control+b');
  await keyboard.type('按月发放');
  await keyboard.press('Control+b');
  await keyboard.type('。');
  await keyboard.press('Control+Alt+f');
  await keyboard.type('见上级文件');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await keyboard.type('1. 申请');
  await keyboard.press('Enter');
  await keyboard.type('审核');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.press('Alt+F10');
  await tool('表格').press('Enter');
  await keyboard.press('Enter');
  for (const word of ['镇', '户', '人', '甲', '1', '2', '乙', '3']) {
    await keyboard.type(word);
    await keyboard.press('Tab');
  }
  await keyboard.type('4');
  await publish(page);
  expect(bodyOf('typed')).toBe(`各乡镇：

## 一、标准

每月500~1000元，期限3~6个月，**按月发放**。[^1]

1. 申请
2. 审核

| 镇 | 户 | 人 |
| --- | --- | --- |
| 甲 | 1 | 2 |
| 乙 | 3 | 4 |

[^1]: 见上级文件
`);
  expect(office.errors()).toEqual([]);
});

const KEPT = `---
title: 旧通知
kind: notice
form: 通知
published: 2026-06-01
attribute: {type: 主动}
source: 示例
---


**正文**一段，  
末尾有空格   

*  不是列表
- 甲
- 乙


<table>
<tr><td rowspan="2">镇</td><td>1</td></tr>
<tr><td>2</td></tr>
</table>

<div>不认识</div>

最后一段
`;

test('what is not touched stays byte for byte; of what is, only that block changes', async () => {
  given('_notice/2026/kept.md', KEPT);
  const { page } = office;
  await go(office, 'collections/notice/entries/2026/kept');
  await text().getByText('最后一段').click();
  await page.keyboard.press('End');
  await page.keyboard.type('，改了。');
  await page.getByText('含未保存的修改').waitFor();
  await page.waitForTimeout(300);
  await publish(page);
  expect(office.read('_notice/2026/kept.md')).toBe(KEPT.replace('最后一段', '最后一段，改了。'));
  rmSync(join(office.root, 'qingshan/_notice/2026/kept.md'));
});

test('words are composed by an input method, in a paragraph and in an empty cell', async () => {
  const { page } = office;
  await begin('composed');
  const cdp = await page.context().newCDPSession(page);
  const compose = async (steps: readonly string[], chosen: string) => {
    for (const step of steps)
      await cdp.send('Input.imeSetComposition', {
        text: step,
        selectionStart: step.length,
        selectionEnd: step.length,
      });
    await cdp.send('Input.insertText', { text: chosen });
  };
  await compose(['g', 'ge', 'ge x', 'ge xiang'], '各乡');
  await compose(['z', 'zhen'], '镇：');
  await tool('表格').click();
  await page.keyboard.press('Enter');
  await compose(['d', 'dan', 'dan wei'], '单位');
  await publish(page);
  expect(bodyOf('composed')).toBe(
    '各乡镇：\n\n| 单位 |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |\n',
  );
});

test('each step can be undone and done again, and cells are merged', async () => {
  const { page } = office;
  await begin('undone');
  const { keyboard } = page;
  await keyboard.type('甲乙丙');
  await tool('表格').click();
  await keyboard.press('Enter');
  await keyboard.type('合');
  await keyboard.down('Shift');
  await keyboard.press('ArrowRight');
  await keyboard.up('Shift');
  await tool('合并格').click();
  expect(await text().locator('th[colspan="2"]').count()).toBe(1);
  await keyboard.press('Control+z');
  expect(await text().locator('th[colspan="2"]').count()).toBe(0);
  await keyboard.press('Control+y');
  await publish(page);
  expect(bodyOf('undone')).toContain('<th colspan="2" scope="colgroup">合</th>');
  expect(office.errors()).toEqual([]);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture is put in with what it says, stands beside the entry, and follows its id', async () => {
  const { page } = office;
  await begin('pictured');
  await page.keyboard.type('如图：');
  const chosen = page.waitForEvent('filechooser');
  await tool('图片').click();
  await (await chosen).setFiles({ name: '现场照片 (1).png', mimeType: 'image/png', buffer: PNG });
  await page.getByLabel('图片说明').fill('工地上的饮水点');
  await page.keyboard.press('Enter');
  await text().locator('img[src^="blob:"]').waitFor();
  await fill(page, 'id', 'pictured-2026');
  await publish(page);
  expect(bodyOf('pictured-2026')).toBe(
    '如图：![工地上的饮水点](pictured-2026/xianchang-zhaopian-1.png)\n',
  );
  expect(office.errors()).toEqual([]);
});
