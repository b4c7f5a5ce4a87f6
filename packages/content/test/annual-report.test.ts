import { describe, expect, it } from 'vitest';
import { APPLICATION_ROWS, DISPUTE_ROWS } from '../src/index.ts';
import { entry, readFiles } from './fixture.ts';

/** A report whose sums are right; a later line takes the place of the one of its field. */
function report(...lines: readonly string[]): string {
  const fields = [
    'title: 年报',
    'kind: annual-report',
    'year: 2022',
    'by: 本级政府',
    'published: 2023-03-20',
    'overview: 一',
    'proactive: {rules: {made: 0, repealed: 0, valid: 0}, documents: {made: 1, repealed: 0, valid: 9}, permits: 1, penalties: 1, compulsion: 0, fees: 12.5}',
    'applications: {received: [9, 1, 0, 0, 0, 0, 10], brought: [1, 0, 0, 0, 0, 0, 1], granted: [8, 1, 0, 0, 0, 0, 9], total: [8, 1, 0, 0, 0, 0, 9], carried: [2, 0, 0, 0, 0, 0, 2]}',
    'disputes: {reconsideration: [1, 0, 0, 1, 2]}',
    'problems: 五',
    'other: 六',
  ];
  const key = (line: string) => line.split(':', 1)[0];
  const own = new Map([...fields, ...lines].map((line) => [key(line), line]));
  return entry([...own.values()], '');
}

const found = (...lines: readonly string[]) =>
  readFiles({ 'shili/_annual-report/2023/a.md': report(...lines) }).problems.map(
    ({ code, line, field, value, expected }) =>
      `${line} ${code} ${field}: ${value ?? ''} | ${expected}`,
  );

describe('an annual report', () => {
  it('whose parts are all there and add up passes', () => expect(found()).toEqual([]));

  it('has the rows that the format prescribes', () => {
    expect(APPLICATION_ROWS).toHaveLength(25);
    expect(DISPUTE_ROWS).toHaveLength(3);
  });

  it.each([
    [
      'a row that does not make its total',
      'applications: {received: [9, 1, 0, 0, 0, 0, 11], granted: [9, 1, 0, 0, 0, 0, 10], total: [9, 1, 0, 0, 0, 0, 10], carried: [0, 0, 0, 0, 0, 0, 1]}',
      [
        '9 shape/contradiction applications.received.6: “一、本年新收政府信息公开申请数量”一行的总计写作 11，前 6 个数相加是 10 | 10，或改正这一行的其他数',
        '9 shape/contradiction applications.carried.6: “四、结转下年度继续办理”一行的总计写作 1，前 6 个数相加是 0 | 0，或改正这一行的其他数',
      ],
    ],
    [
      'results that do not make their total',
      'applications: {received: [2, 0, 0, 0, 0, 0, 2], granted: [1, 0, 0, 0, 0, 0, 1], total: [2, 0, 0, 0, 0, 0, 2]}',
      [
        '9 shape/contradiction applications.total.0: “自然人”一列的办理结果总计写作 2，（一）至（六）各行相加是 1 | 1，或改正这一列的其他数',
        '9 shape/contradiction applications.total.6: “总计”一列的办理结果总计写作 2，（一）至（六）各行相加是 1 | 1，或改正这一列的其他数',
      ],
    ],
    [
      'more applications ended than came',
      'applications: {received: [0, 1, 0, 0, 0, 0, 1], granted: [0, 2, 0, 0, 0, 0, 2], total: [0, 2, 0, 0, 0, 0, 2]}',
      [
        '9 shape/contradiction applications.carried.1: “商业企业”一列：新收加上年结转是 1，办理结果总计加结转下年是 2，两者应当相等 | 新收＋上年结转＝办理结果总计＋结转下年度继续办理',
        '9 shape/contradiction applications.carried.6: “总计”一列：新收加上年结转是 1，办理结果总计加结转下年是 2，两者应当相等 | 新收＋上年结转＝办理结果总计＋结转下年度继续办理',
      ],
    ],
    [
      'disputes that do not make their total',
      'disputes: {direct: [1, 1, 0, 0, 1]}',
      [
        '10 shape/contradiction disputes.direct.4: “行政诉讼：未经复议直接起诉”一行的总计写作 1，前 4 个数相加是 2 | 2，或改正这一行的其他数',
      ],
    ],
    [
      'a row with a number too few',
      'disputes: {direct: [1, 1, 0, 0]}',
      [
        '10 shape/bad-format disputes.direct: [1, 1, 0, 0] | 5 个数，依次为结果维持、结果纠正、其他结果、尚未审结、总计',
      ],
    ],
    [
      'half an application',
      'disputes: {direct: [0.5, 0, 0, 0, 0.5]}',
      [
        '10 shape/bad-format disputes.direct.0: 0.5 | 0 或正整数，不加引号和单位',
        '10 shape/bad-format disputes.direct.4: 0.5 | 0 或正整数，不加引号和单位',
      ],
    ],
    [
      'a row that the format does not have',
      'applications: {recieved: [0, 0, 0, 0, 0, 0, 0]}',
      ['9 shape/unknown-field applications.recieved: recieved | received'],
    ],
    [
      'a year that was not over',
      'year: 2023',
      [
        '4 shape/contradiction year: 报告年度 2023 在发布日期 2023-03-20 时还没有结束 | 发布日期所在年份之前的年份',
      ],
    ],
    [
      'no part five',
      'problems:',
      [
        '11 shape/missing-field problems:  | 不为空的文字；分段时在冒号后写 |，下一行起缩进，每段一行',
      ],
    ],
  ] as const)('with %s is told so, with line and numbers', (_, line, told) => {
    expect(found(line)).toEqual(told);
  });

  it('in several lines is told the line of the row', () => {
    const file = report().replace(
      /applications: .*/,
      'applications:\n  received: [1, 0, 0, 0, 0, 0, 2]\n  granted: [1, 0, 0, 0, 0, 0, 1]\n  total: [1, 0, 0, 0, 0, 0, 1]',
    );
    const { problems } = readFiles({ 'shili/_annual-report/2023/a.md': file });
    expect(problems.map(({ line, column, field }) => [line, column, field])).toEqual([
      [10, 3, 'applications.carried.6'],
      [10, 32, 'applications.received.6'],
    ]);
  });
});
