import type { Cell, Table } from '@columns/office/paper';
import { spots } from '@columns/office/paper';
import { expect, test } from 'vitest';
import { tableMarkdown } from '../src/write/table.ts';

const cell = (text: string, rowspan = 1, colspan = 1): Cell => ({
  content: [[{ type: 'text', text }]],
  colspan,
  rowspan,
});
const written = (rows: readonly (readonly Cell[])[], headRows = 0) =>
  tableMarkdown({ type: 'table', rows, headRows }, (content) =>
    content
      .flat()
      .map((each) => (each.type === 'text' ? each.text : ''))
      .join(''),
  );
const pair = (index: number) => [cell(`项${index}`), cell(`值${index}`)];

test.each([2, 3, 4, 5, 6, 9])(
  'a form whose first cell reaches over %i rows has no head',
  (deep) => {
    const rows = Array.from({ length: deep }, (_, index) =>
      index === 0 ? [cell('基本情况', deep), ...pair(0)] : pair(index),
    );
    const more = [[cell('联系方式', 2), ...pair(20)], pair(21)];
    for (const each of [rows, [...rows, ...more]]) {
      expect(written(each)).not.toContain('<thead>');
      expect(written(each)).toContain(`<td rowspan="${deep}">基本情况</td>`);
    }
  },
);

test('a form to fill in has no head: no cell of one is empty', () => {
  const blank = (...labels: string[]) => labels.flatMap((label) => [cell(label), cell('')]);
  for (const form of [
    [blank('姓名', '性别'), [cell('住址'), cell('', 1, 3)]],
    [blank('姓名'), blank('性别'), blank('住址')],
    [[...blank('姓名'), cell('照片', 2)], blank('性别')],
  ])
    expect(written(form)).not.toMatch(/<th|\| ---/);
});

test('a corner or a column without a name leaves a head what it is', () => {
  const named = (...names: string[]) => names.map((name) => cell(name));
  for (const head of [named('', '2023年', '2024年'), named('序号', '姓名', '')])
    expect(written([head, named('1', '12', '13')])).toContain('| --- |');
  expect(written([named('项目', ''), named('甲', '1')], 1)).toContain('| --- |');
});

test('a form with wide values has no head', () => {
  const wide = (index: number) => [cell(`项${index}`), cell(`值${index}`, 1, 3)];
  expect(
    written([
      [cell('基本情况', 3), ...wide(0)],
      wide(1),
      wide(2),
      [cell('备注'), cell('无', 1, 4)],
    ]),
  ).not.toContain('<thead>');
});

test('a grouped head is one', () => {
  const html = written([
    [cell('单位', 2), cell('金额', 1, 2)],
    [cell('收入'), cell('支出')],
    [cell('甲'), cell('1'), cell('2')],
  ]);
  expect(html.split('</thead>')[0]?.match(/<tr>/g)).toHaveLength(2);
});

test('a head that the file names is shortened where a merged cell goes on below it', () => {
  const rows = [[cell('甲'), cell('乙')], [cell('子', 2), cell('丑')], [cell('寅')]];
  expect(written(rows, 2).split('</thead>')[0]?.match(/<tr>/g)).toHaveLength(1);
});

test('no merged cell crosses the end of a head, whatever the table', () => {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return 1 + (seed % most);
  };
  for (let round = 0; round < 300; round++) {
    const height = 1 + next(7);
    const width = 1 + next(4);
    const taken = Array.from({ length: height }, () => Array<boolean>(width).fill(false));
    const rows = taken.map((line, y) =>
      line.flatMap((_, x): Cell[] => {
        if (taken[y]?.[x]) return [];
        let across = 1;
        const wanted = next(3);
        while (across < wanted && x + across < width && !taken[y]?.[x + across]) across++;
        const down = Math.min(next(4), height - y);
        for (let dy = 0; dy < down; dy++)
          for (let dx = 0; dx < across; dx++) (taken[y + dy] as boolean[])[x + dx] = true;
        return [cell(`${y},${x}`, down, across)];
      }),
    );
    const table: Table = { type: 'table', rows, headRows: next(4) - 1 };
    const html = written(rows, table.headRows);
    const head = html.includes('<thead>')
      ? (html.split('</thead>')[0]?.match(/<tr>/g)?.length ?? 0)
      : 0;
    const lines = spots(table);
    for (const [x, spot] of (lines[head - 1] ?? []).entries())
      if (spot !== undefined && head > 0) expect(lines[head]?.[x]?.cell).not.toBe(spot.cell);
  }
});
