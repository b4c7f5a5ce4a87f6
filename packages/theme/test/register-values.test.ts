import { describe, expect, test } from 'vitest';
import { rowPageCount, rowPageOf, rowPath } from '../src/client/register/addresses.ts';
import { openRecords } from '../src/client/register/records.ts';
import { columnKind, dateOf, numberOf } from '../src/client/register/values.ts';
import {
  isUntouched,
  nextOrder,
  readView,
  shownColumns,
  UNTOUCHED,
  writeView,
} from '../src/client/register/view.ts';

describe('a row', () => {
  test.each([
    [1, '#row-1'],
    [200, '#row-200'],
    [201, 'rows/2/#row-201'],
    [10_000, 'rows/50/#row-10000'],
  ])('%i stands at %s', (row, path) => {
    expect(rowPath(row)).toBe(path);
    expect(rowPageOf(row)).toBeGreaterThan(0);
  });

  test.each([
    [0, 1],
    [200, 1],
    [201, 2],
    [10_000, 50],
  ])('%i rows make %i pages', (rows, pages) => {
    expect(rowPageCount(rows)).toBe(pages);
  });
});

describe('a cell', () => {
  test.each([
    ['1,234.50', 1234.5],
    ['－12%', -12],
    ['￥300', 300],
    ['１２', 12],
    ['0', 0],
    ['0.5', 0.5],
    ['012', undefined],
    ['1,23', undefined],
    ['12元', undefined],
    ['', undefined],
  ])('%s is the number %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  test.each([
    ['2024-05-01', 20240501],
    ['2024年5月1日', 20240501],
    ['2024.5.1', 20240501],
    ['2024/12', 20241200],
    ['2024年', 20240000],
    ['2024-13-01', undefined],
    ['5月1日', undefined],
  ])('%s is the day %s', (text, value) => {
    expect(dateOf(text)).toBe(value);
  });
});

describe('a column', () => {
  test.each([
    ['金额', ['1,200', '', '35.5', '—'], 'number'],
    ['年份', ['2023', '2024'], 'number'],
    ['日期', ['2024-05-01', '2024年5月2日', '无'], 'date'],
    ['联系电话', ['6812345', '13900000000'], 'code'],
    ['邮政区划', ['237000', '237001'], 'code'],
    ['代号', ['007', '12'], 'code'],
    ['办学层次', ['小学', '初中'], 'text'],
    ['地址', ['东山镇示例路1号'], 'phrase'],
    ['说明', ['一', '字'.repeat(25)], 'long'],
    ['备注', ['', '—', '无'], 'text'],
    ['备注', [], 'text'],
  ] as const)('%s of %j is %s', (name, cells, kind) => {
    expect(columnKind(name, cells)).toBe(kind);
  });
});

describe('a view', () => {
  const columns = ['名称', '金额', '状态'];

  test('stands in the address and is read back', () => {
    const view = {
      query: '东山 小学',
      choices: { 状态: '' },
      sort: '金额',
      descending: true,
      shown: ['名称', '金额'],
      page: 3,
    };
    expect(readView(writeView(view), columns)).toEqual(view);
    expect(writeView(UNTOUCHED)).toBe('');
    expect(readView('', columns)).toEqual(UNTOUCHED);
  });

  test.each([
    '?sort=没有的列&col=没有&only.没有=1&page=-2',
    '?page=x&q=%20',
    '?col=名称&col=金额&col=状态',
    '?utm_source=1',
  ])('passes over what the register does not have: %s', (search) => {
    expect(isUntouched(readView(search, columns))).toBe(true);
  });

  test('turns the order of a column from up to down to none', () => {
    const up = nextOrder(UNTOUCHED, '金额');
    const down = nextOrder({ ...UNTOUCHED, ...up }, '金额');
    const none = nextOrder({ ...UNTOUCHED, ...up, ...down }, '金额');
    expect([up, down, none]).toEqual([
      { sort: '金额', descending: false },
      { descending: true },
      { sort: undefined, descending: false },
    ]);
    expect(nextOrder({ ...UNTOUCHED, ...up }, '名称')).toEqual({ sort: '名称', descending: false });
  });

  test('shows columns in the order of the register', () => {
    expect(shownColumns({ ...UNTOUCHED, shown: ['状态', '名称'] }, columns)).toEqual([0, 2]);
  });
});

describe('the rows of a register', () => {
  const columns = ['名称', '金额', '日期', '状态'];
  const rows = [
    ['张三', '1,200', '2024年10月1日', '办结'],
    ['李四', '', '2024-09-30', '办结'],
    ['阿ＡＢ', '-5', '', '退回'],
    ['王五〔2024〕1号', '35.5', '2023', '办结'],
    ['第10批', '35.5', '2024', ''],
    ['第9批', '1', '2024', '退回'],
  ];
  const records = openRecords(columns, rows, ['phrase', 'number', 'date', 'text']);
  const names = (view: Partial<typeof UNTOUCHED>) =>
    records.matching({ ...UNTOUCHED, ...view }).map((row) => rows[row]?.[0]);

  test('are found by all words, whatever their width, case and brackets', () => {
    expect(names({ query: '办结 2024' })).toEqual(['张三', '李四', '王五〔2024〕1号']);
    expect(names({ query: 'ab' })).toEqual(['阿ＡＢ']);
    expect(names({ query: '(２０２４)1' })).toEqual(['王五〔2024〕1号']);
    expect(names({ query: '张三1,200' })).toEqual([]);
    expect(names({ query: '.*' })).toEqual([]);
  });

  test('are sorted by value, blank cells last either way, equal ones as they stand', () => {
    expect(names({ sort: '金额' })).toEqual([
      '阿ＡＢ',
      '第9批',
      '王五〔2024〕1号',
      '第10批',
      '张三',
      '李四',
    ]);
    expect(names({ sort: '金额', descending: true })).toEqual([
      '张三',
      '王五〔2024〕1号',
      '第10批',
      '第9批',
      '阿ＡＢ',
      '李四',
    ]);
    expect(names({ sort: '日期' }).slice(0, 3)).toEqual(['王五〔2024〕1号', '第10批', '第9批']);
  });

  test('are sorted as Chinese is, and numbers in text by value', () => {
    expect(names({ sort: '名称' })).toEqual([
      '阿ＡＢ',
      '第9批',
      '第10批',
      '李四',
      '王五〔2024〕1号',
      '张三',
    ]);
  });

  test('are chosen by an exact value, also by an empty one', () => {
    expect(names({ choices: { 状态: '退回' } })).toEqual(['阿ＡＢ', '第9批']);
    expect(names({ choices: { 状态: '' } })).toEqual(['第10批']);
    expect(records.choices(3)).toEqual([
      { value: '办结', rows: 3 },
      { value: '退回', rows: 2 },
      { value: '', rows: 1 },
    ]);
    expect(records.choices(0)).toEqual([]);
  });
});
