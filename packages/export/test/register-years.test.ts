import { expect, test } from 'vitest';
import { registerYears } from '../src/files/index.ts';

const columns = ['姓名', '发放日期', '金额'];
const rows = (count: number, day: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => [`甲${i}`, day(i), '100']);

test('a register of more than 5,000 rows can be had by year, newest first, no row lost', () => {
  const parts = registerYears({
    columns,
    rows: rows(6000, (i) => (i % 3 === 0 ? '2024-05-01' : i % 3 === 1 ? '2025年6月' : '')),
  }).map(([year, table]) => [year, table.rows.length]);
  expect(parts).toEqual([
    ['无日期', 2000],
    ['2025', 2000],
    ['2024', 2000],
  ]);
});

test('a small one, and one that has no column of days, stay whole', () => {
  expect(registerYears({ columns, rows: rows(5000, () => '2024-05-01') })).toEqual([]);
  expect(registerYears({ columns, rows: rows(6000, () => '每月十日') })).toEqual([]);
});
