import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pdf, word, workbook } from '@columns/office/fixture';
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

<table>
<tr><td><table><tr><td>表中表</td></tr></table></td></tr>
</table>

最后一段
`;

test('what is not touched stays byte for byte; of what is, only that block changes', async () => {
  office.given('_notice/2026/kept.md', KEPT);
  const { page } = office;
  await go(office, 'collections/notice/entries/2026/kept');
  await text().getByText('最后一段').click();
  await page.keyboard.press('End');
  await page.keyboard.type('，改了。');
  await page.waitForTimeout(600);
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

/** Pastes as the browser does, with what another program has put on the clipboard. */
async function paste(parts: Readonly<Record<string, string>>): Promise<void> {
  await text().evaluate((target, given) => {
    const data = new DataTransfer();
    for (const [type, value] of Object.entries(given)) data.setData(type, value);
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, parts);
}

const WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p class=MsoNormal>各乡镇人民政府：</p><p class=MsoNormal>一、发放标准</p>
<p class=MsoNormal>每月500~1000元，<b>按月发放</b>。</p>
<table class=MsoTableGrid><tr><td rowspan=2>岗位</td><td colspan=2>标准（元/月）</td></tr>
<tr><td>最低</td><td>最高</td></tr><tr><td>室外</td><td>300</td><td>1000</td></tr></table>
<p class=MsoNormal>二、工作要求</p><p class=MsoNormal>请认真执行。<img src="file:///C:/a.png"></p>
<!--EndFragment--></body></html>`;

test('a notice from Word keeps its headings, bold words and table; its local pictures are told', async () => {
  const { page } = office;
  await begin('pasted');
  await paste({ 'text/html': WORD, 'text/plain': '各乡镇人民政府：\n一、发放标准' });
  await text().locator('table').waitFor();
  await page.locator('.body-told').getByText('1 张图片没有粘贴进来').waitFor();
  await publish(page);
  expect(bodyOf('pasted')).toBe(`各乡镇人民政府：

## 一、发放标准

每月500~1000元，**按月发放**。

<table>
<thead>
<tr>
<th rowspan="2" scope="col">岗位</th>
<th colspan="2" scope="colgroup">标准（元/月）</th>
</tr>
<tr>
<th scope="col">最低</th>
<th scope="col">最高</th>
</tr>
</thead>
<tbody>
<tr>
<td>室外</td>
<td>300</td>
<td>1000</td>
</tr>
</tbody>
</table>

## 二、工作要求

请认真执行。
`);
  expect(office.errors()).toEqual([]);
});

test('plain lines are paragraphs, and cells of Excel fill the cells of a table', async () => {
  const { page } = office;
  await begin('plain');
  await paste({ 'text/plain': '    第一段\r\n第二段\r\n' });
  await page.keyboard.press('Enter');
  await tool('表格').click();
  await page.keyboard.press('Enter');
  await paste({
    'text/html':
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>镇</td><td>户</td></tr><tr><td>甲</td><td>1</td></tr></table></html>',
    'text/plain': '镇\t户\n甲\t1\n',
  });
  await text().getByText('甲', { exact: true }).waitFor();
  await publish(page);
  expect(bodyOf('plain')).toBe(
    '第一段\n\n第二段\n\n| 镇 | 户 |  |\n| --- | --- | --- |\n| 甲 | 1 |  |\n|  |  |  |\n',
  );
});

/** Chooses files for 从文件填入, by keyboard up to the box of the system. */
async function fillFrom(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const { page } = office;
  const chosen = page.waitForEvent('filechooser');
  await tool('从文件填入').press('Enter');
  await page.getByLabel('选什么').press('Enter');
  await (await chosen).setFiles(
    Object.entries(files).map(([name, bytes]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );
  await page.locator('.body-fill').waitFor();
}

test('a notice in Word fills the form, its text and its attachment, with what became of each word', async () => {
  const { page } = office;
  await go(office, 'collections/notice/new');
  await fill(page, 'title', '我写的标题');
  await fill(page, 'source', '示例');
  await fillFrom({
    '防汛通知.docx': word({
      paragraphs: [
        '关于做好防汛工作的通知',
        '各乡镇：',
        '请加强值守，按3~5人一组。',
        '附件：任务分工表',
        '青山县水利局',
        '2026年5月29日',
      ],
      table: [
        ['乡镇', '电话'],
        ['平安镇', '见附件'],
      ],
    }),
    '任务分工表.xlsx': workbook({
      rows: [
        ['乡镇', '任务'],
        ['平安镇', '巡堤'],
      ],
    }),
  });
  const panel = page.locator('.body-fill');
  expect(await panel.locator('summary').textContent()).toMatch(/^对账：原文 \d+ 字，.*未处理 0/);
  // What an officer has written is replaced only where he says so.
  const title = panel.getByRole('checkbox', { name: '标题' });
  expect(await title.isChecked()).toBe(false);
  await title.check();
  await panel.getByRole('button', { name: '填入' }).click();
  await page.locator('.body-told').getByText('已填入').waitFor();
  await publish(page);
  const [file = ''] = readdirSync(join(office.root, 'qingshan/_notice/2026')).filter(
    (name) => /fangxun/.test(name) && name.endsWith('.md'),
  );
  const id = file.replace(/\.md$/, '');
  const written = office.read(`_notice/2026/${file}`);
  expect(written).toContain('title: 关于做好防汛工作的通知\n');
  expect(written).toContain('  - file: renwu-fengong-biao.xlsx\n    name: 任务分工表\n');
  expect(written).toContain('按3~5人一组');
  expect(written).toContain('| 平安镇 | 见附件 |');
  expect(office.read(`_notice/2026/${id}/renwu-fengong-biao.xlsx`)).not.toBe('');
  expect(office.errors()).toEqual([]);
});

test('personal data in a PDF is shown before anything is saved', async () => {
  const { page } = office;
  await go(office, 'collections/notice/new');
  await fillFrom({
    '公示.pdf': pdf({
      lines: ['关于名单的公示', '张某，身份证号 110101199003077619。', '2026年5月1日'],
    }),
  });
  await page.locator('.body-fill').getByRole('button', { name: '填入' }).click();
  const findings = page.frameLocator('iframe').locator('.editor-findings');
  await findings.locator('[data-rule^="personal/"]').first().waitFor();
  expect(await findings.textContent()).not.toContain('110101199003077619');
});
