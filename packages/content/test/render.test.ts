import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../src/markdown/index.ts';

const html = (text: string) => renderMarkdown(text).html.trim();

/** The page as a browser takes it: by the HTML standard's own parser. */
function elementsOf(page: string): Element[] {
  const tree: Root = fromHtml(page, { fragment: true });
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    found.push(node);
  });
  return found;
}

const PLAIN = new Set(
  'a blockquote br del div h1 h2 h3 h4 h5 h6 hr img li ol p section strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
);
const PROPERTIES = new Set(
  'alt ariaDescribedBy ariaLabel checked className colSpan dataFootnoteBackref dataFootnoteRef dataFootnotes disabled href id rel role rowSpan scope src start tabIndex title type'.split(
    ' ',
  ),
);

/** What in a page could run, load or send anything, as `<tag>` or `tag.property=value`. */
function dangers(page: string): string[] {
  return elementsOf(page).flatMap(({ tagName, properties }) => {
    const bad = PLAIN.has(tagName) ? [] : [`<${tagName}>`];
    for (const [name, value] of Object.entries(properties)) {
      const address = name === 'href' || name === 'src';
      const runs = address && !/^(?:https?:|mailto:|tel:|#|[^:]*$|[^:]*[/?#])/i.test(String(value));
      const loads = name === 'src' && /^\s*(?:\w+:|[\\/]{2})/.test(String(value));
      if (!PROPERTIES.has(name) || runs || loads) bad.push(`${tagName}.${name}=${value}`);
    }
    return bad;
  });
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//a.cn/x.js></SCRIPT>',
  '<script\n>alert(1)</script\n>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script',
  '<script>',
  '<script/x>alert(1)</script>',
  '</p><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)" alt="a>b">',
  '<img src=x:x onerror=alert(1)//',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data="data:text/html,x"></object>',
  '<embed src="x.swf">',
  '<link rel="stylesheet" href="//a.cn">',
  '<meta http-equiv="refresh" content="0;url=//a.cn">',
  '<base href="//a.cn/">',
  '<style>@import "//a.cn";</style>',
  '<form action="//a.cn"><button>x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<body onload=alert(1)>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<!-- --!><script>alert(1)</script> -->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml <script>alert(1)</script> ?>',
  '<!DOCTYPE x [<script>alert(1)</script>]>',
  '<table><tr><td onclick=alert(1)>x</td></tr></table>',
  '<table><tr><td rowspan="2" onclick="alert(1)">x</td></tr></table>',
  '<table><tr><td style="background:url(//a.cn)">x</td></tr></table>',
  '<table background="//a.cn/x.png"><tr><td>x</td></tr></table>',
  '<td rowspan="1\n" onmouseover="alert(1)">',
  '<td rowspan=1onclick=alert(1)>',
  '<td/onclick=alert(1)>',
  '<td rowspan="2"onclick=alert(1)>',
  '<td colspan="3\'\'" title="<script>">',
  '<th scope="row"><script>alert(1)</script></th>',
  '<u/onclick=alert(1)>x</u>',
  '<br onerror=alert(1) />',
  '<sub\tonclick=alert(1)>x</sub>',
  '<u\u0000onclick=alert(1)>x',
  '<td constructor=x __proto__=y>',
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT&colon;alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](&#1;javascript:alert(1))',
  '[a](<javascript:alert("x")>)',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](//a.cn)',
  '![a](javascript:alert(1))',
  '![a](https://a.cn/x.png)',
  '![a](//a.cn/x.png)',
  '![a][b]\n\n[b]: https://a.cn/x.png',
  '![a"onerror="alert(1)](x.png)',
  '![a](x.png "b\\" onerror=\\"alert(1)")',
  '[a](x "b\\" onclick=\\"alert(1)")',
  '[a](x"onclick="alert(1))',
  '<javascript:alert(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '[a]: vbscript:x\n\n[a]',
  '文[^"onclick=alert(1)]\n\n[^"onclick=alert(1)]: <script>alert(1)</script>',
  '```"onclick="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '| <script>alert(1)</script> |\n| :-: |\n| <img src=x onerror=alert(1)> |',
  '# <script>alert(1)</script> {#x onclick=alert(1)}',
  '- [ ] <input onfocus=alert(1) autofocus>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<u>&lt;script&gt;alert(1)</u>',
  '<table><tr><td>&lt;img src=x onerror=alert(1)&gt;</td></tr></table>',
  '<table>\n<tr><td>\n&#60;script&#62;\n</td></tr></table>',
];

describe('a hostile text', () => {
  it.each(HOSTILE)('does nothing: %j', (text) => {
    expect(dangers(html(text))).toEqual([]);
    expect(dangers(html(`- 一\n\n  > ${text.replaceAll('\n', '\n  > ')}`))).toEqual([]);
    expect(dangers(html(`<table>\n<tr>\n<td>\n\n${text}\n\n</td>\n</tr>\n</table>`))).toEqual([]);
  });

  it('would be seen by these tests', () => {
    expect(dangers('<script>')).toEqual(['<script>']);
    expect(dangers('<u onclick=x>')).toEqual(['u.onClick=x']);
    expect(dangers('<a href="java&#9;script:x">')).toHaveLength(1);
    expect(dangers('<img src="//a.cn/x">')).toHaveLength(1);
    expect(dangers('<img src="https://a.cn/x">')).toHaveLength(1);
    expect(dangers('<a href="https://a.cn/">')).toEqual([]);
  });

  it('keeps its words, where they were text', () => {
    expect(html('甲<b>乙</b>丙')).toBe('<p>甲乙丙</p>');
    expect(html('[网站](javascript:x)')).toBe('<p><a>网站</a></p>');
  });
});

describe('headings', () => {
  it('have ids in order and are listed with their text', () => {
    const { html: page, headings } = renderMarkdown(
      '## 一、**总则**\n\n文\n\n### （一）范围\n\n## 二',
    );
    expect(headings).toEqual([
      { depth: 2, id: 's-1', text: '一、总则' },
      { depth: 3, id: 's-2', text: '（一）范围' },
      { depth: 2, id: 's-3', text: '二' },
    ]);
    expect(page).toContain('<h2 id="s-1">一、<strong>总则</strong></h2>');
  });

  it('move down by one where the text has a top heading of its own, to the sixth at most', () => {
    const depths = (text: string) => renderMarkdown(text).headings.map(({ depth }) => depth);
    expect(depths('# 一\n\n## 二\n\n###### 六')).toEqual([2, 3, 6]);
    expect(depths('## 二\n\n### 三')).toEqual([2, 3]);
  });
});

describe('links and pictures', () => {
  const resolved = (text: string) =>
    renderMarkdown(text, {
      resolve: (url) => (url.startsWith('a/') ? `/x/${url}` : undefined),
    }).html.trim();

  it('inside the site get the address that the page gives them', () => {
    expect(resolved('[表](a/b.pdf)')).toBe('<p><a href="/x/a/b.pdf">表</a></p>');
    expect(resolved('![图](a/b.png)')).toBe('<p><img src="/x/a/b.png" alt="图"></p>');
  });

  it('that lead nowhere are dropped, and their words stay', () => {
    expect(resolved('[表](b.pdf)')).toBe('<p><a>表</a></p>');
  });

  it('to other sites stay, without handing over the page', () => {
    expect(resolved('[网](https://www.gov.cn/)')).toBe(
      '<p><a href="https://www.gov.cn/" rel="noopener">网</a></p>',
    );
    expect(resolved('[信](mailto:a@b.cn)')).toBe('<p><a href="mailto:a@b.cn">信</a></p>');
  });

  it('within the page are left alone', () => {
    expect(resolved('[上](#s-1)')).toBe('<p><a href="#s-1">上</a></p>');
  });
});

describe('tables', () => {
  it('stand in a box that scrolls, with headings for columns and classes for alignment', () => {
    const page = html('| 项 | 数 |\n| :- | -: |\n| 一 | 2 |');
    const [box, table] = elementsOf(page);
    expect(box).toMatchObject({
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: '表格' },
    });
    expect(table?.tagName).toBe('table');
    expect(elementsOf(page).filter(({ tagName }) => tagName === 'div')).toHaveLength(1);
    expect(page).toContain('<th class="align-left" scope="col">项</th>');
    expect(page).toContain('<td class="align-right">2</td>');
    expect(page).not.toMatch(/ (?:align|style)=/);
  });

  it('written as HTML keep their merged cells, and Markdown within', () => {
    const page = html(
      '<table>\n<tr>\n<td rowspan="2" COLSPAN=3>\n\n**甲** & <乙>\n\n</td>\n</tr>\n</table>',
    );
    const [, , , cell] = elementsOf(page);
    expect(cell).toMatchObject({ tagName: 'td', properties: { rowSpan: 2, colSpan: 3 } });
    expect(page).toContain('<strong>甲</strong>');
  });
});

