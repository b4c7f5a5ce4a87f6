import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';

const TITLE = '关于示例事项的通知';
const TEXT = '<p>各学校请认真贯彻执行，确保按时报送到位。</p>';
const set = { published: '2026-05-29' };
const readPage = async (page: string | Uint8Array) => {
  const found = await importOne('a.html', page, { set });
  expect(found.outcome.state).toBe('written');
  const told = found.outcome.remarks.map(({ text }) => text).join('\n');
  return { ...found, body: bodyOf(found.text), told };
};
const read = (content: string, head = '') =>
  readPage(
    `<html><head>${head}</head><body><div class="TRS_Editor"><p>${TITLE}</p>${content}${TEXT}</div></body></html>`,
  );

describe('what stands outside a page’s box is in the text or in the report', () => {
  test('text in several boxes is one text, in their order', async () => {
    const box = (text: string) => `<div class="article-content"><p>${text}</p></div>`;
    const found = await readPage(
      `<h1>${TITLE}</h1>${box('咨询电话：0000-0000001。')}<p>框外的一句话。</p>${box('各学校：现将有关事项通知如下，请认真贯彻执行。')}`,
    );
    expect(found.body).toBe(
      '咨询电话：0000-0000001。\n\n各学校：现将有关事项通知如下，请认真贯彻执行。',
    );
    expect(found.told).toContain('网页正文之外的文字没有写入：“框外的一句话。”');
  });

  test('files beside the text are named', async () => {
    const found = await readPage(
      `<h1>${TITLE}</h1><div class="TRS_Editor">${TEXT}</div><div><p>附件：<a href="./P1.docx">申请表.docx</a></p></div>`,
    );
    expect(found.told).toContain('附件“申请表.docx”不在所给文件中');
    expect(found.told).toContain('“附件：申请表.docx”');
  });

  test('embedded files are named', async () => {
    const found = await read(
      '<iframe src="P1.pdf"></iframe><object data="a.pdf"></object><embed src="b.pdf"><video><source src="v.mp4"></video><audio src="a.mp3"></audio>',
    );
    for (const name of ['P1.pdf', 'a.pdf', 'b.pdf', 'v.mp4', 'a.mp3'])
      expect(found.told).toContain(`“${name}”`);
  });

  test('links of the site lead where they led, or are told', async () => {
    const links =
      '<p>见<a href="/zw/1.html">甲</a>、<a href="//www.example.gov.cn/a">乙</a>、<a href="/d.aspx?id=1">丙</a>、<a href="#top">丁</a>。</p>';
    const found = await read(links);
    expect(found.body).toContain('见甲、[乙](https://www.example.gov.cn/a)、丙、丁。');
    expect(found.told).toContain('“甲（/zw/1.html）”、“丙（/d.aspx?id=1）”');
    const based = await read(links, '<base href="https://example.gov.cn/x/">');
    expect(based.body).toContain('[甲](https://example.gov.cn/zw/1.html)');
  });

  test('a page in the attribute of a frame is text of the page around it', async () => {
    const inner = '<p>框里的一句话。</p><iframe srcdoc="<p>框中框。</p>"></iframe>';
    const found = await read(
      `<iframe srcdoc="${inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">旧浏览器看到的话</iframe>`,
    );
    expect(found.body).toContain('框里的一句话。\n\n框中框。');
    expect(found.body).not.toContain('旧浏览器');
  });

  test('boxes to tick say whether they are ticked', async () => {
    const found = await read(
      '<p><input type="checkbox" checked>同意 <input type="checkbox">不同意 <label><input type="radio" checked>男</label></p><div style="display:none"><input type="checkbox">暗</div>',
    );
    expect(found.body).toContain('☑同意 ☐不同意 ☑男');
    const search = await readPage(
      `<h1>${TITLE}</h1><form>搜索<input type="checkbox" checked>全文</form><div class="TRS_Editor">${TEXT}</div>`,
    );
    expect(search.body).not.toMatch(/[☑☐]/);
  });

  test('what a script opens is told, for nobody can follow it', async () => {
    const found = await read(
      '<p><a href="javascript:void(0)" onclick="down(5)">下载附件</a>、<a href="#" onclick="open(1)">申请表</a>、<a href="#top">回到顶部</a></p>',
    );
    expect(found.told).toContain(
      '由网页脚本打开的链接只写入了文字，请核对有没有附件：“下载附件”、“申请表”',
    );
  });

  test('words of controls and the address on a picture are told', async () => {
    const found = await read(
      '<button>下载全文</button><select><option>甲镇</select><input value="示例值"><noscript>请打开脚本</noscript><svg><text>图中字</text></svg>',
    );
    for (const words of ['下载全文', '甲镇', '示例值', '请打开脚本', '图中字'])
      expect(found.told).toContain(words);
  });
});

