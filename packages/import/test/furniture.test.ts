import { expect, test } from 'vitest';
import { bodyOf, importOne, Place } from './fixture.ts';
import { CENTRE, docx, PNG, p, r } from './office.ts';

/*
 * Furniture belongs to pages. In a document a word at the start of a line is no evidence: its text
 * stays, or becomes a field that the report names.
 */

const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');
const LINES = [
  '时间：2026年6月10日上午9:00',
  '地点：县政务服务中心三楼',
  '来源：各乡镇推荐代表2名',
  '发布时间：每月5日前在村务公开栏公布',
  '发布机构：由各乡镇确定',
  '索引号：见附表',
  '打印',
  '上一篇文件同时废止。',
  '首页 > 办事指南处可下载',
  '责任编辑：由各校推荐',
  '相关文件',
  '政策咨询',
  '咨询电话：0000-0000001，工作日可拨打。',
  '下载申请表.docx',
];
const FOOT = ['示例县教育局', '2026年5月29日'];
const TITLE = '关于召开听证会的通知';

const FORMATS: readonly [string, string, string | Uint8Array][] = [
  [
    'Word',
    'a.docx',
    docx(
      [p(TITLE, CENTRE), ...[...LINES, ...FOOT, ...LINES.slice(-4)].map((each) => p(each))].join(
        '',
      ),
    ),
  ],
  ['text', 'a.txt', [TITLE, ...LINES, ...FOOT, ...LINES.slice(-4)].join('\n\n')],
  ['Markdown', 'a.md', [`# ${TITLE}`, ...LINES, ...FOOT, ...LINES.slice(-4)].join('\n\n')],
];

test.each(FORMATS)('no line of a document in %s is taken for furniture', async (_, name, bytes) => {
  const found = await importOne(name, bytes);
  const body = bodyOf(found.text).replaceAll('\\', '');
  for (const line of [...LINES, ...FOOT]) expect(body).toContain(line);
  expect(body.split(LINES.at(-1) ?? '')).toHaveLength(3);
  expect(found.outcome.facts).toMatchObject({ formed: '2026-05-29' });
  expect(found.text).toContain('published: 2026-05-29');
  expect(told(found)).not.toContain('网页自带');
});

test('in a page the system’s own line below the headline is furniture, a hearing’s time is not', async () => {
  const page = (...lines: string[]) =>
    `<div class="TRS_Editor"><p align=center>${TITLE}</p>${lines.map((line) => `<p>${line}</p>`).join('')}<p>请各位代表准时参加，并带好身份证件。</p></div>`;
  const own = await importOne('a.html', page('时间：2026-05-29 17:39 来源：示例县教育局'));
  expect(own.outcome.facts).toMatchObject({ published: '2026-05-29', publisher: '示例县教育局' });
  expect(told(own)).toContain('网页自带的文字：“时间：2026-05-29 17:39 来源：示例县教育局”');
  const set = { published: '2026-05-29' };
  for (const lines of [
    ['时间：2026年6月10日上午9:00'],
    ['时间：2026年6月10日', '地点：三楼'],
    ['时间：2026-06-10 09:00', '地点：三楼'],
    ['各学校：现通知如下。', '时间：2026-06-10 09:00'],
  ]) {
    const hearing = await importOne('a.html', page(...lines), { set });
    expect(hearing.text).toContain('published: 2026-05-29');
    for (const line of lines) expect(bodyOf(hearing.text)).toContain(line);
  }
});

test('a heading of a page’s foot takes only links and files with it', async () => {
  const found = await importOne(
    'a.html',
    `<div class="TRS_Editor"><p align=center>${TITLE}</p><p>请各位代表准时参加，并带好身份证件。</p><p>政策咨询</p><p>可拨打咨询电话，工作日接听。</p><p>相关文件</p><p><a href="https://example.gov.cn/1">关于听证的规定</a></p></div>`,
    { set: { published: '2026-05-29' } },
  );
  expect(bodyOf(found.text)).toContain('政策咨询\n\n可拨打咨询电话，工作日接听。');
  expect(bodyOf(found.text)).not.toContain('关于听证的规定');
  expect(told(found)).toContain('“相关文件”、“关于听证的规定”');
});

