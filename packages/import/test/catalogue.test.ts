import { join } from 'node:path';
import { gate } from '@columns/check';
import { readColumn } from '@columns/content';
import { xls } from '@columns/office/fixture-old';
import { describe, expect, test } from 'vitest';
import type { CatalogueOptions } from '../src/index.ts';
import { catalogueLines, ImportFailure, importCatalogue } from '../src/index.ts';
import { Place, standard } from './fixture.ts';
import { docx, MERGE, MERGED, p, SPAN, tbl, tc, tr, xlsx } from './office.ts';

const TITLE = '示例县义务教育领域基层政务公开标准目录';
const HEAD = [
  '序号',
  '公开事项',
  '',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '',
  '公开方式',
  '',
  '公开层级',
  '',
];
const HEAD2 = [
  '',
  '一级事项',
  '二级事项',
  '',
  '',
  '',
  '',
  '',
  '全社会',
  '特定群体',
  '主动',
  '依申请公开',
  '县级',
  '乡级',
];
const MERGES = [
  'A1:N1',
  'A2:A3',
  'B2:C2',
  'D2:D3',
  'E2:E3',
  'F2:F3',
  'G2:G3',
  'H2:H3',
  'I2:J2',
  'K2:L2',
  'M2:N2',
];
const LAW = '《中华人民共和国政府信息公开条例》';
const TIME = '信息形成或者变更之日起20个工作日内';
/** A row of the standard, a row that differs from it, a row of the county's own, a merged level 1. */
const ROWS = [
  [
    '1',
    '政策文件',
    '教育法律',
    '教育法律、规章制度',
    LAW,
    TIME,
    '县级教育行政部门',
    '■政府网站 □政府公报 □两微一端',
    '√',
    '',
    '√',
    '',
    '√',
    '',
  ],
  [
    '2',
    '',
    '规范性文件',
    '部门和地方政府规章、各类教育政策文件',
    LAW,
    TIME,
    '县教育局',
    '■政府网站 ■政府公报\n□两微一端 ▲公示栏',
    '√',
    '',
    '√',
    '',
    '√',
    '√',
  ],
  [
    '3',
    '特色办学',
    '示例课程',
    '1.课程名称；2.开课学校；3.联系电话',
    LAW,
    '长期公开',
    '县教育局',
    '政府网站、公示栏',
    '',
    '学生家长',
    '',
    '√',
    '√',
    '',
  ],
];

const sheet = (rows: readonly string[][]) =>
  xlsx([
    {
      name: '目录',
      rows: [[TITLE, ...Array<string>(13).fill('')], HEAD, HEAD2, ...rows],
      merges: [...MERGES, 'B4:B5'],
    },
  ]);

async function run(
  file: string,
  content: Uint8Array,
  more: Partial<CatalogueOptions> = {},
  place = new Place(),
) {
  const path = place.write(`files/${file}`, content);
  const report = await importCatalogue(
    { contentRoot: join(place.root, 'content'), county: 'shili', path, ...more },
    standard,
  );
  return { place, report, told: report.remarks.map(({ text }) => text).join('\n') };
}

const EXPECTED = `add:
  - domain: compulsory-education
    id: shili-kecheng
    level1: 特色办学
    level2: 示例课程
    elements:
      - 课程名称
      - 开课学校
      - 联系电话
    basis: 《中华人民共和国政府信息公开条例》
    timing: 长期公开
    subject: 县教育局
    channels:
      - government-website
      - notice-board
    audience:
      - group: 学生家长
    method: on-request
    levels:
      - county
change:
  - item: compulsory-education/normative-documents
    subject: 县教育局
    channels:
      - government-website
      - gazette
      - channel: notice-board
        when: later
    levels:
      - county
      - town
    confirmed: true
`;

test('a county’s table in Excel becomes what differs from the standard; every cell is accounted for', async () => {
  const { report, place } = await run('目录.xlsx', sheet(ROWS));
  expect(place.read('catalogue.yaml')).toBe(EXPECTED);
  expect(report.difference.same).toBe(1);
  const { read, empty, order, unread } = report.cells;
  expect({ read, empty, order, unread }).toEqual({ read: 31, empty: 8, order: 3, unread: 0 });
  expect(read + empty + order + unread).toBe(ROWS.length * 14);
  expect(catalogueLines(report)[1]).toBe(
    '  共 42 格：写成字段 31，空白或未勾选 8，序号 3，看不懂 0',
  );
});

test.each(['目录.xls', '目录.et'])(
  'the same table in an old file gives the same file: %s',
  async (name) => {
    const merges = [...MERGES, 'B4:B5'];
    const rows = [[TITLE, ...Array<string>(13).fill('')], HEAD, HEAD2, ...ROWS];
    const { place, told } = await run(name, xls(rows, 'biff8', '目录', merges));
    expect(place.read('catalogue.yaml')).toBe(EXPECTED);
    expect(told).toContain('由旧版 Excel 文件转出的是草稿');
  },
);