describe('a line ends where it was ended', () => {
  it.each([
    ['between characters', '县政府\n办公室', '<p>县政府<br>\n办公室</p>'],
    ['before bold text', '县政府\n**办公室**', '<p>县政府<br>\n<strong>办公室</strong></p>'],
    ['between words of letters', 'open\ndata', '<p>open<br>\ndata</p>'],
    ['within a list', '- 甲\n  乙', '<ul>\n<li>甲<br>\n乙</li>\n</ul>'],
    ['with two spaces, as before', '甲  \n乙', '<p>甲<br>\n乙</p>'],
    ['with a backslash, as before', '甲\\\n乙', '<p>甲<br>\n乙</p>'],
    ['once, where a tag has ended it', '甲<br>\n乙', '<p>甲<br>乙</p>'],
  ])('%s', (_, text, expected) => expect(html(text)).toBe(expected));
});

describe('footnotes', () => {
  const page = html('正文[^甲]，再见[^甲]。\n\n[^甲]: 出处。');

  it('lead there and back, in Chinese', () => {
    const all = elementsOf(page);
    const ids = new Set(all.flatMap(({ properties }) => properties.id ?? []));
    const targets = all.flatMap(({ properties }) => properties.href ?? []);
    expect(targets).toHaveLength(4);
    for (const target of targets) {
      expect(ids).toContain(String(target).slice(1));
    }
    expect(page).toContain('注释</h2>');
    expect(page).toContain('aria-label="回到注释 1 的位置"');
  });

  it('are no heading of the text', () => {
    expect(renderMarkdown('## 一\n\n文[^1]\n\n[^1]: 注').headings).toHaveLength(1);
  });
});

