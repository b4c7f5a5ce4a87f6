import { describe, expect, it } from 'vitest';
import { linkTarget, MDX_COMPONENTS, markdownFacts, mdxFacts } from '../src/markdown/index.ts';

const told = (text: string, read = markdownFacts) =>
  read(text).faults.map(({ code, line, column, value }) => `${line}:${column} ${code} ${value}`);
const html = (at: string, value: string) => `${at} safety/html-outside-dialect ${value}`;
const uneven = (at: string, value: string) => `${at} safety/html-unbalanced ${value}`;

describe('a Markdown body may hold', () => {
  it.each([
    ['plain text', '正文。\n\n第二段。'],
    [
      'headings, lists, links and pictures',
      '# 一\n\n- [网站](https://www.gov.cn/)\n- ![图](a/b.png)',
    ],
    [
      'mail, telephone and addresses written out',
      'a@b.cn <tel:12345> www.gov.cn https://www.gov.cn',
    ],
    ['the inline tags', 'H<sub>2</sub>O、m<sup>2</sup>、<u>下划线</u>、上<br>下<br/>下<BR />'],
    ['inline tags within bold', '**<u>重要</u>**'],
    ['a comparison', '收入 < 5000 元，且 a<5'],
    ["what is no tag, such as Word's", '<o:p></o:p> <见附件>'],
    ['tags that are escaped', '\\<script> &lt;script&gt;'],
    ['a table', '<table><tr><th scope="col">项</th></tr><tr><td>一</td></tr></table>'],
    [
      'merged cells over several lines',
      '<table>\n<thead>\n<tr>\n<th rowspan="2" scope="col">项</th>\n<th colspan=3>数</th>\n</tr>\n</thead>\n' +
        "<tbody>\n<tr>\n<td rowspan='2'>一</td>\n</tr>\n</tbody>\n</table>",
    ],
    ['an indented table', '<table>\n  <tr>\n    <td>一</td>\n    <td>二</td>\n  </tr>\n</table>'],
    ['a table with blank lines', '<table>\n\n<tr>\n\n<td>一</td>\n\n</tr>\n\n</table>'],
    [
      'Markdown in cells',
      '<table>\n<tr>\n<td>\n\n- **一**\n- 二\n\n</td>\n<td>\n\n段落<br>换行\n\n</td>\n</tr>\n</table>',
    ],
    ['a table in a cell', '<table><tr><td><table><tr><td>一</td></tr></table></td></tr></table>'],
    ['a table in a list', '- 一\n\n  <table>\n  <tr><td>一</td></tr>\n  </table>'],
    ['inline tags in cells', '| a |\n| - |\n| x<br>y<sub>2</sub> |'],
  ])('%s', (_, text) => expect(told(text)).toEqual([]));
});

