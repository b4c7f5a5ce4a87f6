import { pdf } from '@columns/office/fixture';
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
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (money) /V (300 yuan) /Rect [0 0 90 20] >>';
  const file = pdf({
    lines: ['关于发放补贴的公告', '发放标准见下表，自2026年起执行。'],
    page: '/Annots [9 0 R]',
    objects: [field],
  });
  const { outcome } = await importOne('表.pdf', file, SET);
  expect(outcome.remarks.map(({ text }) => text).join('\n')).toContain('money“300 yuan”');
});
