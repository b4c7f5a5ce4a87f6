/*
 * Bodies of every sort that the dialect knows, alone, beside and within each other, and what people and programs
 * make of them by mistake. The same ones each time.
 */

/** A small generator (mulberry32): the same numbers each time. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Targets of links and pictures: what is written by hand, pasted, and cut off. */
const TARGETS = [
  'https://www.gov.cn/zhengce/content_1.htm?a=1&b=2#c',
  'https://www.gov.cn/（一）',
  'https://例子.中国/公开',
  'https://a.cn:8443/%E5%85%AC%E5%BC%80',
  'https://a.cn/%zz%E0%A4%A',
  'https://[::1]/',
  'https://',
  'http://a b.cn/',
  'mailto:zwgk@a.cn',
  'mailto:',
  'tel:0564-1234567',
  '#s-1',
  '#',
  '##',
  '#%zz',
  '?',
  './',
  '../',
  '/',
  '//a.cn/x',
  'other.md',
  'other.md#s-1',
  './other.md?x',
  '../2026/other.md',
  '/qingtian/2026/other/',
  'javascript:alert(1)',
  'data:text/html,x',
  'ID/tu.png',
  './ID/tu.png',
  'ID/%74u.png',
  'ID/tu.png?x#y',
  'ID/tu.png "题目"',
  'ID/没有.png',
  '<ID/tu png.png>',
  'constructor',
  '__proto__/tu.png',
  'a\\b',
  'a(b(c)',
  '\u202Egnp.ut',
];

const WORDS = [
  '为做好工作，现公告如下。',
  '**注意：**请于8:30前办理',
  '王*明、李*华，3~5日',
  '~~删去~~',
  '见注[^1]和[^二]',
  '`a{b}<c>`',
  'a &lt; b &amp;nbsp; &#0; &#x110000; &unknown; &',
  'H<sub>2</sub>O，m<sup>2</sup>，<u>下划</u>',
  '一<br>二<br/>三',
  '\\* \\[ \\< \\{ \\',
  '1. 2. 3',
  '$x^2$ {x} }{',
  '<b>粗</b>',
  '<!-- 注 -->',
  '\u0000\u200b\ufeff\u2028\u{1f600}\ud800',
  'www.a.cn和https://b.cn/c（见）zwgk@a.cn。',
  '<Tip>',
  '=== --- ***',
];

const COMPONENTS = [
  '<Tip title="提示">IN</Tip>',
  '<Tip title="提醒">\n\nIN\n\n</Tip>',
  '<Steps title="步骤">\n\n<Step title="一">\n\nIN\n\n</Step>\n\n</Steps>',
  '<Steps>\nIN\n</Steps>',
  '<Step>IN</Step>',
  '<Diagram src="ID/tu.png" alt="图" caption="说明" />',
  '<Diagram src="ID/tu.png" alt="" />',
  '<Diagram src="没有.png" />',
  '<Diagram />',
  '<Diagram src="https://a.cn/a.png" alt="图" />',
  '<Video src="ID/tu.png" title="片" transcript="ID/tu.png" />',
  '<Video src="https://v.cn/a.mp4" />',
  '<Video />',
  '<Questions title="问答">\n<Question ask="何时？">\nIN\n</Question>\n</Questions>',
  '<Questions>\n\nIN\n\n</Questions>',
  '<Question ask="a&quot;b &lt; {c}">IN</Question>',
  '<Tip title={"x"}>IN</Tip>',
  '<Tip title>IN</Tip>',
  '<Tip title="a" title="b">IN</Tip>',
  '<Tip {...x}>IN</Tip>',
  '<Tip.a>IN</Tip.a>',
  '<Tip:a />',
  '<tip>IN</tip>',
  '<>IN</>',
  '<Tip children="x">IN</Tip>',
  '<Tip class="x" data-a="b">IN</Tip>',
  '<Tip key="1">IN</Tip>',
  '<Tip slot="x">IN</Tip>',
  '<Tip set:html="&lt;b&gt;">IN</Tip>',
  '<table><tbody><tr><td>IN</td></tr></tbody></table>',
  '<table>\n<tr>\n<td colspan="2" rowspan="0" scope="x">\n\nIN\n\n</td>\n</tr>\n</table>',
  '<td>IN</td>',
  '<br/>',
  '<br>IN</br>',
  '<u>IN</u>',
  '{1 + 1}',
  '{/* 注 */}',
  'export const a = 1',
  'import a from "b"',
];