describe('a Markdown body may not hold', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', [html('1:1', '<script>')]],
    ['a script in a sentence', '正文<script src=x>', [html('1:3', '<script src=x>')]],
    [
      'a frame',
      '文\n\n<iframe src="https://a.cn"></iframe>',
      [html('3:1', '<iframe src="https://a.cn">')],
    ],
    ['a style sheet', '<style>', [html('1:1', '<style>')]],
    [
      'a picture tag',
      '<img src=x onerror=alert(1)>',
      [html('1:1', '<img src=x onerror=alert(1)>')],
    ],
    ['a comment', '文 <!-- 注 --> 字', [html('1:3', '<!-- 注 -->')]],
    ['a comment that never ends', '<!-- 注\n\n下文', [html('1:1', '<!-- 注')]],
    ['a declaration', '<!DOCTYPE html>', [html('1:1', '<!DOCTYPE html>')]],
    ['an instruction', '<?php echo 1 ?>', [html('1:1', '<?php echo 1 ?>')]],
    ['CDATA', '<![CDATA[x]]>', [html('1:1', '<![CDATA[x]]>')]],
    ['layout tags', '<div>\n文\n</div>', [html('1:1', '<div>')]],
    ['drawings', '<svg onload=alert(1)>', [html('1:1', '<svg onload=alert(1)>')]],
    ['a form', '<form action=x><input>', [html('1:1', '<form action=x>'), html('1:16', '<input>')]],
    ['a link tag', '<a href="x">文</a>', [html('1:1', '<a href="x">')]],
    ['a tag over two lines', '文<a href="x"\n title="y">字', [html('1:2', '<a href="x"')]],
    [
      'two tags in one line, each at its place',
      '甲<b>乙</b>丙<hr>',
      [html('1:2', '<b>'), html('1:11', '<hr>')],
    ],
    [
      'the third line of a table',
      '<table>\n<tr>\n<td>一<font>二</td>\n</tr>\n</table>',
      [html('3:6', '<font>')],
    ],
    [
      'a tag in a list, indented',
      '- 一\n\n  <table>\n  <tr><td><b></td></tr>\n  </table>',
      [html('4:11', '<b>')],
    ],
    [
      'a tag in a quotation',
      '> <table>\n> <tr><td><b></td></tr>\n> </table>',
      [html('2:11', '<b>')],
    ],
    ['a tag in a table cell', '| 甲 |\n| --- |\n| <b> |', [html('3:3', '<b>')]],
    [
      'a style',
      '<table><tr><td style="color:red">一</td></tr></table>',
      [html('1:12', '<td style="color:red">')],
    ],
    [
      'a class',
      '<table class="x"><tr><td>一</td></tr></table>',
      [html('1:1', '<table class="x">')],
    ],
    ['a handler', '<u onclick="alert(1)">一</u>', [html('1:1', '<u onclick="alert(1)">')]],
    ['a handler in capitals', '<U ONCLICK=alert(1)>一</U>', [html('1:1', '<U ONCLICK=alert(1)>')]],
    ['a handler on a line break', '一<br onclick=x>二', [html('1:2', '<br onclick=x>')]],
    [
      'a property of all objects',
      '<table><tr><td constructor="x">一</td></tr></table>',
      [html('1:12', '<td constructor="x">')],
    ],
    [
      'a span of nothing',
      '<table><tr><td rowspan="0">一</td></tr></table>',
      [html('1:12', '<td rowspan="0">')],
    ],
    [
      'a span of a thousand',
      '<table><tr><td colspan="1000">一</td></tr></table>',
      [html('1:12', '<td colspan="1000">')],
    ],
    [
      'a scope on a data cell',
      '<table><tr><td scope="row">一</td></tr></table>',
      [html('1:12', '<td scope="row">')],
    ],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));

  it.each([
    ['javascript:alert(1)', '[a](javascript:alert(1))'],
    ['JaVaScRiPt:alert(1)', '[a](JaVaScRiPt:alert(1))'],
    ['javascript:alert(1)', '[a](&#106;avascript&colon;alert&lpar;1&rpar;)'],
    ['javascript:alert(1)', '[a](&#x6A;avascript&#58;alert(1))'],
    ['java\tscript:alert(1)', '[a](<java\tscript:alert(1)>)'],
    ['java\nscript:alert(1)', '[a](java&NewLine;script:alert(1))'],
    ['\u0001javascript:alert(1)', '[a](<\u0001javascript:alert(1)>)'],
    ['\u200bjavascript:alert(1)', '[a](\u200bjavascript:alert(1))'],
    ['javascript\\:alert(1)', '[a](javascript\\\\:alert(1))'],
    ['javascript:alert(1)', '<javascript:alert(1)>'],
    ['vbscript:msgbox(1)', '[a](vbscript:msgbox(1))'],
    ['data:text/html,x', '[a](data:text/html,x)'],
    ['data:image/svg+xml,x', '![a](data:image/svg+xml,x)'],
    ['file:///c:/x.doc', '[a](file:///c:/x.doc)'],
    ['blob:x', '[a](blob:x)'],
    ['ftp://a.cn/', '[a](ftp://a.cn/)'],
    ['//a.cn/x', '[a](//a.cn/x)'],
    ['\\\\a.cn\\x', '[a](\\\\\\\\a.cn\\\\x)'],
    ['/\\a.cn', '[a](/\\\\a.cn)'],
    [' //a.cn', '[a](<&#32;//a.cn>)'],
  ])('a link to %j', (url, text) => {
    expect(told(text)).toEqual([`1:1 safety/link-scheme ${url}`]);
  });

  it.each([
    ['a footnote', '文[^1]\n\n[^1]: [a](javascript:alert(1))', '3:7'],
    ['a heading', '## [a](javascript:alert(1))', '1:4'],
    ['a table cell', '| a |\n| - |\n| [a](javascript:alert(1)) |', '3:3'],
    ['bold text in a list', '- 一\n- **[a](javascript:alert(1))**', '2:5'],
  ])('a link that runs code in %s', (_, text, at) => {
    expect(told(text)).toEqual([`${at} safety/link-scheme javascript:alert(1)`]);
  });

  it.each([
    ['directly', '文![图](https://a.cn/x.png)', '1:2 safety/image-outside https://a.cn/x.png'],
    [
      'without encryption',
      '![图](http://a.cn/x.png)',
      '1:1 safety/image-outside http://a.cn/x.png',
    ],
    [
      'in a link',
      '[![图](https://a.cn/x.png)](https://a.cn/)',
      '1:2 safety/image-outside https://a.cn/x.png',
    ],
  ])('a picture of another site, %s', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    ['a table that never ends', '<table><tr><td>一</td></tr>', [uneven('1:1', '<table>')]],
    ['a cell that never ends', '<table>\n<tr><td>一</tr>\n</table>', [uneven('2:5', '<td>')]],
    ['a cell in a cell', '<table>\n<tr><td>一<td>二</td></tr>\n</table>', [uneven('2:5', '<td>')]],
    [
      'a row in a row',
      '<table><tr><td>一</td><tr><td>二</td></tr></table>',
      [uneven('1:8', '<tr>')],
    ],
    ['an end without a beginning', '一</u>二', [uneven('1:2', '</u>')]],
    ['a cell outside a row', '<table><td>一</td></table>', [uneven('1:8', '<td>')]],
    ['a row outside a table', '<tr><td>一</td></tr>', [uneven('1:1', '<tr>')]],
    ['a table directly in a table', '<table><table></table></table>', [uneven('1:8', '<table>')]],
    [
      'words between rows',
      '<table>\n文字\n<tr><td>一</td></tr>\n</table>',
      [uneven('1:8', '文字')],
    ],
    [
      'a paragraph between rows',
      '<table>\n\n文字\n\n<tr><td>一</td></tr>\n</table>',
      [uneven('3:1', '文字')],
    ],
    [
      'an inline tag between cells',
      '<table><tr><u>一</u><td>二</td></tr></table>',
      [uneven('1:12', '<u>')],
    ],
    [
      'a line break between cells',
      '<table><tr><br><td>二</td></tr></table>',
      [uneven('1:12', '<br>')],
    ],
    [
      'an inline tag over two paragraphs',
      '<u>一\n\n二</u>',
      [uneven('1:1', '<u>'), uneven('3:2', '</u>')],
    ],
    [
      'an inline tag about paragraphs',
      '<u>\n\n一\n\n</u>',
      [uneven('1:1', '<u>'), uneven('5:1', '</u>')],
    ],
    ['an inline tag that never ends', '# <sub>一\n\n二', [uneven('1:3', '<sub>')]],
    ['an inline tag across bold', '**<u>一**</u>', [uneven('1:3', '<u>'), uneven('1:9', '</u>')]],
    [
      'inline tags crossed',
      '<u><sub>一</u></sub>',
      [uneven('1:4', '<sub>'), uneven('1:14', '</sub>')],
    ],
    [
      'an inline tag over two cells',
      '| a | b |\n| - | - |\n| <u>一 | 二</u> |',
      [uneven('3:3', '<u>'), uneven('3:11', '</u>')],
    ],
    [
      'a table across a list',
      '- <table>\n\n</table>',
      [uneven('1:3', '<table>'), uneven('3:1', '</table>')],
    ],
    ['a table in a sentence', '见<table><tr><td>一</td></tr></table>', [uneven('1:2', '<table>')]],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected));

  it('an end without its refused beginning, which alone is named otherwise', () => {
    expect(told('<b>一</b> <b>二</b>')).toEqual([html('1:1', '<b>'), html('1:10', '<b>')]);
    expect(told('一</b>')).toEqual([html('1:2', '</b>')]);
    expect(told('<b>一</b></b>')).toEqual([html('1:1', '<b>'), html('1:9', '</b>')]);
  });

  it('a long row of half tags, and says so without delay', () => {
    const start = performance.now();
    for (const part of [
      '<',
      '<a ',
      '<td rowspan="',
      '</',
      '<!--',
      '<td a a a a a ',
      '[',
      '![a](',
    ]) {
      markdownFacts(part.repeat(3000));
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('what a link points to', () => {
  it.each([
    ['outside', 'https://www.gov.cn/'],
    ['outside', 'HTTP://www.gov.cn/'],
    ['contact', 'mailto:a@b.cn'],
    ['contact', 'tel:028-12345'],
    ['inside', 'a/附件.pdf'],
    ['inside', '../2023/a.md#s-1'],
    ['inside', '/2023/a/?x=a:b'],
    ['inside', '#s-1'],
    ['inside', ''],
    ['inside', '名录：附件.pdf'],
    ['refused', '附件1:名录.pdf'],
    ['refused', 'https\u00ad:x'],
  ])('is %s: %j', (target, url) => expect(linkTarget(url)).toBe(target));
});

describe('an MDX body', () => {
  const mdx = (text: string) => told(text, mdxFacts);
  const component = (at: string, value: string) => `${at} safety/mdx-component ${value}`;

  it('may use every listed component with literal properties, and Markdown within', () => {
    for (const [name, { props }] of Object.entries(MDX_COMPONENTS)) {
      const written = props.map((prop) => `${prop}="a/b"`).join(' ');
      expect(
        mdx(`文\n\n<${name} ${written}>\n\n**一**，[网站](https://www.gov.cn/)\n\n</${name}>`),
      ).toEqual([]);
    }
    expect(mdx('<Tip>\n\n- 一\n\n| a |\n| - |\n| b |\n\n</Tip>\n\n\\{不是代码\\}')).toEqual([]);
  });

  it.each([
    ['import', '文\n\nimport x from "fs"', ['3:1 safety/mdx-import import x from "fs"']],
    ['export', 'export const a = 1\n\n文', ['1:1 safety/mdx-import export const a = 1']],
    ['an expression', '一共 {1 + 1} 项', ['1:4 safety/mdx-expression {1 + 1}']],
    [
      'an expression on lines of its own',
      '文\n\n{\n  process.exit()\n}',
      ['3:1 safety/mdx-expression {}'],
    ],
    ['a comment', '{/* 注 */}', ['1:1 safety/mdx-expression {/* 注 */}']],
    ['an expression within a component', '<Tip>{x}</Tip>', ['1:6 safety/mdx-expression {x}']],
    ['an expression for a property', '<Tip title={x}>文</Tip>', [component('1:1', '<Tip title>')]],
    ['a text as an expression', '<Tip title={"x"}>文</Tip>', [component('1:1', '<Tip title>')]],
    ['a property without a value', '<Tip title>文</Tip>', [component('1:1', '<Tip title>')]],
    ['spread properties', '<Tip {...x}>文</Tip>', [component('1:1', '<Tip {…}>')]],
    ['a component that is not listed', '文<Chart/>', [component('1:2', '<Chart>')]],
    ['a part of a component', '<Tip.Inner/>', [component('1:1', '<Tip.Inner>')]],
    ['a fragment', '<>文</>', [component('1:1', '<>')]],
    [
      'a property that is not listed',
      '<Tip onClick="x">文</Tip>',
      [component('1:1', '<Tip onClick>')],
    ],
    [
      'the means to set HTML',
      '<Tip set:html="<script>">文</Tip>',
      [component('1:1', '<Tip set:html>')],
    ],
    ['a lower-case element', '<div>文</div>', [component('1:1', '<div>')]],
    ['a table as HTML', '<table/>', [component('1:1', '<table>')]],
    ['a name that all objects have', '<constructor/>', [component('1:1', '<constructor>')]],
    ['such a name with a property', '<toString x="1"/>', [component('1:1', '<toString>')]],
    [
      'a video of another site',
      '<Video src="https://a.cn/x.mp4"/>',
      ['1:1 safety/image-outside https://a.cn/x.mp4'],
    ],
    [
      'a picture that runs code',
      '<Diagram src="javascript:alert(1)"/>',
      ['1:1 safety/link-scheme javascript:alert(1)'],
    ],
    [
      'a link that runs code',
      '[a](javascript:alert(1))',
      ['1:1 safety/link-scheme javascript:alert(1)'],
    ],
  ])('may not hold %s', (_, text, expected) => expect(mdx(text)).toEqual(expected));

  it.each([
    ['a component that never ends', '文\n\n<Tip>\n\n一', '3:1 组件的开始标签和结束标签没有配对'],
    ['components crossed', '<Tip><Step></Tip></Step>', '1:12 组件的开始标签和结束标签没有配对'],
    ['an end too many', '</Tip>', '1:2 多出一个结束标签'],
    ['a brace that never ends', '一共 {1 项', '1:8 到文末还缺少尖括号、花括号或引号'],
    ['a quotation that never ends', '<Tip title="a>', '1:15 到文末还缺少尖括号、花括号或引号'],
    [
      'an HTML comment',
      '<!-- 注 -->',
      '1:2 尖括号“<”后面不能是这个字符；注释和“<网址>”的写法在 .mdx 中不能用',
    ],
    ['code that is none', '一共 {a b} 项', '1:6 花括号、import 或 export 中是代码'],
    ['code for all properties', '<Tip {x}>文</Tip>', '1:7 组件的属性中有花括号'],
  ])('cannot be read with %s', (_, text, expected) => {
    expect(mdx(text)).toEqual([expected.replace(' ', ' safety/mdx-syntax ')]);
  });
});
