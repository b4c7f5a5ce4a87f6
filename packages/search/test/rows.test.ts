import { describe, expect, test } from 'vitest';
import { excerpt } from '../src/client/marks.ts';
import { writeLines } from '../src/lines.ts';
import { blocksOfRows, type Rows } from '../src/rows.ts';
import { pick, seeded } from './corpus.ts';

/** What is quoted of a table for a word. */
function quoted(table: Rows, word: string): string {
  return excerpt(writeLines(blocksOfRows(table)), [word]).text;
}

describe('a row of a table without markup is quoted as a sentence', () => {
  const LIST = [
    ['姓名', '金额', '村'],
    ['赵小满', '600', '柳湾村'],
    ['钱立冬', '300', '石桥村'],
  ];

  test('with what its columns are called', () => {
    expect(quoted({ rows: LIST }, '钱立冬')).toBe('姓名：钱立冬；金额：300；村：石桥村');
  });

  test('where a title stands above the head, merged over all columns, and a note below', () => {
    const title = '二〇二六年补贴名单';
    const rows = [[title, title, title], ...LIST, ['注：按月发放', '', '']];
    expect(quoted({ rows }, '赵小满')).toMatch(/^姓名：赵小满；金额：600；村：柳湾村。/u);
    expect(quoted({ rows }, '按月')).toBe('注：按月发放');
  });

  test('where two columns are a name and a number', () => {
    const rows = [
      ['村', '户数'],
      ['柳湾村', '12'],
      ['石桥村', '1,030'],
    ];
    expect(quoted({ rows }, '石桥村')).toBe('村：石桥村；户数：1,030');
  });

  test('a form has no head: what it asks stands beside the answer', () => {
    const rows = [
      ['姓名', '赵小满'],
      ['住址', '柳湾村'],
      ['金额', '600元'],
    ];
    expect(quoted({ rows }, '柳湾村')).toMatch(/^住址；柳湾村/u);
  });

  test('a file of plain rows begins with its head', () => {
    const rows = [
      ['村', '电话'],
      ['柳湾村', '见村务公开栏'],
    ];
    expect(quoted({ rows, head: true }, '公开栏')).toBe('村：柳湾村；电话：见村务公开栏');
  });
});

test('whatever the form of a table, each cell is there once in its order, and none of another column has its head', () => {
  const random = seeded(5);
  const cell = () => pick(random, ['', '', '甲', '12', '补贴', '二〇二六年名单', '注：略', '3.5%']);
  for (let round = 0; round < 300; round += 1) {
    const width = 1 + Math.floor(random() * 4);
    const rows = Array.from({ length: Math.floor(random() * 6) }, () =>
      Array.from({ length: width + Math.floor(random() * 2) }, cell),
    );
    const blocks = blocksOfRows({ rows, head: random() < 0.3 });
    const said = rows.map((row) => {
      const filled = row.filter((text) => text !== '');
      return new Set(filled).size < 2 ? [...new Set(filled)] : filled;
    });
    expect(blocks.map(({ text }) => text)).toEqual(said.flat());
    for (const { text, cell: place } of blocks) {
      if (place === undefined) continue;
      expect(place.column).toBeLessThan(Math.max(...rows.map(({ length }) => length)));
      if (place.table.regular && place.row > 1)
        expect(place.table.heads[place.column]).toBeDefined();
      if (place.row === 1 && place.table.regular)
        expect(place.table.heads[place.column]).toBe(text);
    }
  }
});
