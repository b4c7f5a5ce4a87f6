import { pdf, pdfStream } from '@columns/office/fixture';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importOne } from './fixture.ts';
import { xlsx, zip } from './office.ts';

const SET = { set: { published: '2026-01-05' } } as const;

test('parts whose names differ in case from the relations are read', async () => {
  const plain = xlsx([
    {
      name: '名录',
      rows: [
        ['名称', '地点'],
        ['示例小学', '平安镇'],
      ],
    },
  ]);
  const parts = Object.entries(unzipSync(plain)).map(([name, bytes]) => [
    name.replace('sharedStrings', 'SharedStrings').replace('sheet1', 'Sheet1'),
    strFromU8(bytes),
  ]);
  const { text, written, place } = await importOne('表.xlsx', zip(Object.fromEntries(parts)), SET);
  const table = written.find((path) => path.endsWith('.csv'));
  expect(table === undefined ? text : place.read(table)).toContain('示例小学');
});

test('what was filled into a PDF form is told, for it stands in no line of the page', async () => {
  // A program writes the same value as the first one of the field too.
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (money) /V (300 yuan) /DV (300 yuan) /Rect [0 0 90 20] >>';
  const file = pdf({
    lines: ['关于发放补贴的公告', '发放标准见下表，自2026年起执行。'],
    page: '/Annots [9 0 R]',
    objects: [field],
  });
  const { outcome } = await importOne('表.pdf', file, SET);
  expect(outcome.remarks.map(({ text }) => text).join('\n')).toContain('money“300 yuan”');
});

const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');
const TITLE = '关于2026年度补贴发放人数的公告';

test('figures alone on their lines are in the draft of a PDF, wherever they stand', async () => {
  const lines = [
    TITLE,
    '1286',
    '现将补贴发放人数公告如下：',
    '其中女性人数：',
    '402',
    '第3页载明的标准不变。',
    '95',
  ];
  const found = await importOne('表.pdf', pdf({ lines }), SET);
  for (const line of lines.slice(1)) expect(found.text).toContain(`\n${line}\n`);
  expect(told(found)).not.toContain('页码');
});

test.each([
  ['bare, counted on', ['1', '2', '3']],
  ['counted on from another number', ['17', '18', '19']],
  ['in dashes', ['- 1 -', '— 2 —', '-3-']],
  ['in words', ['第1页 共3页', '第2页', '第3页，共3页']],
])('page numbers are told by their place and their count: %s', async (_, numbers) => {
  const [first = '', second = '', third = ''] = numbers;
  const found = await importOne(
    '表.pdf',
    pdf({
      lines: [TITLE, '现将补贴发放人数公告如下：', '128', first],
      further: [
        ['岳阳镇', '2', '石羊镇', second],
        ['合计', '300', third],
      ],
    }),
    SET,
  );
  for (const line of ['128', '2', '300']) expect(found.text).toContain(`\n${line}\n`);
  expect(found.text.match(/^\d+$/gm)).toHaveLength(3);
  expect(told(found)).toContain(`页码没有写入：${numbers.join('、')}`);
});

test('figures at the foot of pages that do not count on are text', async () => {
  const further = [
    ['岳阳镇', '95'],
    ['石羊镇', '402'],
  ];
  const found = await importOne(
    '表.pdf',
    pdf({ lines: [TITLE, '公告如下：', '128'], further }),
    SET,
  );
  for (const line of ['128', '95', '402']) expect(found.text).toContain(`\n${line}\n`);
});

test.each([
  '平安镇安宁村开展补贴标准宣传活动（第618号）',
  '2018年危房改造竣工标准行政处罚信息（第9期）（第472号）',
  '清井镇：统一定期会商制度，规范重点时段值班值守（第603号）',
])('a title as long as a line does not run on into the text: %s', async (title) => {
  const lines = [
    title,
    '本表由县财政局整理，共三十三条，均为示例数据，补助标准按户核定',
    '，分五次发放，通过社会保障卡直接拨付到户，任何单位不得截留挪用',
    '，违反的依照有关规定追究责任。',
  ];
  const { text, outcome } = await importOne('表.pdf', pdf({ lines }), SET);
  expect(outcome.title).toBe(title);
  expect(text).toContain(lines.slice(1).join(''));
});

test('what is written onto a page of a PDF is told as well', async () => {
  const note =
    '<< /Type /Annot /Subtype /FreeText /Contents (valid until May) /DA (/F1 12 Tf) /Rect [0 0 200 40] /AP << /N 10 0 R >> >>';
  const shown = pdfStream(
    'BT /F1 12 Tf 5 5 Td (valid until May) Tj ET',
    '/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F1 11 0 R >> >>',
  );
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const file = pdf({
    lines: [TITLE, '公告如下：'],
    page: '/Annots [9 0 R]',
    objects: [note, shown, font],
  });
  expect(told(await importOne('表.pdf', file, SET))).toContain('“valid until May”');
});

test('a line of a PDF that is set sign by sign is words, heads of columns are not', async () => {
  const lines = [TITLE, '示 例 县 教 育 局 发 布', '一 二 三 四 五 六 七', '公告如下。'];
  const { text } = await importOne('表.pdf', pdf({ lines }), SET);
  expect(text).toContain('示例县教育局发布');
  expect(text).toContain('一 二 三 四 五 六 七');
});

/** Words of a page, each where it is put: from the left and from below, in points. */
const placed = (words: readonly (readonly [text: string, x: number, y: number])[]) =>
  words
    .map(
      ([text, x, y]) =>
        `BT /F1 12 Tf ${x} ${y} Td <${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj ET`,
    )
    .join('\n');

test.each([
  ['its own box', '', 900],
  ['the part that is shown of it', '/CropBox [0 100 595 842]', 60],
  ['a box that is turned', '/Rotate 90', -40],
])('what stands outside %s on a page of a PDF is told and not written', async (_, page, y) => {
  const content = placed([
    [TITLE, 72, 770],
    ['现将补贴发放人数公告如下：', 72, 740],
    ['样张，不得引用', 72, y],
    ['页边的话', 700, 500],
    ['其中女性四百零二人。', 72, 700],
  ]);
  const found = await importOne('表.pdf', pdf({ lines: [], content, page }), SET);
  expect(found.text).toContain('其中女性四百零二人。');
  expect(found.text).not.toContain('样张');
  expect(told(found)).toContain(
    '第 1 页有文字在页面边缘以外，看不见，没有写入：“样张，不得引用”、“页边的话”',
  );
  expect(found.outcome.balance?.unhandled.characters).toBe(0);
});
