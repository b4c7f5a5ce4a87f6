import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bodyOf, importOne } from './fixture.ts';
import type { DocxParts } from './office.ts';
import {
  CENTRE,
  docx,
  listed,
  MERGE,
  MERGED,
  PNG,
  p,
  pptx,
  r,
  slideText,
  styled,
  tbl,
  tc,
  tr,
  xlsx,
  zip,
} from './office.ts';

const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');
const read = async (content: string, more: Omit<DocxParts, 'body'> = {}) => {
  const body = [
    p('关于示例事项的通知', CENTRE),
    p('各学校：'),
    content,
    p('示例县教育局'),
    p('2026年5月29日'),
  ];
  const found = await importOne('a.docx', docx({ body: body.join(''), ...more }));
  expect(found.outcome.state).toBe('written');
  return { ...found, body: bodyOf(found.text), told: told(found) };
};
const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const field = (code: string, result?: string, data = '') =>
  [
    `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r>`,
    `<w:r><w:instrText xml:space="preserve"> ${code.replaceAll('"', '&quot;')} </w:instrText></w:r>`,
    ...(result === undefined
      ? []
      : ['<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r(result)]),
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  ].join('');
const drawing = (inner: string) => run(`<w:drawing>${inner}</w:drawing>`);

describe('what a document holds beside its paragraphs is in the text or in the report', () => {
  test('documents that are inserted as files', async () => {
    const inner = docx({
      body: `<w:p>${r('附表由各校填报。')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="1">${p('每年一次。')}</w:footnote>`,
    });
    const found = await read(
      '<w:altChunk r:id="a.html"/><w:altChunk r:id="b.docx"/><w:altChunk r:id="c.mht"/>',
      {
        parts: {
          'a.html': { type: 'aFChunk', content: '<p>标准为每人三百元。</p>' },
          'b.docx': { type: 'aFChunk', content: inner },
          'c.mht': { type: 'aFChunk', content: 'MIME-Version: 1.0' },
        },
      },
    );
    expect(found.body).toContain('标准为每人三百元。\n\n附表由各校填报。[^1]');
    expect(found.body).toContain('[^1]: 每年一次。');
    expect(found.told).toContain('“word/c.mht”');
  });

  test('charts become tables, diagrams lists', async () => {
    const point = (index: number, text: string) => `<pt idx="${index}"><v>${text}</v></pt>`;
    const series = (name: string, ...values: string[]) =>
      `<ser><tx><strRef><strCache>${point(0, name)}</strCache></strRef></tx><cat><strRef><strCache>${point(0, '甲镇')}${point(1, '乙镇')}</strCache></strRef></cat><val><numRef><numCache>${values.map((each, index) => point(index, each)).join('')}</numCache></numRef></val></ser>`;
    const chart = `<chartSpace><chart><title><tx><rich><p><r><t>各镇人数</t></r></p></rich></tx></title><plotArea><barChart>${series('男', '12', '30')}${series('女', '15')}</barChart></plotArea></chart></chartSpace>`;
    const words = (text: string) => `<pt><t><p><r><t>${text}</t></r></p></t></pt>`;
    const diagram = `<dataModel><ptLst>${words('申请')}${words('审核')}</ptLst></dataModel>`;
    const found = await read(
      drawing('<c:chart xmlns:c="c" r:id="chart.xml"/>') +
        drawing('<d:relIds xmlns:d="d" r:dm="data.xml"/>'),
      {
        parts: {
          'chart.xml': { type: 'chart', content: chart },
          'data.xml': { type: 'diagramData', content: diagram },
        },
      },
    );
    expect(found.body).toContain(
      '各镇人数\n\n| 项目 | 男 | 女 |\n| --- | --- | --- |\n| 甲镇 | 12 | 15 |\n| 乙镇 | 30 |  |',
    );
    expect(found.body).toContain('- 申请\n- 审核');
    expect(found.told).toContain('1 个图表写成了标题和数据表');
  });

  test.each([
    ['a ringed number', field('eq \\o\\ac(○,1)'), '①'],
    ['a ringed number of two figures', field('EQ \\o\\ac(○,12)'), '⑫'],
    ['a ringed sign', field('eq \\o\\ac(○,甲)'), '（甲）'],
    ['a fraction', field('EQ \\f(1,3)'), '1/3'],
    [
      'a box that is ticked',
      field(
        'FORMCHECKBOX',
        undefined,
        '<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>',
      ),
      '☑',
    ],
    [
      'a box that is not',
      field(
        'FORMCHECKBOX',
        undefined,
        '<w:ffData><w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox></w:ffData>',
      ),
      '□',
    ],
    [
      'a choice',
      field(
        'FORMDROPDOWN',
        '一级',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="一级"/><w:listEntry w:val="二级"/></w:ddList></w:ffData>',
      ),
      '二级',
    ],
    ['a symbol by its field', field('SYMBOL 254 \\f Wingdings'), '☑'],
    [
      'a link by its field',
      field('HYPERLINK "https://example.gov.cn/a" \\o "说明"', '网站'),
      '[网站](https://example.gov.cn/a)',
    ],
    ['a place in the document', field('HYPERLINK \\l "_T1"', '下文'), '下文'],
    [
      'a link by a simple field',
      `<w:fldSimple w:instr=" HYPERLINK &quot;https://example.gov.cn/a&quot; ">${r('网站')}</w:fldSimple>`,
      '[网站](https://example.gov.cn/a)',
    ],
    ['a sign of Wingdings', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['a sign of Symbol', '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>', '≤'],
    [
      'signs of a font stored as text',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>',
      '☑',
    ],
    ['signs of the private area', r('\uf0a8'), '□'],
  ])('%s', async (_, inner, shown) => {
    expect((await read(`<w:p>${r('见')}${inner}${r('处。')}</w:p>`)).body).toContain(
      `见${shown}处。`,
    );
  });

  test('words of WordArt and of shapes', async () => {
    const found = await read(
      run('<w:pict><v:shape xmlns:v="v"><v:textpath string="办事指南"/></v:shape></w:pict>') +
        drawing(
          '<x:sp xmlns:x="x"><x:txBody><a:p><a:r><a:t>先申请，后审核</a:t></a:r></a:p></x:txBody></x:sp>',
        ),
    );
    expect(found.body).toContain('办事指南\n\n先申请，后审核');
  });

  test('what nobody knows is told by its name, with its words', async () => {
    const found = await read(
      `<w:brandNew><w:p>${r('新部件里的话')}</w:p></w:brandNew>${run('<w:newRun>另一句</w:newRun>')}${drawing('<wps:wsp/>')}<w:p>${field('AUTOTEXT 甲')}${r('正文。')}</w:p>`,
    );
    expect(found.told).toContain('“brandNew” 1 处没有写入：“新部件里的话”');
    expect(found.told).toContain('“newRun” 1 处没有写入：“另一句”');
    expect(found.told).toContain('1 个没有文字的图形');
    expect(found.told).toContain('“AUTOTEXT 甲”');
  });

  test('an address on a picture, and headers whole with their numbers', async () => {
    const header = p(`示例县教育局办公室电话${'一二三四五六七八九十'.repeat(3)}028-00000001`);
    const found = await read(
      `<w:p><w:hyperlink r:id="l"><w:r><w:drawing><wp:docPr descr="申请流程"/><a:blip r:embed="p.png"/></w:drawing></w:r></w:hyperlink></w:p>`,
      { media: { 'p.png': PNG }, links: { l: 'https://example.gov.cn/p' }, header },
    );
    expect(found.told).toContain('https://example.gov.cn/p');
    expect(found.told).toContain('028-00000001');
  });

  test('pictures and addresses in the line of the title', async () => {
    const title = `<w:p><w:pPr>${CENTRE}</w:pPr><w:hyperlink r:id="l">${r('关于示例')}</w:hyperlink><w:r><w:drawing><wp:docPr descr="县徽"/><a:blip r:embed="p.png"/></w:drawing></w:r>${r('事项的通知')}</w:p>`;
    const found = await importOne(
      'a.docx',
      docx({
        body: [title, p('各学校：'), p('请认真执行。'), p('2026年5月29日')].join(''),
        media: { 'p.png': PNG },
        links: { l: 'https://example.gov.cn/t' },
      }),
    );
    expect(found.outcome.title).toBe('关于示例事项的通知');
    expect(bodyOf(found.text)).toMatch(/^!\[县徽\]\([^)]+\)\n\n各学校：/);
    expect(told(found)).toContain('标题上的链接没有写入：“https://example.gov.cn/t”');
  });

  test('pictures of comments', async () => {
    const content = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:comment w:id="1">${p('请换成这张')}<w:p><w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r></w:p></w:comment></w:comments>`;
    const found = await read(`<w:p>${r('正文。')}<w:r><w:commentReference w:id="1"/></w:r></w:p>`, {
      parts: { 'comments.xml': { type: 'comments', content } },
    });
    expect(found.told).toContain('1 处批注没有写入，其中有 1 张图片');
  });

  test('notes, links and pictures of a table in a cell and of a table with merged cells', async () => {
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const cell = `<w:tc><w:p>${r('甲')}${note}</w:p></w:tc>`;
    const found = await read(
      `${tbl(tr(tc('类', MERGE), tc('名')), tr(tc('', MERGED), cell))}${tbl(tr(tc('表头'), tc('说明')), tr(tc('乙'), `<w:tc>${tbl(tr(`<w:tc><w:p>${r('内')}${note}</w:p></w:tc>`, tc('外')))}<w:p/></w:tc>`))}`,
      { footnotes: `<w:footnote w:id="1">${p('含民办。')}</w:footnote>` },
    );
    expect(found.body).toContain('甲（注1）');
    expect(found.body).toContain('注1：含民办。');
    expect(found.body).toContain('| 乙 | 内[^1] 外 |');
  });
});

describe('what is hidden is left out, what is struck is shown so', () => {
  const STYLES = [
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="内部"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="hh"><w:name w:val="内部二"/><w:basedOn w:val="h"/></w:style>',
    '<w:style w:type="character" w:styleId="c"><w:name w:val="密"/><w:rPr><w:vanish/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="s"><w:name w:val="废"/><w:rPr><w:strike/></w:rPr></w:style>',
  ].join('');
  const shown = (look: string, properties = '') =>
    read(
      `<w:p><w:pPr>${properties}</w:pPr>${r('公开的话。')}</w:p><w:p><w:pPr>${properties}</w:pPr>${r('标准为')}${r('某句话', look)}${r('三百元。')}</w:p>`,
      {
        styles: STYLES,
      },
    );

  test.each([
    ['on the run', '<w:vanish/>', ''],
    ['by a character style', '<w:rStyle w:val="c"/>', ''],
    ['by its size', '<w:sz w:val="2"/>', ''],
  ])('hidden %s', async (_, look, properties) => {
    const found = await shown(look, properties);
    expect(found.body).toContain('标准为三百元。');
    expect(found.told).toContain('隐藏文字没有写入：“某句话”');
  });

  test.each(['h', 'hh'])(
    'hidden by the paragraph’s style %s, but for a run that is not',
    async (style) => {
      const found = await shown('<w:vanish w:val="0"/>', styled(style));
      expect(found.body).toContain('某句话');
      for (const words of ['公开的话', '标准为', '三百元']) expect(found.body).not.toContain(words);
      expect(found.told).toContain('“公开的话。”');
    },
  );

  test.each(['<w:strike/>', '<w:dstrike/>', '<w:rStyle w:val="s"/>'])(
    'struck by %s',
    async (look) => {
      expect((await shown(look)).body).toContain('标准为~~某句话~~三百元。');
    },
  );

  test.each([
    ['a number behind a number', '每人200', '300', '元', '每人200（已划去：300）元'],
    ['a sentence', '甲', '作废，不再执行。', '乙', '甲（已划去：作废，不再执行。）乙'],
    ['a number behind a sign', '标准：', '200元', '300元', '标准：~~200元~~300元'],
  ])(
    '%s that the dialect would not read as struck is told in words',
    async (_, a, b, c, expected) => {
      expect((await read(`<w:p>${r(a)}${r(b, '<w:strike/>')}${r(c)}</w:p>`)).body).toContain(
        expected,
      );
    },
  );

  test('the lines of a table of contents are no headings', async () => {
    const line = (text: string) =>
      `<w:hyperlink w:anchor="_T">${r(text)}<w:r><w:tab/><w:t>1</w:t></w:r></w:hyperlink>`;
    const [begin = '', end = ''] = field('TOC \\o', '').split(r(''));
    const found = await read(
      `<w:p>${begin}${line('一、总则')}</w:p><w:p>${line('二、附则')}</w:p><w:p>${end}</w:p>${p('一、总则')}${p('内容。')}`,
    );
    expect(found.body.match(/总则/g)).toHaveLength(1);
    expect(found.told).toContain('自动目录 2 行没有写入');
  });

  test('a field that never ends swallows no more than itself', async () => {
    const found = await read(
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('后面的话。')}`,
    );
    expect(found.body).toContain('后面的话。');
  });
});

test.each([
  ['图示\n\n描述已自动生成', '图1'],
  ['申请流程图\n\n描述已自动生成', '申请流程图'],
  ['申请流程\n\n先申请[后]审核\n', '申请流程先申请后审核'],
])('alternative text on several lines is one line: %j', async (description, alt) => {
  const attribute = description.replaceAll('\n', '&#xA;');
  const found = await read(drawing(`<wp:docPr descr="${attribute}"/><a:blip r:embed="p.png"/>`), {
    media: { 'p.png': PNG },
  });
  expect(found.body).toContain(`![${alt}](`);
});

test('a link whose words have several looks is one link', async () => {
  const bold = '<w:b/>';
  const found = await read(
    `<w:p>${r('见')}<w:hyperlink r:id="l">${r('《')}${r('管理办法', bold)}${r('》')}</w:hyperlink>${r('。')}</w:p>${tbl(tr(tc('甲', '<w:gridSpan w:val="2"/>')), tr(tc('乙'), `<w:tc><w:p><w:hyperlink r:id="l">${r('《')}${r('办法', '<w:u w:val="single"/>')}${r('》')}</w:hyperlink></w:p></w:tc>`))}`,
    { links: { l: 'https://example.gov.cn/a' } },
  );
  expect(found.body).toContain('见[《**管理办法**》](https://example.gov.cn/a)。');
  expect(found.body).toContain('<td>《<u>办法</u>》（https://example.gov.cn/a）</td>');
});

describe('automatic numbers are those that Word prints', () => {
  const level = (depth: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const abstract = (id: number, ...inner: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${inner.join('')}</w:abstractNum>`;
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
  const START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const lines = async (
    numbering: string,
    items: readonly (readonly [list: string, depth: number])[],
    styles = '',
  ) => {
    const body = items
      .map(([list, depth], index) => p(`项${index}，内容。`, listed(list, depth)))
      .join('');
    const { body: text } = await read(body, { numbering, styles });
    return [...text.matchAll(/^\s*(.*?)项\d/gm)].map(([, label]) => label?.trim());
  };

  test('articles count through chapters where the list says so', async () => {
    const articles = abstract(
      1,
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
    );
    expect(
      await lines(articles + num(1, 1), [
        ['1', 0],
        ['1', 1],
        ['1', 1],
        ['1', 0],
        ['1', 1],
      ]),
    ).toEqual(['第一章', '第一条', '第二条', '第二章', '第三条']);
  });

  test('a level begins anew only below the level that it names', async () => {
    const levels = abstract(
      1,
      level(0, 'decimal', '甲%1'),
      level(1, 'decimal', '乙%2'),
      level(2, 'decimal', '丙%3', '<w:lvlRestart w:val="1"/>'),
    );
    expect(
      await lines(levels + num(1, 1), [
        ['1', 0],
        ['1', 1],
        ['1', 2],
        ['1', 1],
        ['1', 2],
        ['1', 0],
        ['1', 2],
      ]),
    ).toEqual(['甲1', '乙1', '丙1', '乙2', '丙2', '甲2', '丙1']);
  });

  test('legal numbering is in figures', async () => {
    const levels = abstract(
      1,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    );
    expect(
      await lines(levels + num(1, 1), [
        ['1', 0],
        ['1', 1],
        ['1', 0],
        ['1', 1],
      ]),
    ).toEqual(['一、', '1.1', '二、', '2.1']);
  });

  test('a list that is begun anew goes on, also in the list that it was taken from', async () => {
    const both = abstract(1, level(0, 'chineseCounting', '%1、')) + num(1, 1) + num(2, 1, START);
    expect(
      await lines(both, [
        ['1', 0],
        ['1', 0],
        ['2', 0],
        ['1', 0],
        ['2', 0],
      ]),
    ).toEqual(['一、', '二、', '一、', '二、', '三、']);
  });

  test('a list by a list style, and levels by paragraph styles', async () => {
    const linked = `${abstract(1, '<w:styleLink w:val="gw"/>', level(0, 'chineseCounting', '%1、'))}${abstract(2, '<w:numStyleLink w:val="gw"/>')}`;
    expect(
      await lines(linked + num(1, 1) + num(2, 2), [
        ['2', 0],
        ['2', 0],
      ]),
    ).toEqual(['一、', '二、']);
    const styles =
      '<w:style w:type="paragraph" w:styleId="two"><w:name w:val="二级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const levels =
      abstract(
        1,
        level(0, 'decimal', '甲%1'),
        level(1, 'decimal', '乙%2', '<w:pStyle w:val="two"/>'),
      ) + num(1, 1);
    expect(
      (await read(p('项，内容。', styled('two')), { numbering: levels, styles })).body,
    ).toContain('乙1项');
  });

  test('a format that newer programs only know', async () => {
    const newer =
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="第%1号"/></w:lvl>';
    expect(await lines(abstract(1, newer) + num(1, 1), [['1', 0]])).toEqual(['第001号']);
  });

  test('a format without numerals here is written in figures and told', async () => {
    const { body, told: remarks } = await read(p('项，内容。', listed('1')), {
      numbering: abstract(1, level(0, 'hebrew1', '%1、')) + num(1, 1),
    });
    expect(body).toContain('1、项');
    expect(remarks).toContain('编号格式不认识，编号写成了阿拉伯数字：“hebrew1”');
  });

  test('items that begin at a deeper level stand on lines of their own', async () => {
    const levels = abstract(1, level(0, 'bullet', '●'), level(1, 'bullet', '○')) + num(1, 1);
    const body = [1, 1, 0].map((depth) => p(`第${depth}层`, listed('1', depth))).join('');
    expect((await read(body, { numbering: levels })).body).toContain('- 第1层\n- 第1层\n- 第0层');
  });
});

test('a control that is bound to data shows the data, as Word does', async () => {
  const id = '{11111111-2222-3333-4444-555555555555}';
  const control = (inner: string) =>
    `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/n:root[1]/n:amount[2]" w:storeItemID="${id}"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const found = await read(
    `<w:p>${r('标准为')}${control(r('二百元'))}${r('。')}</w:p>${control(p('二百元'))}<w:p>${r('另有')}<w:sdt><w:sdtPr><w:dataBinding w:xpath="/n:none[1]" w:storeItemID="${id}"/></w:sdtPr><w:sdtContent>${r('原话')}</w:sdtContent></w:sdt>${r('。')}</w:p>`,
    {
      parts: {
        'item1.xml': {
          type: 'customXml',
          content:
            '<n:root xmlns:n="n"><n:amount>一</n:amount><n:amount>三百元</n:amount></n:root>',
        },
        '_rels/item1.xml.rels': {
          type: 'ignored',
          content:
            '<Relationships><Relationship Id="p" Type="x/customXmlProps" Target="props1.xml"/></Relationships>',
        },
        'props1.xml': {
          type: 'ignored',
          content: `<ds:datastoreItem xmlns:ds="d" ds:itemID="${id}"/>`,
        },
      },
    },
  );
  expect(found.body).toContain('标准为三百元。\n\n三百元\n\n另有原话。');
  expect(found.told).toContain('“二百元→三百元”');
});

test('how a sign is said follows it', async () => {
  const ruby = `<w:r><w:ruby><w:rt>${r('shī')}</w:rt><w:rubyBase>${r('浉')}</w:rubyBase></w:ruby></w:r>`;
  expect((await read(`<w:p>${r('在')}${ruby}${r('河。')}</w:p>`)).body).toContain(
    '在浉（shī）河。',
  );
});

test('the imprint of who gets it and who printed it is taken off, in one piece, and told', async () => {
  const line = '抄送：县委办公室，县人大常委会办公室。　示例县教育局办公室　2026年5月30日印发';
  const found = await read('', {});
  expect(found.outcome.facts).toMatchObject({ formed: '2026-05-29' });
  const printed = await importOne(
    'a.docx',
    docx(
      [
        p('关于示例事项的通知', CENTRE),
        p('各学校：'),
        p('示例县教育局'),
        p('2026年5月29日'),
        p(line),
      ].join(''),
    ),
  );
  expect(bodyOf(printed.text).split('\n\n').at(-1)).toBe('2026年5月29日');
  expect(printed.outcome.remarks.map(({ text }) => text)).toContain(`版记没有写入正文：“${line}”`);
  expect(printed.outcome.facts).toMatchObject({ formed: '2026-05-29' });
});

test('a formula keeps the signs that stand only in its properties, and what is raised and divided', async () => {
  const m = (name: string, inside: string) => `<m:${name}>${inside}</m:${name}>`;
  const word = (text: string) => m('r', m('t', text));
  const sign = (name: string, value: string) => `<m:${name} m:val="${value}"/>`;
  const sum = m(
    'nary',
    `${m('naryPr', sign('chr', '∑'))}${m('sub', word('i=1'))}${m('sup', word('n'))}${m('e', word('x'))}`,
  );
  const share = m('f', m('num', word('甲+乙')) + m('den', word('2')));
  const brackets = m('d', m('dPr', sign('begChr', '{') + sign('endChr', '}')) + m('e', word('丙')));
  const root = m('rad', m('deg', '') + m('e', word('丁+1')));
  const average = m('acc', m('accPr', sign('chr', '¯')) + m('e', word('y')));
  const { outcome, text } = await importOne(
    '通知.docx',
    docx(
      [
        p('关于示例事项的通知', CENTRE),
        p('补贴按下式计算。'),
        `<w:p><m:oMath xmlns:m="m">${sum}${share}${brackets}${root}${average}</m:oMath></w:p>`,
      ].join(''),
    ),
    { set: { published: '2026-01-05' } },
  );
  expect(text).toContain('∑<sub>i=1</sub><sup>n</sup>x(甲+乙)/2{丙}√(丁+1)y¯');
  expect(outcome.balance?.unhandled.texts).toEqual([]);
  expect(outcome.remarks.map(({ text: told }) => told).join()).toContain('公式写成了一行');
});

describe('a part that no place of the file shows is told by its name', () => {
  const shown = '<d xmlns:a="a"><a:t>没人看见的话</a:t></d>';
  const body = [p('关于示例事项的通知', CENTRE), p('见附图。')].join('');
  const told = async (name: string, bytes: Uint8Array) => {
    const { outcome } = await importOne(name, bytes, { set: { published: '2026-01-05' } });
    expect(outcome.state).toBe('written');
    expect(outcome.balance?.unhandled.texts).toEqual([]);
    return outcome.remarks.map(({ text }) => text).join('\n');
  };

  test('whose relation nothing names', async () => {
    const parts = { 'diagrams/data1.xml': { type: 'diagramData', content: shown } };
    expect(await told('通知.docx', docx({ body, parts }))).toContain(
      '另有 1 个部件不在任何地方显示，没有写入：word/diagrams/data1.xml',
    );
  });

  test('that has no relation, in a document, a workbook and a presentation', async () => {
    const chart = `<c:chartSpace xmlns:c="c" xmlns:a="a"><c:t><a:p><a:r><a:t>旧图</a:t></a:r></a:p></c:t></c:chartSpace>`;
    const rows = [
      ['名称', '地点'],
      ['示例小学', '平安镇'],
    ];
    const files: Record<string, Uint8Array> = {
      '通知.docx': docx(body),
      '名录.xlsx': xlsx([{ name: '名录', rows }]),
      '介绍.pptx': pptx([{ title: '关于示例事项的通知', body: slideText(['正文一句。']) }]),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const more = zip({ ...unzipSync(bytes), 'old/charts/chart9.xml': chart });
      expect(await told(name, more), name).toContain('没有写入：old/charts/chart9.xml');
      expect(await told(name, bytes), name).not.toContain('部件');
    }
  });

  test('and what styles, settings and pictures in use are is not', async () => {
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="流程"/><a:graphic><a:blip r:embed="p.png"/></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const bytes = docx({
      body: body + drawing,
      styles: '<w:style w:styleId="a"/>',
      header: p('页眉'),
      media: { 'p.png': PNG },
      parts: { 'settings.xml': { type: 'settings', content: '<s/>' } },
    });
    expect(await told('通知.docx', bytes)).not.toContain('部件');
  });
});

test('what a control asks to fill in is told as such, and cells whose change is not decided', async () => {
  const control = (words: string, more: string) =>
    `<w:sdt><w:sdtPr>${more}</w:sdtPr><w:sdtContent>${r(words)}</w:sdtContent></w:sdt>`;
  const { body, told: all } = await read(
    [
      `<w:p>${r('申请人：')}${control('单击此处输入文字。', '<w:showingPlcHdr/>')}</w:p>`,
      `<w:p>${r('电话：')}${control('已经填好', '<w:showingPlcHdr w:val="0"/>')}</w:p>`,
      tbl(tr(tc('甲'), tc('乙', '<w:cellDel w:id="6" w:author="a"/>'))),
    ].join(''),
  );
  expect(body).toContain('申请人：单击此处输入文字。');
  expect(all).toContain('1 处没有填写，写入的是提示语：“单击此处输入文字。”，请核对');
  expect(all).not.toContain('已经填好');
  expect(body).toContain('| 甲 | 乙 |');
  expect(all).toContain('表格中 1 个新增或删去的单元格都已写入，请确认是定稿');
});