describe('who signs a document, and the day,', () => {
  const signed = (text: string) =>
    [...html(text).matchAll(/<p class="signed">([\s\S]*?)<\/p>/g)].map(([, words]) => words);

  it.each([
    ['请执行。\n\n青山县水利局\n\n2026年7月1日', ['青山县水利局', '2026年7月1日']],
    [
      '请执行。\n\n青山县水利局\n\n青山县财政局\n\n二〇二六年七月一日\n\n## 附件',
      ['青山县水利局', '青山县财政局', '二〇二六年七月一日'],
    ],
    ['请执行。\n\n青山县水利局\n2026年7月1日', ['青山县水利局<br>\n2026年7月1日']],
  ])('stand at the right: %s', (text, lines) => {
    expect(signed(text)).toEqual(lines);
  });

  it.each([
    '2026年7月1日',
    '请于以下日期前办理：\n\n2026年7月1日',
    '青山县水利局：\n\n2026年7月1日',
    '青山县水利局\n\n**2026年7月1日**',
    '- 青山县水利局\n- 2026年7月1日',
    '由青山县水利局负责，2026年7月1日起施行。',
  ])('are no other words: %s', (text) => {
    expect(signed(text)).toEqual([]);
  });
});

describe('to whom a document is written', () => {
  const addressed = (text: string) => /<p class="addressed">([\s\S]*?)<\/p>/.exec(html(text))?.[1];

  it.each([
    '各乡镇人民政府：',
    '各乡镇人民政府、街道办事处，县政府各部门、各直属机构：',
    '各有关单位（含派驻机构）：',
    '广大市民朋友：',
  ])('stands at the edge: %s', (line) => {
    expect(addressed(`${line}\n\n现将有关事项通知如下。`)).toBe(line);
  });

  it.each([
    '现将有关事项公告如下：',
    '根据县政府部署，由县教育局：',
    '各乡镇人民政府。',
    '**各乡镇人民政府：**',
    '# 各乡镇人民政府：',
  ])('is no other first line: %s', (line) => {
    expect(addressed(`${line}\n\n一、总体要求`)).toBeUndefined();
  });

  it('is said in the first line only', () => {
    expect(addressed('一、总体要求\n\n各有关单位：')).toBeUndefined();
  });
});

describe('a table of eight columns or more', () => {
  const row = (cells: number) => `|${' 甲 |'.repeat(cells)}`;
  const table = (cells: number) => `${row(cells)}\n|${' -- |'.repeat(cells)}\n${row(cells)}`;

  it('is marked as wide, for the page and the printer', () => {
    expect(html(table(7))).toContain('class="table"');
    expect(html(table(8))).toContain('class="table wide"');
  });
});