type Choose = <T>(all: readonly T[]) => T;

interface Odd {
  /** Whether components may stand in it. */
  readonly mdx: boolean;
  /** How far blocks stand within each other at most. */
  readonly deep: number;
}

/** Some blocks of a body. */
export function oddBlocks(random: () => number, { mdx, deep }: Odd): string[] {
  const choose: Choose = (all) => all[Math.floor(random() * all.length)] as (typeof all)[number];
  const times = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make);
  const inline = (): string => {
    const words = times(3, () => {
      const kind = random();
      if (kind < 0.55) return choose(WORDS);
      if (kind < 0.75) return `[${choose(WORDS)}](${choose(TARGETS)})`;
      if (kind < 0.85) return `![${choose(['图', '', choose(WORDS)])}](${choose(TARGETS)})`;
      if (kind < 0.92) return `**${choose(WORDS)}**`;
      return mdx ? choose(COMPONENTS).replaceAll('\n', ' ').replace('IN', choose(WORDS)) : '文';
    });
    return words.join('');
  };
  const indented = (text: string, first: string, rest: string) =>
    text
      .split('\n')
      .map((line, at) => (at === 0 ? first : line === '' ? '' : rest) + line)
      .join('\n');
  const block = (level: number): string => {
    const inner = () => (level > 0 ? times(2, () => block(level - 1)).join('\n\n') : inline());
    const number = choose(['1', '7', '007', '999']);
    const row = `<tr><td colspan="2">${inline()}</td></tr>`;
    const kinds: (() => string)[] = [
      inline,
      () => times(4, inline).join('\n'),
      () => `${'#'.repeat(1 + Math.floor(random() * 7))} ${inline()}`,
      () => times(3, () => indented(inner(), '- ', '  ')).join('\n'),
      () => times(3, () => indented(inner(), `${number}. `, '   ')).join('\n'),
      () => indented(inner(), '> ', '> '),
      () => `|${times(4, inline).join('|')}|\n|-|:-:|\n|${times(6, inline).join('|')}|\n|甲|`,
      () => `文[^1]\n\n[^${choose(['1', '二', 'constructor'])}]: ${indented(inner(), '', '    ')}`,
      () => `<table>\n<thead><tr><th>${inline()}</th></tr></thead>\n${row}\n</table>`,
      () => '---',
      () => `\`\`\`\n${inline()}\n\`\`\``,
      () => `    ${inline()}`,
      () => `\t${inline()}`,
    ];
    const component = () => choose(COMPONENTS).replace('IN', inner());
    if (mdx) kinds.push(component, component, component);
    return choose(kinds)();
  };
  return times(5, () => block(Math.floor(random() * deep)));
}

/** Bodies at the bounds of what is read: as deep, as wide and as long as it may be. */
export const BOUNDARY_BODIES: Readonly<Record<string, () => string>> = {
  'quotations in each other': () => `${'> '.repeat(12)}文`,
  'items in each other': () =>
    Array.from({ length: 12 }, (_, at) => `${'  '.repeat(at)}- 文`).join('\n'),
  'tags in each other': () => `${'<u><sup>'.repeat(19)}文${'</sup></u>'.repeat(19)}`,
  'tables in each other': () =>
    `${'<table><tr><td>'.repeat(10)}文${'</td></tr></table>'.repeat(10)}`,
  'a table of many rows': () => `|甲|乙|\n|-|-|\n${'|一|二|\n'.repeat(20_000)}`,
  'a table of many columns': () =>
    `${'|甲'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|一'.repeat(3000)}|`,
  'a table of tags': () => `<table>${'<tr><td>一</td><td>二</td></tr>'.repeat(5000)}</table>`,
  paragraphs: () => '一段文字。\n\n'.repeat(40_000),
  headings: () => '## 一\n\n'.repeat(10_000),
  notes: () => Array.from({ length: 2000 }, (_, at) => `文[^${at}]\n\n[^${at}]: 注`).join('\n\n'),
  links: () => '[一](https://a.cn/)\n\n'.repeat(5000),
  'a line of words': () => '文'.repeat(600_000),
  'bold words': () => '**一**二\n\n'.repeat(20_000),
};
