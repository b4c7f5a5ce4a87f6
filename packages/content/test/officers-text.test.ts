import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { markdownFacts, parseMarkdown, renderMarkdown } from '../src/markdown/index.ts';
import { randomNumbers } from './random.ts';

/*
 * What is typed is what is read: no visible character of an officer's text is missing from its page, or
 * another there, unless a finding names it. The lines are of the kind that people write who do not know
 * Markdown: masks, ranges, comparisons, numbers, names, and lines that end where they end.
 */

/** The page as a reader reads it, with the numbers that a browser puts before items. */
function readerOf(html: string): string {
  return textOf(fromHtml(html, { fragment: true }) as Root);
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  // The renderer ends the line of its text, too.
  if (node.type === 'element' && node.tagName === 'br') return '';
  if (!('children' in node)) return '';
  if (node.type !== 'element' || node.tagName !== 'ol') return node.children.map(textOf).join('');
  let number = Number(node.properties.start ?? 1);
  return node.children
    .map((child) => {
      if (child.type !== 'element') return '';
      number = Number(child.properties.value ?? number);
      number += 1;
      return `${number - 1}. ${textOf(child).trim()}\n`;
    })
    .join('');
}

function count(html: string, tag: string): number {
  let found = 0;
  const walk = (node: Nodes): void => {
    if ((node as Element).tagName === tag) found += 1;
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromHtml(html, { fragment: true }) as Root);
  return found;
}