test('the register above a document’s title becomes fields and is told', async () => {
  const found = await importOne(
    'a.docx',
    docx(
      [
        p('索引号：AB-2026-001　主题分类：教育'),
        p('发布机构：示例县教育局'),
        p(TITLE, CENTRE),
        ...FOOT.map((each) => p(each)),
      ].join(''),
    ),
  );
  expect(found.text).toContain('index-number: AB-2026-001');
  expect(told(found)).toContain('“发布机构：示例县教育局”');
});

test('what stands above a title is kept as text or told as the printed head', async () => {
  const found = await importOne(
    'a.docx',
    docx(
      [
        p('000012'),
        p('特急'),
        p('示例县教育局文件', CENTRE),
        p('示教发〔2026〕7号　　　　签发人：某某某'),
        p('（会议讨论稿）', CENTRE),
        p(TITLE, CENTRE),
        p('各学校：'),
        ...FOOT.map((each) => p(each)),
      ].join(''),
    ),
  );
  expect(found.outcome.facts).toMatchObject({ title: TITLE, docNumber: '示教发〔2026〕7号' });
  expect(bodyOf(found.text)).toMatch(/^（会议讨论稿）\n\n各学校：/);
  for (const line of ['000012', '特急', '示例县教育局文件', '签发人：某某某'])
    expect(told(found)).toContain(line);
});

test('pictures and notes around the title stay', async () => {
  const picture =
    '<w:p><w:r><w:drawing><wp:docPr descr="盖章的封面"/><a:blip r:embed="p.png"/></w:drawing></w:r></w:p>';
  const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const found = await importOne(
    'a.docx',
    docx({
      body: [
        picture,
        `<w:p><w:pPr>${CENTRE}</w:pPr>${r(TITLE)}${note}</w:p>`,
        picture,
        p('各学校：'),
        ...FOOT.map((each) => p(each)),
      ].join(''),
      footnotes: `<w:footnote w:id="2">${p('2026年修订。')}</w:footnote>`,
      media: { 'p.png': PNG },
    }),
  );
  expect(bodyOf(found.text).match(/!\[盖章的封面\]/g)).toHaveLength(2);
  expect(bodyOf(found.text)).toContain('标题注：2026年修订。');
});

test('a text below whose title readers are counted is a saved page', async () => {
  const found = await importOne(
    'a.txt',
    `${TITLE}\n\n浏览次数:发布时间:2026-05-28 00:00\n字号:\n\n各学校：\n\n请准时参加。\n`,
  );
  expect(found.text).toContain('published: 2026-05-28');
  expect(bodyOf(found.text)).toBe('各学校：\n\n请准时参加。');
  expect(told(found)).toContain('“浏览次数:发布时间:2026-05-28 00:00”、“字号:”');
});

test('what a page as one line says beside the names of its files, and both offices of its letterhead, is told', async () => {
  const text = [
    '标题: 关于提高补助标准的通知',
    '发布时间: 2026-05-29 17:39',
    '==================== 正文 ====================',
    '当前位置： 首页政务公开 关于提高补助标准的通知 时间：2026-05-29 17:39 微信 微博 QQ空间 示例县教育局 示例县财政金融局 关于提高补助标准的通知 各乡镇、县直相关部门： 根据有关规定，从2026年6月1日起，补助标准提高到每人每月三百元，由各学校在每月五日前发放到位，并做好公示。 附件：补助标准表 示例县教育局 示例县财政局 2026年5月29日 附件1：《补助“应发尽发”对象明细表》附件1：补助“应发尽发”对象明细表.xls附件2：《申请表》附件2：补助申请表.doc',
  ].join('\n');
  const place = new Place({ 'a.txt': text });
  const { outcomes } = await place.run({ set: { published: '2026-05-29' } });
  const remarks = outcomes[0]?.remarks.map(({ text: words }) => words).join('\n');
  expect(remarks).toContain('示例县财政金融局');
  expect(remarks).toContain('《补助“应发尽发”对象明细表》');
  expect(remarks).toContain('补助申请表.doc');
});