test('a page within one form, as ASP.NET has it, is read', async () => {
  const found = await readPage(
    `<form><input type="hidden" value="abc"><div><h1>${TITLE}</h1>${TEXT}<p>县教育局</p><p>2026年5月29日</p></div></form>`,
  );
  expect(found.outcome.facts).toMatchObject({ title: TITLE, formed: '2026-05-29' });
  expect(found.told).not.toContain('abc');
});

describe('the title is the page’s headline and never the site’s name', () => {
  const CASES: readonly [string, string][] = [
    [
      'parts by their elements',
      `<header>示例县人民政府</header><nav>首页</nav><main><h1>${TITLE}</h1>${TEXT}</main><footer>主办：示例县人民政府办公室</footer>`,
    ],
    [
      'a site’s name as a headline of its own',
      `<header><h1>示例县人民政府</h1></header><main><h1>${TITLE}</h1>${TEXT}</main>`,
    ],
    ['no mark but a headline', `<div>示例县人民政府</div><h1>${TITLE}</h1>${TEXT}`],
    ['no mark but the page’s title', `<div>示例县人民政府</div><div>${TITLE}</div>${TEXT}`],
  ];
  test.each(CASES)('%s', async (_, body) => {
    const found = await readPage(
      `<html><head><title>${TITLE}_示例县人民政府</title></head><body>${body}</body></html>`,
    );
    expect(found.outcome.facts).toMatchObject({ title: TITLE });
    expect(found.outcome.facts).not.toHaveProperty('issuer');
    expect(found.text).toContain('kind: notice');
    expect(found.body).toBe('各学校请认真贯彻执行，确保按时报送到位。');
    expect(found.told).toContain('“示例县人民政府”');
  });
});

describe('what nobody sees on a page is left out and told with its words', () => {
  test.each([
    ['its attribute', '<p hidden>暗藏的话</p>'],
    ['its size', '<p style="font-size:0">暗藏的话</p>'],
    ['its place', '<p style="position:absolute;left:-9999px">暗藏的话</p>'],
    ['its indent', '<p style="text-indent:-5000px">暗藏的话</p>'],
    ['its box', '<div style="height:0;overflow:hidden">暗藏的话</div>'],
    ['its lightness', '<p style="opacity:0">暗藏的话</p>'],
    ['a style sheet', '<p class="old">暗藏的话</p>'],
    [
      'a row of a table',
      '<table><tr><td>甲</td><td>乙</td></tr><tr style="display:none"><td>暗藏的话</td><td>丙</td></tr></table>',
    ],
  ])('by %s', async (_, content) => {
    const found = await read(
      content,
      '<style>.old{display:none}@media print{.TRS_Editor{display:none}}</style>',
    );
    expect(found.body).not.toContain('暗藏');
    expect(found.told).toMatch(/看不见的 1 处文字没有写入（可能是暗链）：“暗藏的话/);
  });

  test.each(['font-size:0.9em', 'opacity:0.5', 'margin-left:-10px', 'height:0'])(
    '%s hides nothing',
    async (style) => {
      expect((await read(`<p style="${style}">看得见的话</p>`)).body).toContain('看得见的话');
    },
  );

  test('white words stay, for they may stand on colour, and are told', async () => {
    const found = await read('<p style="color:#fff">白字</p>');
    expect(found.body).toContain('白字');
    expect(found.told).toContain('1 处白色文字');
  });
});

test.each([
  '<s>二百元</s>',
  '<del>二百元</del>',
  '<strike>二百元</strike>',
  '<span style="text-decoration:line-through">二百元</span>',
])('struck words stay struck: %s', async (struck) => {
  expect((await read(`<p>标准由${struck}调为三百元。</p>`)).body).toContain(
    '标准由~~二百元~~调为三百元。',
  );
});

