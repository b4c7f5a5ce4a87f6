import { describe, expect, test } from 'vitest';
import { arranged, cellsOf, headAt, oddRows, pasted, renamed } from '../src/text/cells.ts';

const COLUMNS = ['学校名称', '学校地址', '办学性质'];

describe('cells from a spreadsheet', () => {
  test('with a tab, a line end or a quotation mark in them are one cell each', () => {
    expect(cellsOf('a\t"一行\n两行"\tc\n"他说""好"""\t2\t3\n')).toEqual([
      ['a', '一行\n两行', 'c'],
      ['他说"好"', '2', '3'],
    ]);
  });

  test('with quotation marks of their own stay as they were written', () => {
    expect(cellsOf('"西山"路2号\t5"管\n"没有成对\tb')).toEqual([
      ['"西山"路2号', '5"管'],
      ['"没有成对', 'b'],
    ]);
  });

  test('keep empty cells and rows in their places', () => {
    expect(cellsOf('a\t\tc\r\n\r\nd\t\t')).toEqual([['a', '', 'c'], [''], ['d', '', '']]);
  });

  test('go over a table from one cell on; what has no column is counted', () => {
    const made = pasted({ columns: ['a', 'b'], rows: [['1', '2']] }, [['x', 'y', 'z'], ['w']], {
      row: 0,
      column: 1,
    });
    expect(made).toEqual({
      rows: [
        ['1', 'x'],
        ['', 'w'],
      ],
      left: 2,
    });
  });
});

describe('a table from elsewhere', () => {
  test('is put under our columns by their names, in whatever order it has them', () => {
    const made = arranged(
      [
        ['办学性质', ' 学校名称', '学校地址'],
        ['公办', '东山小学', '东山路1号'],
      ],
      COLUMNS,
    );
    expect(made).toMatchObject({
      columns: COLUMNS,
      rows: [['东山小学', '东山路1号', '公办']],
      extra: [],
      missing: [],
    });
  });

  test('never has a cell under another column’s name, for any order and choice of columns', () => {
    const names = ['甲', '乙', '丙', '丁', '戊'];
    for (let bits = 3; bits < 32; bits++) {
      const has = names.filter((_, i) => bits & (1 << i)).reverse();
      if (has.length < 2) continue;
      const asked = names.slice(0, 3);
      const made = arranged([has, has.map((name) => `值${name}`)], asked);
      for (const [index, name] of made.columns.entries())
        expect(['', `值${name}`]).toContain(made.rows[0]?.[index]);
      expect([...made.columns].sort()).toEqual([...new Set([...asked, ...has])].sort());
      for (const name of has) expect(made.rows[0]).toContain(`值${name}`);
    }
  });

  test('keeps columns that are not asked for, and tells of them and of those it lacks', () => {
    const made = arranged(
      [
        ['学校名称', '学校地址', '备注'],
        ['东山小学', '东山路1号', '寄宿'],
      ],
      COLUMNS,
    );
    expect(made).toMatchObject({ extra: ['备注'], missing: ['办学性质'] });
    expect(made.rows).toEqual([['东山小学', '东山路1号', '', '寄宿']]);
  });

  test('may have a title above its head', () => {
    const rows = [
      ['青山县学校名录', '青山县学校名录', '青山县学校名录'],
      ['学校名称', '学校地址', '办学性质'],
      ['东山小学', '东山路1号', '公办'],
    ];
    expect(headAt(rows, COLUMNS)).toBe(1);
    expect(arranged(rows, COLUMNS)).toMatchObject({ above: ['青山县学校名录'], missing: [] });
    expect(arranged(rows, []).columns).toEqual(COLUMNS);
  });

  test('of cells without a head has none', () => {
    expect(headAt([['东山小学', '东山路1号', '公办']], COLUMNS)).toBeUndefined();
  });

  test('gives each column a name of its own', () => {
    const rows = [
      ['名称', '', '名称', '地址'],
      ['a', 'b', 'c', 'd'],
    ];
    expect(arranged(rows, []).columns).toEqual(['名称', '第2列', '名称2', '地址']);
  });
});

test('another head keeps each cell under its name, and what is filled is not dropped', () => {
  const table = { columns: ['名称', '地址', '空的'], rows: [['东山点', '东山路', '']] };
  expect(renamed(table, ['地址', '电话'])).toEqual({
    columns: ['地址', '电话', '名称'],
    rows: [['东山路', '', '东山点']],
  });
});

test('sums and notes are known by what they begin with', () => {
  const rows = [
    ['东山', '3'],
    ['合 计', '3'],
    ['注：以上不含民办学校', ''],
    ['备注栏', '2'],
  ];
  expect(oddRows({ columns: ['名称', '数'], rows })).toEqual([
    { row: 1, is: 'total' },
    { row: 2, is: 'note' },
  ]);
});
