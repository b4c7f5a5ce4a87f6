import { describe, expect, it } from 'vitest';
import { parseRecords, plainRecords, readCsv } from '../src/read/table.ts';
import { randomNumbers } from './random.ts';

describe('a data table', () => {
  it('has its first row for column names, and knows the line of each row', () => {
    expect(readCsv('学校名称,地址\n一小,岳阳镇\n二小,\n')).toEqual({
      columns: ['学校名称', '地址'],
      rows: [
        ['一小', '岳阳镇'],
        ['二小', ''],
      ],
      lines: [2, 3],
      faults: [],
    });
  });

  it('keeps commas, quotes and line breaks in quoted cells, and counts lines past them', () => {
    const table = readCsv('名称,说明\n"甲,乙","他说""好"""\n"上\n\n下",x\n末,y\n');
    expect(table.rows).toEqual([
      ['甲,乙', '他说"好"'],
      ['上\n\n下', 'x'],
      ['末', 'y'],
    ]);
    expect(table.lines).toEqual([2, 3, 6]);
    expect(table.faults).toEqual([]);
  });

  it('may have Windows line ends, a byte order mark and spaces about its cells', () => {
    const table = readCsv('\ufeff名称 , 地址\r\n 一小,"a\r\nb"\r\n二小,c');
    expect(table).toMatchObject({ columns: ['名称', '地址'], lines: [2, 4] });
    expect(table.rows).toEqual([
      ['一小', 'a\nb'],
      ['二小', 'c'],
    ]);
  });

  it('passes over empty lines and rows of empty cells, and counts them', () => {
    const table = readCsv('\n\n名称,地址\n\n一小,a\n,\n ,  \n\n二小,b\n\n');
    expect(table.rows).toEqual([
      ['一小', 'a'],
      ['二小', 'b'],
    ]);
    expect(table.lines).toEqual([5, 9]);
    expect(table.faults).toEqual([]);
  });

  it('names every row that is too long or too short, and keeps it', () => {
    const table = readCsv('a,b\n"x\ny",1\n2\n3,4,5\n');
    expect(table.rows).toHaveLength(3);
    const expected = '2 格，与表头一致；文字中有逗号时请用双引号括起来';
    expect(table.faults).toEqual([
      { code: 'shape/csv-syntax', line: 4, column: 1, value: '这一行有 1 格', expected },
      { code: 'shape/csv-syntax', line: 5, column: 1, value: '这一行有 3 格', expected },
    ]);
  });

  it('names column names that are missing or used twice, on the line where they stand', () => {
    expect(readCsv('\n名称,,名称\n1,2,3').faults).toEqual([
      { code: 'shape/csv-syntax', line: 2, column: 1, value: '第 2 列没有列名' },
      { code: 'shape/csv-column-duplicate', line: 2, column: 1, field: '名称', value: '名称' },
    ]);
  });

  it.each([
    ['is never closed', 'a,b\n1,2\n3,"4\n5,6\n7,8\n', 3],
    ['stands in the middle of a cell', 'a,b\n1,他说"好"\n', 2],
    ['is followed by text', 'a,b\n1,2\n"3"x,4\n', 3],
  ])('names the line where a quotation begins that %s', (_, text, line) => {
    expect(readCsv(text)).toEqual({
      columns: [],
      rows: [],
      lines: [],
      faults: [{ code: 'shape/csv-syntax', line, column: 1, value: '引号没有成对' }],
    });
  });

  it.each(['', '\n\n', '\ufeff'])('needs column names: %j', (text) => {
    expect(readCsv(text).faults).toEqual([
      { code: 'shape/csv-syntax', line: 1, column: 1, value: '没有表头' },
    ]);
  });
});

it('reads a plain table as the parser does', () => {
  const random = randomNumbers(20261122);
  const parts = [
    '一小',
    'a b',
    '1',
    ',',
    ',',
    ',',
    ' ',
    '\u3000',
    '\u00a0',
    '\t',
    '\n',
    '\n',
    '\n\n',
  ];
  for (let round = 0; round < 3_000; round += 1) {
    const count = 1 + Math.floor(random() * 16);
    const some = () => parts[Math.floor(random() * parts.length)];
    const text = Array.from({ length: count }, some).join('');
    const parsed = parseRecords(text).map(({ record, info: { lines } }) => ({ record, lines }));
    const plain = plainRecords(text).map(({ record, info: { lines } }) => ({ record, lines }));
    expect(plain, JSON.stringify(text)).toEqual(parsed);
  }
});