test.each([
  [
    'smart tags',
    '宽<st1:chmetcnv>5米</st1:chmetcnv>，由<st1:personname>某科</st1:personname>负责。',
    '宽5米，由某科负责。',
  ],
  ['a place for a break', '高温<wbr>津贴<nobr>三百元</nobr>。', '高温津贴三百元。'],
  [
    'elements of makers’ own',
    '<acronym>GDP</acronym>、<data>一</data>、<custom-x>二</custom-x>、<slot>三</slot>。',
    'GDP、一、二、三。',
  ],
  [
    'how a sign is said',
    '<ruby>浉<rp>(</rp><rt>shī</rt><rp>)</rp></ruby>河区。',
    '浉（shī）河区。',
  ],
  ['a quotation', '所称<q>学校</q>。', '所称“学校”。'],
])('a sentence does not fall apart at %s', async (_, content, shown) => {
  expect((await read(`<p>${content}</p>`)).body).toContain(`${shown}\n\n各学校`);
});

test('lines that are typed as lines stay lines', async () => {
  expect((await read('<pre>第一行\n第二行</pre>')).body).toContain('第一行\n\n第二行');
});

describe('tables', () => {
  test('a foot that is written before the rows stands below them', async () => {
    const found = await read(
      '<table><tfoot><tr><td>合计</td><td>300</td></tr></tfoot><tbody><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>300</td></tr></tbody></table>',
    );
    expect(found.body).toContain('| 项目 | 金额 |\n| --- | --- |\n| 甲 | 300 |\n| 合计 | 300 |');
  });

  test('a table of data stays one, though a cell holds a long text with a table', async () => {
    const long = '说明文字。'.repeat(60);
    const found = await read(
      `<table><tr><td>项目</td><td>说明</td></tr><tr><td>甲</td><td>短</td></tr><tr><td>乙</td><td>${long}<table><tr><td>子</td><td><a href="https://example.gov.cn/1">丑</a></td></tr></table></td></tr></table>`,
    );
    expect(found.body).toContain('| 项目 | 说明 |\n| --- | --- |\n| 甲 | 短 |\n| 乙 | 说明文字。');
    expect(found.body).toContain('子 [丑](https://example.gov.cn/1) |');
  });
});

describe('the encoding that a page names is used', () => {
  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body><div class="TRS_Editor"><p>`;
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
      ),
    );
  // 關於 … 通知 in Big5; 关于 … 通知 in GBK.
  const BIG5 = [0xc3, 0xf6, 0xa9, 0xf3, 0xa5, 0xdc, 0xa8, 0xd2, 0xaa, 0xba, 0xb3, 0x71, 0xaa, 0xbe];
  const GBK = [0xb9, 0xd8, 0xd3, 0xda, 0xca, 0xbe, 0xc0, 0xfd, 0xb5, 0xc4, 0xcd, 0xa8, 0xd6, 0xaa];

  test('Big5', async () => {
    const found = await readPage(
      bytes(page('big5'), BIG5, '</p><p>Text 2026: ', BIG5, '</p></div>'),
    );
    expect(found.outcome.title).toBe('關於示例的通知');
  });

  test('GBK with a byte that is no sign: the rest is read, the place is told', async () => {
    const found = await readPage(
      bytes(page('gb2312'), GBK, '</p><p>', GBK, [0xff], ' 2026 ', GBK, '</p></div>'),
    );
    expect(found.body).toContain('□');
    expect(found.told).toContain('有 1 处字节读不成文字');
  });
});

test('signs that only programs see do not keep a page out', async () => {
  const found = await read('<p>津贴&shy;标准&#8288;为&zwnj;每月&#8203;三百元。</p>');
  expect(found.body).toContain('津贴标准为每月三百元。');
});

test('a dialog that is not open is hidden, an open one and details are not', async () => {
  const found = await read(
    '<dialog>没有打开的话</dialog><dialog open>打开着的话</dialog><details><summary>办理条件</summary>年满十八周岁。</details>',
  );
  expect(found.body).toContain('打开着的话\n\n办理条件\n\n年满十八周岁。');
  expect(found.told).toContain('看不见的 1 处文字没有写入（可能是暗链）：“没有打开的话”');
});

test.each([
  [`${TITLE}_示例县人民政府`, TITLE],
  [`示例县教育局${TITLE}`, `示例县教育局${TITLE}`],
])('a title that stands in the page’s own head alone is taken: %s', async (head, title) => {
  const found = await readPage(
    `<html><head><title>${head}</title></head><body><div class="TRS_Editor">${TEXT}</div></body></html>`,
  );
  expect(found.outcome.title).toBe(title);
});

test('the name of a site or a column in the page’s own head is no title', async () => {
  const { outcome } = await importOne(
    'a.html',
    `<html><head><title>通知公告_示例县人民政府</title></head><body><div class="TRS_Editor">${TEXT}</div></body></html>`,
    { set },
  );
  expect(outcome.failure?.message).toBe('看不出标题');
});
