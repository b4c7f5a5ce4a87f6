import { parseMarkdown, renderMarkdown } from '@columns/content/markdown';
import type { Block, Cell, Inline } from '@columns/office/paper';
import { paragraph } from '@columns/office/paper';
import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../src/write/markdown.ts';

const write = (...blocks: Block[]) => toMarkdown(blocks, { id: 'x', notes: new Map() }).text;
const shown = (markdown: string) =>
  renderMarkdown(markdown)
    .html.replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x26;', '&')
    .replaceAll('&amp;', '&')
    .trim();
const cell = (text: string, colspan = 1, rowspan = 1): Cell => ({
  content: [[{ type: 'text', text }]],
  colspan,
  rowspan,
});

describe('words of a document read the same on the page', () => {
  test.each([
    '2026年9月18日07:00~09:00，21:00~23:00',
    '[平潭县]苏平镇，[1](注)，[^2]',
    '91*************413，**不是粗体**',
    '1. 不是列表',
    '2) 也不是',
    '- 减号开头',
    '# 井号开头',
    '> 大于号开头',
    '+ 加号',
    '<中等职业学校国家助学金管理办法>和<b>标签</b>',
    'A&B &nbsp; &#65;',
    '`代码` 和 \\ 反斜杠',
    'file_name_1 与 _下划线_',
    '---',
    '===',
    '活动预告 | 文化演出',
    '~~删除~~',
    '5 < 6 且 7 > 3',
    '100元/㎡，4#楼，#1号',
    '    行首有空格',
  ])('%s', (text) => {
    expect(shown(write(paragraph(text)))).toBe(text.trim());
  });

  test('and stay one paragraph', () => {
    for (const text of ['1. 甲', '- 乙', '# 丙', '> 丁', '| 戊 |']) {
      expect(parseMarkdown(write(paragraph(text))).children.map(({ type }) => type)).toEqual([
        'paragraph',
      ]);
    }
  });
});

test('a plain table is a table of GFM, one with merged cells is HTML of the dialect', () => {
  const rows = [
    [cell('名称'), cell('数|量')],
    [cell('甲'), cell('1')],
  ];
  expect(write({ type: 'table', headRows: 1, rows })).toBe(
    '| 名称 | 数\\|量 |\n| --- | --- |\n| 甲 | 1 |\n',
  );
  const merged = write({
    type: 'table',
    headRows: 1,
    rows: [
      [cell('名称', 1, 2), cell('数量', 2)],
      [cell('男'), cell('女')],
      [cell('<甲>'), cell('1'), cell('2')],
    ],
  });
  expect(merged).toContain(
    '<th rowspan="2" scope="col">名称</th>\n<th colspan="2" scope="colgroup">数量</th>',
  );
  expect(merged).toContain('<td>&lt;甲&gt;</td>');
  expect(merged).not.toContain('\n\n');
});

test('looks that mean something are kept, runs that Word cut are joined', () => {
  const content: Inline[] = [
    { type: 'text', text: '注', bold: true },
    { type: 'text', text: '意：', bold: true },
    { type: 'text', text: '面积10m' },
    { type: 'text', text: '2', script: 'sup' },
    { type: 'text', text: '，见' },
    { type: 'text', text: '公告', link: 'https://example.gov.cn/a(1)' },
  ];
  expect(write({ type: 'paragraph', content })).toBe(
    '**注意：**面积10m<sup>2</sup>，见[公告](https://example.gov.cn/a%281%29)\n',
  );
});

test('links to files of somebody’s own computer are words only', () => {
  const content: Inline[] = [{ type: 'text', text: '附件', link: 'file:///C:/a.doc' }];
  expect(write({ type: 'paragraph', content })).toBe('附件\n');
});

test('a bare address ends where it ends, not where the sentence does', () => {
  expect(write(paragraph('网站（www.example.gov.cn）上查阅'))).toBe(
    '网站（[www.example.gov.cn](http://www.example.gov.cn)）上查阅\n',
  );
});

