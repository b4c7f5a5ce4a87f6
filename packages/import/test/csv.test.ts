import { gb18030 } from '@columns/content/fixture';
import { expect, test } from 'vitest';
import { importOne } from './fixture.ts';

const SET = { set: { published: '2026-01-05' } };
const csvOf = (found: Awaited<ReturnType<typeof importOne>>) =>
  found.place.read(found.written.find((path) => path.endsWith('.csv')) ?? '');

test('a CSV in GB18030 becomes UTF-8', async () => {
  const found = await importOne('名录.csv', gb18030('名称,电话\r\n甲校,0000-0000001\r\n'), SET);
  expect(csvOf(found)).toBe('名称,电话\n甲校,0000-0000001\n');
  expect(found.outcome.remarks.map(({ text }) => text).join()).toContain('GB18030');
});

test('a CSV in UTF-16 with tabs, as Excel saves “Unicode 文本”, is read too', async () => {
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from('名称\t电话\r\n甲校\t0000-0000001\r\n', 'utf16le'),
  ]);
  expect(csvOf(await importOne('名录.csv', bytes, SET))).toBe('名称,电话\n甲校,0000-0000001\n');
});

test('long numbers, commas, quotes and line breaks stay what they are', async () => {
  const text =
    '\ufeff名称,代码,说明\n甲校,91000000MA00000000,"一,二 ""三"""\n乙校,001234567890123456789,"上\n下"\n,,\n';
  expect(csvOf(await importOne('名录.csv', text, SET))).toBe(
    '名称,代码,说明\n甲校,91000000MA00000000,"一,二 ""三"""\n乙校,001234567890123456789,"上\n下"\n',
  );
});

test('a head of two rows without merged cells is one head', async () => {
  const text = '序号,单位,经费,,备注\n,,收入,支出,\n1,甲局,5,6,无\n';
  expect(csvOf(await importOne('经费.csv', text, SET))).toBe(
    '序号,单位,经费：收入,经费：支出,备注\n1,甲局,5,6,无\n',
  );
});

test('columns without a name and names that stand twice are made distinct and told', async () => {
  const found = await importOne('表.csv', '名称,电话,电话,\n甲,1,2,3\n', SET);
  expect(csvOf(found)).toBe('名称,电话,电话（2）,第D列\n甲,1,2,3\n');
  expect(found.outcome.state).toBe('written');
  const told = found.outcome.remarks.map(({ text }) => text);
  expect(told).toContain('没有列名的列暂写作“第D列”，请改成列名');
  expect(told).toContain('有的列与前面的列同名，写作“电话（2）”，请改成不同的列名');
});

test.each([
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['strokes', '|'],
  ['commas', ','],
])('a title above the head does not hide that cells are parted by %s', async (_, sign) => {
  const rows = [
    ['名称', '类型', '电话'],
    ['甲校', '公办', '0000-0000001'],
    ['乙校', '民办', '0000-0000002'],
  ];
  const text = `2026年学校名录\n${rows.map((row) => row.join(sign)).join('\n')}\n`;
  const found = await importOne('名录.csv', text, SET);
  expect(csvOf(found)).toBe(`${rows.map((row) => row.join(',')).join('\n')}\n`);
  expect(found.outcome.title).toBe('2026年学校名录');
});

test('commas within quotes part nothing', async () => {
  const text = '名称;说明\n甲;"一,二,三,四"\n乙;"五,六,七,八"\n';
  expect(csvOf(await importOne('名录.csv', text, SET))).toBe(
    '名称,说明\n甲,"一,二,三,四"\n乙,"五,六,七,八"\n',
  );
});

test('a first line that names the sign is followed and is no row', async () => {
  expect(csvOf(await importOne('名录.csv', 'sep=;\n名称;说明\n甲;乙\n', SET))).toBe(
    '名称,说明\n甲,乙\n',
  );
});

test('formulas that only keep a nought are their text', async () => {
  const found = await importOne('名录.csv', '名称,代码,电话\n甲,="0281234","=""0281235"""\n', SET);
  expect(csvOf(found)).toBe('名称,代码,电话\n甲,0281234,0281235\n');
  expect(found.outcome.remarks.map(({ text }) => text).join()).toContain('2 格写作 ="…" 的公式');
});

test('a CSV is written with the mark by which Excel knows UTF-8', async () => {
  const found = await importOne('名录.csv', '名称,说明\n甲,乙\n', SET);
  const table = found.written.find((path) => path.endsWith('.csv')) ?? '';
  expect([...found.place.bytes(table).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