test('the same table in Word gives the same file', async () => {
  const cells = (row: readonly string[]) => row.map((text) => tc(text));
  const word = docx(
    [
      p(TITLE),
      tbl(
        tr(
          tc('序号', MERGE),
          tc('公开事项', SPAN(2)),
          ...['公开内容（要素）', '公开依据', '公开时限', '公开主体', '公开渠道和载体'].map(
            (name) => tc(name, MERGE),
          ),
          tc('公开对象', SPAN(2)),
          tc('公开方式', SPAN(2)),
          tc('公开层级', SPAN(2)),
        ),
        tr(
          tc('', MERGED),
          tc('一级事项'),
          tc('二级事项'),
          ...Array.from({ length: 5 }, () => tc('', MERGED)),
          ...HEAD2.slice(8).map((name) => tc(name)),
        ),
        tr(tc('1'), tc('政策文件', MERGE), ...cells(ROWS[0]?.slice(2) ?? [])),
        tr(tc('2'), tc('', MERGED), ...cells(ROWS[1]?.slice(2) ?? [])),
        tr(...cells(ROWS[2] ?? [])),
      ),
    ].join(''),
  );
  const { place } = await run('目录.docx', word);
  expect(place.read('catalogue.yaml')).toBe(EXPECTED);
});

test('the county reads without a finding afterwards, and has the new item', async () => {
  const { place } = await run('目录.xlsx', sheet(ROWS));
  const reading = readColumn(join(place.root, 'content'), 'shili', standard);
  expect(gate(reading)).toEqual([]);
  const domain = reading.column?.domains.find(({ id }) => id === 'compulsory-education');
  expect(domain?.items.map(({ id }) => id)).toContain('shili-kecheng');
});

test('deadlines that cannot be counted and columns that the form does not have are told, not guessed', async () => {
  const row = [
    '1',
    '特色办学',
    '示例课程',
    '课程名称',
    LAW,
    '按上级要求',
    '县教育局',
    '■政府网站 ■',
    '√',
    '',
    '看情况',
    '',
    '√',
    '',
  ];
  const { report, told, place } = await run('目录.xlsx', sheet([row]));
  expect(place.read('catalogue.yaml')).toContain('note: 公开时限原文：按上级要求');
  expect(place.read('catalogue.yaml')).not.toContain('timing');
  expect(told).toContain('“公开方式：主动”看不懂，没有写入：“看情况”');
  expect(told).toContain('看不懂，没有写入：“■”');
  expect(report.cells.unread).toBe(2);
});

describe('what stands in catalogue.yaml', () => {
  const BEFORE =
    '# 本县目录\ndrop:\n  - item: elder-care/policy-documents # 说明\n    reason: 另有目录\n';

  test('of other domains stays, comments too', async () => {
    const place = new Place();
    place.write('content/shili/catalogue.yaml', BEFORE);
    await run('目录.xlsx', sheet(ROWS), {}, place);
    const text = place.read('catalogue.yaml');
    expect(text.startsWith(BEFORE)).toBe(true);
    expect(text).toContain('item: compulsory-education/normative-documents');
  });

  test('of the same domain is not overwritten, with --force it is', async () => {
    const place = new Place();
    await run('目录.xlsx', sheet(ROWS), {}, place);
    await expect(run('目录.xlsx', sheet(ROWS.slice(2)), {}, place)).rejects.toThrow(ImportFailure);
    expect(place.read('catalogue.yaml')).toBe(EXPECTED);
    await run('目录.xlsx', sheet(ROWS.slice(2)), { force: true }, place);
    expect(place.read('catalogue.yaml')).toBe(EXPECTED.slice(0, EXPECTED.indexOf('change:')));
  });
});

test('items of the standard that the table does not have are listed, and dropped only when asked', async () => {
  const listed = await run('目录.xlsx', sheet(ROWS));
  expect(listed.report.difference.missing.map(({ id }) => id)).toContain('school-directory');
  expect(listed.place.read('catalogue.yaml')).not.toContain('drop');
  const dropped = await run('目录.xlsx', sheet(ROWS), { dropMissing: true });
  expect(dropped.place.read('catalogue.yaml')).toContain(
    '- item: compulsory-education/school-directory\n    reason: 本县区的《义务教育领域基层政务公开标准目录》未列此事项',
  );
});

test('a table of no known domain asks for it', async () => {
  const file = xlsx([
    { name: '目录', rows: [HEAD.map((name) => name || null), HEAD2, ...ROWS], merges: [] },
  ]);
  await expect(run('表.xlsx', file)).rejects.toThrow(/看不出是哪个领域|没有标准目录的表/);
});

test('columns that some places have beyond the eleven are read, and words that they may not have are told', async () => {
  const more = [
    '三级事项',
    '公开时长',
    '五公开',
    '公开格式',
    '责任科室',
    '咨询电话',
    '监督举报电话',
  ];
  const cells = ['小班课程', '长期', '服务公开、结果', '文本、传单', '教育股', '12345', '12346'];
  const file = xlsx([
    {
      name: '目录',
      rows: [
        [TITLE, ...Array<string>(20).fill('')],
        [...HEAD, ...more],
        [...HEAD2, ...Array<string>(7).fill('')],
        ...ROWS.map((row, index) => [...row, ...(index === 2 ? cells : Array<string>(7).fill(''))]),
      ],
      merges: [...MERGES, 'B4:B5'],
    },
  ]);
  const { report, place } = await run('目录.xlsx', file);
  const text = place.read('catalogue.yaml');
  for (const line of [
    'level3: 小班课程',
    'shown-for: 长期',
    'section: 教育股',
    'enquiries: "12345"',
    'complaints: "12346"',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/five:\s+(?:\[服务, 结果\]|- 服务\s+- 结果)/);
  expect(text).toMatch(/format:\s+(?:\[文本\]|- 文本)/);
  expect(report.remarks.map((each) => each.text)).toContain(
    '第 3 行“公开格式”看不懂，没有写入：“传单”',
  );
});