test('lists keep their numbers and never become code', () => {
  const item = (text: string, depth: number, number?: number): Block => ({
    ...paragraph(text),
    list: { ordered: number !== undefined, depth, ...(number === undefined ? {} : { number }) },
  });
  expect(write(item('甲', 0, 3), item('乙', 0, 4))).toBe('3. 甲\n4. 乙\n');
  expect(write(paragraph('正文'), item('深', 4), item('更深', 5))).toBe(
    '正文\n\n- 深\n   - 更深\n',
  );
});

test('the page shows each number of a list as it stood, however the numbers run', () => {
  const numbers = [1, 2, 1, 2, 5, 4, 4, 0, 100, 3];
  const text = write(
    ...numbers.map(
      (number): Block => ({ ...paragraph('甲'), list: { ordered: true, depth: 0, number } }),
    ),
  );
  let next = 1;
  const read = [...renderMarkdown(text).html.matchAll(/<(ol|li)(?: (?:start|value)="(\d+)")?>/g)]
    .map(([, tag, given]) => {
      const number = given === undefined ? next : Number(given);
      next = tag === 'li' ? number + 1 : number;
      return tag === 'li' ? number : undefined;
    })
    .filter((number) => number !== undefined);
  expect(read).toEqual(numbers);
});

test('what belongs to an item stands below its text, however wide its number is', () => {
  const item = (text: string, depth: number, number?: number): Block => ({
    ...paragraph(text),
    list: { ordered: number !== undefined, depth, ...(number === undefined ? {} : { number }) },
  });
  const [list] = parseMarkdown(
    write(
      item('甲', 0, 9),
      item('子', 1),
      item('乙', 0, 10),
      item('丑', 1),
      item('寅', 2, 100),
      item('卯', 3),
    ),
  ).children;
  const depths: unknown[] = [];
  const walk = (node: { type: string; children?: unknown[] }, depth: number) => {
    for (const child of (node.children ?? []) as {
      type: string;
      children?: unknown[];
      value?: string;
    }[]) {
      if (child.type === 'text') depths.push([child.value, depth]);
      walk(child, child.type === 'list' ? depth + 1 : depth);
    }
  };
  walk(list as never, 0);
  expect(depths).toEqual([
    ['甲', 0],
    ['子', 1],
    ['乙', 0],
    ['丑', 1],
    ['寅', 2],
    ['卯', 3],
  ]);
});

test('footnotes stand at the end, numbered as they appear', () => {
  const notes = new Map([['f7', [{ type: 'text' as const, text: '指县级以上' }]]]);
  const content: Inline[] = [
    { type: 'text', text: '政府' },
    { type: 'note', id: 'f7' },
  ];
  expect(toMarkdown([{ type: 'paragraph', content }], { id: 'x', notes }).text).toBe(
    '政府[^1]\n\n[^1]: 指县级以上\n',
  );
});

test('whatever looks the words have, all are on the page, struck ones struck, links whole', () => {
  const WORDS = [
    '二百元',
    '200',
    '《',
    '》',
    '管理办法',
    '，',
    '每人',
    '3天',
    '。',
    '标准：',
    'GB 1',
    '作废，不再执行',
  ];
  let seed = 11;
  const next = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 2000; round++) {
    const content: Inline[] = Array.from({ length: 1 + next(6) }, () => ({
      type: 'text',
      text: WORDS[next(WORDS.length)] as string,
      ...(next(3) === 0 ? { strike: true } : {}),
      ...(next(4) === 0 ? { bold: true } : {}),
      ...(next(4) === 0 ? { link: `https://example.gov.cn/${next(2)}` } : {}),
    }));
    const words = content.map((each) => (each.type === 'text' ? each.text : '')).join('');
    const markdown = write({ type: 'paragraph', content });
    const { html } = renderMarkdown(markdown);
    const text = shown(markdown).replaceAll(/（已划去：(.*?)）/g, '$1');
    expect(text, markdown).toBe(words);
    const struck = content.filter((each) => each.type === 'text' && each.strike === true);
    const marked = html.match(/<del>|已划去/g)?.length ?? 0;
    expect(marked > 0, markdown).toBe(struck.length > 0);
    // Neighbours of one address are one link.
    const links = content.map((each) => (each.type === 'text' ? each.link : undefined));
    const wanted = links.filter(
      (link, index) => link !== undefined && link !== links[index - 1],
    ).length;
    expect(html.match(/<a /g)?.length ?? 0, markdown).toBe(wanted);
  }
});