/** What is no white space and means nothing to the dialect, in its order. */
const plain = (text: string) => text.replaceAll(/[\s#>|*~-]+/g, '');
const signs = (text: string, sign: string) => text.split(sign).length - 1;

describe('masks, ranges, comparisons, numbers and names stay as they were typed', () => {
  it.each([
    '公示名单：王*明、李*华。',
    '公示王**、李**两户。',
    '公示王**和李**两户，其妻张**。',
    '户主欧阳**，妻司马**。',
    '（张**，陈**）',
    '**明、**华两人',
    '**生，**平',
    '138****1234…139****5678',
    '138**1234、139**5678',
    '尾号**1234、**5678',
    '身份证51************02X，卡号6228***********1234',
    '川A**123、川B**456',
    '岳阳镇**路**号',
    '住址为**县**镇**村',
    '**公司与**公司',
    '青山**公司、河东**有限公司',
    '**（男，45岁）、**（女，30岁）',
    '张三**村一组、李四**村二组',
    '阿依·古丽**和吐尔逊·买**',
    '**、**、**',
    '买**·阿**',
    '四川**律师事务所、成都**律师事务所',
    '川安府**〔2026〕**号',
    '证号：川**字第**号',
    '《**法》《**条例》',
    '**年**月**日',
    '3**室、4**室',
    '3~5个工作日，100~300元',
    '9:00~12:00，14:00~17:30',
    '3~~5个工作日，100~~300元',
    '9时~~12时，14时~~17时',
    'H~2~O 与 10^2^',
    '>60周岁的老人',
    '> 60周岁的老人',
    '>=60周岁',
    '> 五万元的项目',
    '> ３０万元',
    '> 二十亩',
    '> 六十周岁',
    '> ￥500',
    '> 约五万元',
    '> 半年',
    '> Ⅲ级',
    '> AA级',
    '> （60）岁',
    '> 大约三百人',
    '> 百分之三十',
    '> -5℃',
    '<60周岁，且收入<500元',
    '_安岳_2026_001_',
    '__init__ 与 snake_case',
    '填写：____年____月',
    '***重要***',
    '*注：带*号的为必填项',
    '* 注：本表数据截至6月底',
    '+5%',
    '+ 增加',
    '2026. 6. 1',
    '2026. 6. 1前报送',
    '01. 目录',
    '1.提高标准',
    '1)提高标准',
    '1) 提高标准',
    '1.',
    '-',
    '- 3 -',
    '====',
    '***',
    '___',
    '`姓名`',
    '```',
    '#2泵站停水',
    '####### 七',
    '## 使用 C#',
    '##',
    '[注]: 本表数据截至6月底。',
    '[备注]: https://www.example.com/a',
    '[1] 见附件',
    '- [ ] 是',
    '    四个空格开头',
    '　　两个全角空格开头',
    'C:\\目录\\文件',
    '5*3=15，2*4=8',
    'a^2^ + b_1_',
    '10-20元、——、——',
    '“~”与“*”',
  ])('%s', (line) => {
    const html = renderMarkdown(line).html;
    const read = readerOf(html);
    const bullet = /^- (?=\[)/.test(line) ? line.slice(2) : line.replace(/^#{1,2} (?=\S)/, '');
    expect(read.trim()).toBe(bullet.trim());
  });

  it.each(['> 一、总体要求', '> 三年行动方案', '> 十九届四中全会', '> “三农”工作'])(
    'but %s is a quotation',
    (line) => expect(renderMarkdown(line).html).toContain('<blockquote>'),
  );

  it('ends a line in a cell of HTML where it was ended', () => {
    const { html } = renderMarkdown('<table>\n<tr><td>甲\n乙</td>\n<td>丙</td></tr>\n</table>');
    expect(html).toBe('<table>\n<tr><td>甲<br>\n乙</td>\n<td>丙</td></tr>\n</table>');
  });

  it('in cells of a table, too', () => {
    const rows = ['| 王** | 138****1234 |', '| 李** | 3~5日，6~8日 |', '| 张*明 陈*华 | >60 |'];
    const read = readerOf(
      renderMarkdown(['| 姓名 | 说明 |', '| - | - |', ...rows].join('\n')).html,
    );
    for (const cell of ['王**', '138****1234', '李**', '3~5日，6~8日', '张*明 陈*华', '>60']) {
      expect(read).toContain(cell);
    }
  });

  it('shows each number as it was typed', () => {
    const read = (text: string) => readerOf(renderMarkdown(text).html).match(/\d+\. \S+/g);
    expect(read('5. 甲\n7. 乙\n6. 丙')).toEqual(['5. 甲', '7. 乙', '6. 丙']);
    expect(read('1. 甲\n2. 乙\n1. 丙\n2. 丁')).toEqual(['1. 甲', '2. 乙', '1. 丙', '2. 丁']);
    expect(read('3. 甲\n\n5. 乙\n\n   续\n\n8. 丙')).toEqual(['3. 甲', '5. 乙', '8. 丙']);
    expect(read('- 甲\n\n  2. 乙\n  4. 丙')).toEqual(['2. 乙', '4. 丙']);
  });

  it('keeps the lines of a list that has no blank lines apart', () => {
    const read = readerOf(renderMarkdown('一、提高标准\n二、严格管理\n三、加强监督').html);
    expect(read.trim()).toBe('一、提高标准\n二、严格管理\n三、加强监督');
  });
});

describe('whether ** is bold or mask', () => {
  it.each([
    '公示王**、李**两户。',
    '王**和李**',
    '138**1234、139**5678',
    '3~~5日，6~~8日',
    '请** 务必 **带',
  ])('%s is told, with the way to write bold', (line) => {
    expect(markdownFacts(line).faults.map(({ code }) => code)).toEqual(['text/unsure-mark']);
  });

  it('is clear with a space on either side, whatever stands there', () => {
    const html = renderMarkdown('公示 **王某和李** 两户').html;
    expect(html).toContain('<strong>王某和李</strong>');
    expect(markdownFacts('公示 **王某和李** 两户').faults).toEqual([]);
  });

  it.each([
    '**注意：**请',
    '请**务必**带',
    '王**领取',
    '138****1234',
    '| 王** | 李** |\n| - | - |',
  ])('%s is not asked about', (line) => expect(markdownFacts(line).faults).toEqual([]));

  it('is told once for a text, with the number of lines', () => {
    const [fault, ...rest] = markdownFacts('王**、李**\n张**、陈**\n\n刘**、杨**').faults;
    expect(fault).toMatchObject({ line: 1, other: '，全文共 3 行' });
    expect(rest).toEqual([]);
  });
});

describe('what a page does not show is told', () => {
  const told = (text: string) =>
    markdownFacts(text).faults.map(({ code, line, value }) => `${line} ${code} ${value}`);
  it.each([
    ['| 镇 | 人 |\n| - | - |\n| 甲 | 1 | 含临时工 |', ['3 text/lost-cells 含临时工']],
    ['> | 镇 | 人 |\n> | - | - |\n> | 甲 | 1 | 2 | 3 |', ['3 text/lost-cells 2 | 3']],
    ['镇\n| - |\n| 甲 | 1 |', ['3 text/lost-cells 1']],
    ['| 镇 | 人 |\n| - | - |\n| 甲 | 1 | |', []],
    ['| 镇 | 人 |\n| - | - |\n| 甲 \\| 乙 | 1 |', []],
    ['| 镇 | 人 |\n| - | - |\n| 甲 | 1 |\n注：截至6月。', ['4 text/joined-line 注：截至6月。']],
    ['文[^1]。\n\n[^1]: 甲\n接着写', ['4 text/joined-line 接着写']],
    ['> 引文\n正文', ['2 text/joined-line 正文']],
    ['文。\n\n[^1]: 甲', ['3 text/unused-note [^1]:']],
    ['文[^a]。\n\n[^A]: 甲', []],
    ['文[^1]。\n\n[^1]: 甲\n\n[^1]: 乙', ['5 text/repeated-note [^1]: 乙']],
    ['<table>\n<tr><td>甲[^1]</td></tr>\n</table>\n\n[^1]: 注', ['5 text/unused-note [^1]:']],
    ['镇\t人\n甲\t1', ['1 text/rows-without-head 镇\t人']],
    ['| 镇 | 人 |\n| 甲 | 1 |', ['1 text/rows-without-head | 镇 | 人 |']],
    ['| 镇 | 人 |\n| - |\n| 甲 | 1 |', ['1 text/rows-without-head | 镇 | 人 |']],
    ['##一、要求', ['1 text/unknown-mark ##一、要求']],
    ['[网站]: https://www.gov.cn/', ['1 text/unknown-mark [网站]: https://www.gov.cn/']],
    ['* 甲\n* 乙', ['1 text/unknown-mark * 甲']],
    ['#乡村振兴#', []],
    ['1.\t甲\n2.\t乙', []],
    ['（一）\t甲\n（二）\t乙', []],
    ['| 镇 | 人 |\n| - | - |\n| 甲 | 1 |\n---\n正文', []],
    ['<table>\n<tr><td>甲</td></tr>\n</table>\n## 二、要求', ['4 text/joined-line ## 二、要求']],
    ['<table>\n<tr><td>甲</td></tr>\n</table>\n\n## 二、要求', []],
    ['见C:\\[资料]\\#1。', ['1 text/lost-backslash C:\\[资料]\\#1']],
    ['\\\\server\\共享', ['1 text/lost-backslash \\\\server\\共享']],
    ['存入C:\\\n另行通知', ['1 text/lost-backslash C:\\']],
    ['C:\\目录\\文件，138\\*\\*1234', []],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));
});

it.each(['C:\\[资料]\\#1', '\\\\server\\共享\\_a', 'D:\\\\_a\\*.txt'])(
  'the mend for a path shows all of it: %s',
  (path) => {
    const [fault] = markdownFacts(path).faults;
    expect(fault?.code).toBe('text/lost-backslash');
    const mended = fault?.expected ?? '';
    expect(markdownFacts(mended).faults).toEqual([]);
    expect(readerOf(renderMarkdown(mended).html)).toBe(path.replace('D:\\\\', 'D:\\'));
  },
);

/** Pieces that officers' lines are made of; `N` stands for a number. */
const WORDS =
  '各乡镇¦请于¦王**¦李**¦张*明¦138****1234¦N~N元¦N~~N日¦>N周岁¦<N元¦_N_¦__¦***¦*¦**注意：**¦请**务必**¦**¦~~作废。~~¦~¦、¦，¦。¦：¦和¦（N）¦N¦N%¦. ¦.¦- ¦+¦=¦`¦岳阳镇**路**号¦公司¦欧阳**¦元¦ '.split(
    '¦',
  );
const STARTS =
  '¦¦¦　　¦    ¦# ¦## ¦##¦- ¦* ¦+ ¦N. ¦N.¦N) ¦2026. 6. ¦> ¦>¦-¦一、¦（一）¦---¦===¦***'.split('¦');

describe('a text of any such lines', () => {
  const random = randomNumbers(20261130);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const number = () => String(Math.floor(random() * 1200));
  const line = () => {
    const words = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(WORDS));
    return (pick(STARTS) + words.join('')).replaceAll('N', number);
  };
  const text = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 6) },
      () => line() + (random() < 0.4 ? '\n' : ''),
    ).join('\n');

  it('has every character on its page, in its order', () => {
    for (let round = 0; round < 3_000; round += 1) {
      const source = text();
      const { html } = renderMarkdown(source);
      const page = readerOf(html);
      expect({ source, page: plain(page) }).toEqual({ source, page: plain(source) });
      const stars = signs(page, '*') + 4 * count(html, 'strong');
      expect({ source, stars }).toEqual({ source, stars: signs(source, '*') });
      const tildes = signs(page, '~') + 4 * count(html, 'del');
      expect({ source, tildes }).toEqual({ source, tildes: signs(source, '~') });
      const quotes = source.match(/^[ \t]*(?:>[ \t])+/gm)?.join('') ?? '';
      expect(signs(page, '>')).toBeGreaterThanOrEqual(signs(source, '>') - signs(quotes, '>'));
      const headings = source.match(/^[ \t>-]*#+[ \t]/gm)?.join('') ?? '';
      expect(signs(page, '#')).toBeGreaterThanOrEqual(signs(source, '#') - signs(headings, '#'));
    }
  });

  it('and the same in cells of a table', () => {
    const cell = () => line().replaceAll('|', '').trim();
    for (let round = 0; round < 1_000; round += 1) {
      const [a, b] = [cell(), cell()];
      const source = `| 甲 | 乙 |\n| --- | --- |\n| ${a} | ${b} |`;
      const { html } = renderMarkdown(source);
      const page = plain(readerOf(html));
      expect({ source, page }).toEqual({ source, page: plain(`甲乙${a}${b}`) });
      const stars = signs(readerOf(html), '*') + 4 * count(html, 'strong');
      expect({ source, stars }).toEqual({ source, stars: signs(source, '*') });
    }
  });
});

describe('what is told of tables and notes', () => {
  const random = randomNumbers(5);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const PARTS =
    '| 甲 | 乙 |¦| - | - |¦| 丙 | 丁 |¦| 丙 | 丁 | 戊 |¦| 己 |¦正文¦正文[^1]。¦又[^2]。¦[^1]: 注¦[^2]: 注¦> | 甲 |¦> | - |¦> | 乙 | 丙 |¦¦¦- 项¦## 题¦| 庚 \\| 辛 | 壬 |¦<table>¦<tr><td>甲[^1]</td></tr>¦</table>'.split(
      '¦',
    );

  it('is what the parser drops, whatever stands beside what', () => {
    for (let round = 0; round < 3_000; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(random() * 9) }, () => pick(PARTS)).join(
        '\n',
      );
      const { faults } = markdownFacts(text);
      const told = (code: string) => faults.filter((fault) => fault.code === code).length;
      const { cells, notes } = dropped(text);
      expect({ text, cells: told('text/lost-cells') }).toEqual({ text, cells });
      expect({ text, notes: told('text/unused-note') + told('text/repeated-note') > 0 }).toEqual({
        text,
        notes: notes > 0,
      });
    }
  });

  /** Rows with cells beyond the head, and notes that stand nowhere on the page, by the tree itself. */
  function dropped(text: string): { cells: number; notes: number } {
    let cells = 0;
    const cited = new Set<string>();
    const defined: string[] = [];
    visit(parseMarkdown(text), (node) => {
      if (node.type === 'footnoteReference') cited.add(node.identifier);
      if (node.type === 'footnoteDefinition') defined.push(node.identifier);
      if (node.type !== 'table') return;
      const columns = node.children[0]?.children.length ?? 0;
      cells += node.children.filter(({ children }) => children.length > columns).length;
    });
    return {
      cells,
      notes: defined.filter((id, at) => !cited.has(id) || defined.indexOf(id) < at).length,
    };
  }
});
