import { expect, test } from 'vitest';
import { fileTitle } from '../src/entry/file-title.ts';
import { bodyOf, importOne } from './fixture.ts';
import type { SheetParts } from './office.ts';
import { xlsx } from './office.ts';

const SCHOOLS = {
  item: 'compulsory-education/school-directory',
  kind: 'register',
  set: { published: '2026-01-05' },
} as const;
const csvOf = (found: Awaited<ReturnType<typeof importOne>>) =>
  found.place.read(found.written.find((path) => path.endsWith('.csv')) ?? '');
const told = ({ outcome }: Awaited<ReturnType<typeof importOne>>) =>
  outcome.remarks.map(({ text }) => text).join('\n');
const sheet = (rows: SheetParts['rows'], more: Partial<SheetParts> = {}): SheetParts => ({
  name: '名录',
  rows,
  ...more,
});

test('columns are matched to the item’s elements by name and near name, the rest is listed', async () => {
  const found = await importOne(
    '学校.xlsx',
    xlsx([
      sheet([
        ['示例县义务教育学校名录'],
        ['序号', '学校名称', '地址', '办学层次', '办学类型', '联系电话', '备注'],
        [1, '示例一小', '平安镇示例路1号', '小学', '公办', '0000-0000001', ''],
        [],
        [2, '示例二小', '平安镇示例路2号', '小学', '民办', '0000-0000002', '新建'],
      ]),
    ]),
    SCHOOLS,
  );
  expect(found.outcome.state).toBe('written');
  expect(found.outcome.title).toBe('示例县义务教育学校名录');
  expect(found.written[1]).toBe(found.written[0]?.replace(/\.csv$/, '.md'));
  expect(found.written[0]).toMatch(/^compulsory-education\/school-directory\/2026\//);
  expect(csvOf(found)).toBe(
    '序号,学校名称,学校地址,办学层次,办学类型,办公电话,备注\n1,示例一小,平安镇示例路1号,小学,公办,0000-0000001,\n2,示例二小,平安镇示例路2号,小学,民办,0000-0000002,新建\n',
  );
  expect(found.text).not.toContain('columns:');
  expect(told(found)).toContain('“地址”→“学校地址”、“联系电话”→“办公电话”');
  expect(told(found)).toContain('不属于公开要素的列，一并写入：“序号”、“备注”');
});

test.each([
  ['compulsory-education/school-directory', '联系电话', 'personal-data'],
  ['poverty-alleviation/complaints', '联系电话', 'personal-data'],
  ['poverty-alleviation/complaints', '监督电话', undefined],
])(
  'a mobile number in a table for %s is judged by the name its column has in the source: %s',
  async (item, name, failure) => {
    const file = xlsx([
      sheet([
        ['名称', name],
        ['示例一处', '13800138000'],
      ]),
    ]);
    const { outcome } = await importOne('表.xlsx', file, { ...SCHOOLS, item });
    expect(outcome.failure?.code).toBe(failure);
  },
);

test('two columns that could both be an element are left for a person', async () => {
  const found = await importOne(
    '学校.xlsx',
    xlsx([
      sheet([
        ['学校名称', '学校地址', '办学层次', '办学类型', '招生电话', '监督电话'],
        ['甲', '乙', '小学', '公办', '0000-1', '0000-2'],
      ]),
    ]),
    SCHOOLS,
  );
  expect(told(found)).toContain('公开要素在表中没有：“办公电话”');
  expect(found.text).toContain('  - 招生电话\n  - 监督电话');
  expect(found.outcome.state).toBe('written');
});

test('several head rows with merged groups become one name each; merged data repeat', async () => {
  const found = await importOne(
    '清单.xlsx',
    xlsx([
      sheet(
        [
          ['2025年示例清单', null, null, null],
          ['单位：万元', null, null, null],
          ['单位', '预算', null, '备注'],
          [null, '收入', '支出', null],
          ['甲局', 1, 2, ''],
          [null, 3, 4, ''],
          ['说明：金额按年初预算填写。', null, null, null],
        ],
        { merges: ['A1:D1', 'A2:D2', 'A3:A4', 'B3:C3', 'D3:D4', 'A5:A6', 'A7:D7'] },
      ),
    ]),
    { set: { published: '2026-01-05' } },
  );
  expect(csvOf(found)).toBe('单位,预算：收入,预算：支出,备注\n甲局,1,2,\n甲局,3,4,\n');
  expect(found.outcome.title).toBe('2025年示例清单');
  expect(bodyOf(found.text)).toBe('单位：万元\n\n说明：金额按年初预算填写。');
});

test('hidden sheets, columns and rows are reported and left out', async () => {
  const found = await importOne(
    '名单.xlsx',
    xlsx([
      sheet(
        [
          ['单位', '内部编号', '金额'],
          ['甲局', 'x-1', 5],
          ['乙局', 'x-2', 6],
          ['丙局', 'x-3', 7],
        ],
        { hiddenColumns: [2], hiddenRows: [3] },
      ),
      sheet(
        [
          ['姓名', '金额'],
          ['某某', 1],
        ],
        { name: '底稿', state: 'hidden' },
      ),
      sheet(
        [
          ['甲', '乙'],
          ['1', '2'],
        ],
        { name: '底稿2', state: 'veryHidden' },
      ),
    ]),
    { set: { published: '2026-01-05' } },
  );
  expect(found.written).toHaveLength(2);
  expect(csvOf(found)).toBe('单位,金额\n甲局,5\n丙局,7\n');
  for (const words of ['隐藏的工作表“底稿”', '隐藏的工作表“底稿2”', 'B 列“内部编号”', '第 3 行'])
    expect(told(found)).toContain(words);
});

test('each visible sheet is a register of its own', async () => {
  const { outcomes } = await importOne(
    '经费.xlsx',
    xlsx([
      sheet(
        [
          ['单位', '金额'],
          ['甲', 1],
        ],
        { name: '收入' },
      ),
      sheet(
        [
          ['单位', '金额'],
          ['乙', 2],
        ],
        { name: '支出' },
      ),
    ]),
    { set: { published: '2026-01-05', title: undefined } },
  );
  expect(outcomes.map(({ title }) => title)).toEqual(['经费（收入）', '经费（支出）']);
  expect(new Set(outcomes.map(({ target }) => target)).size).toBe(2);
});

test('formulas without a result and lost digits are named with their cells', async () => {
  const found = await importOne(
    '表.xlsx',
    xlsx([
      sheet([
        ['单位', '证号', '合计'],
        ['甲', { v: '3.12345678901234E+17' }, { xml: '<c><f>SUM(A1)</f></c>' }],
        ['乙', '1', 2],
      ]),
    ]),
    { set: { published: '2026-01-05' } },
  );
  expect(told(found)).toContain('B2 是超过 15 位的长数字');
  expect(told(found)).toContain('C2 公式没有结果');
});

test('the date of a table is read from the lines above it', async () => {
  const found = await importOne(
    '表.xlsx',
    xlsx([
      sheet([
        ['示例名录', null, null],
        ['填报单位：县教育局', null, '填报日期：2025年4月1日'],
        ['名称', '类型', '地点'],
        ['甲', '乙', '丙'],
      ]),
    ]),
  );
  expect(found.outcome.facts).toMatchObject({ publisher: '县教育局', formed: '2025-04-01' });
  expect(found.text).toContain('unit: education');
  expect(found.text).toContain('published: 2025-04-01');
});

test.each([
  ['07部门预算表（支出表）.xlsx', '部门预算表（支出表）'],
  ['3.学校名录.xlsx', '学校名录'],
  ['12、学校名录.xlsx', '学校名录'],
  ['01_通知.docx', '通知'],
  ['2 - 名录.csv', '名录'],
  ['15分钟生活圈名录.xlsx', '15分钟生活圈名录'],
  ['2026年预算.xlsx', '2026年预算'],
  ['12345热线办理情况.xlsx', '12345热线办理情况'],
])('%s is called %s', (file, title) => {
  expect(fileTitle(file)).toBe(title);
});
