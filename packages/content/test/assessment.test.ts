import { describe, expect, it } from 'vitest';
import { notice, readFiles } from './fixture.ts';

const HEAD = 'title: 2023年度政务公开考评\nyear: 2023\n';
const read = (text: string) =>
  readFiles({
    'shili/assessment.yaml': HEAD + text,
    'shili/_notice/2023/result.md': notice(),
  });
const told = (text: string) =>
  read(text).problems.map(({ code, line, field, value }) => `${line} ${code} ${field} ${value}`);

describe('by what the work is assessed', () => {
  it('is read into the column', () => {
    const { column, problems } = read(
      [
        'indicators:',
        '  - {id: a, name: 解读, of: 政务公开考评, share: 15, bound: 不低于, counted: interpretation}',
        '  - {id: b, name: 指导, of: 政务公开考评, share: 10}',
        'results:',
        '  - {indicator: b, whom: 县教育局, value: 9.5, date: 2023-06-01, entry: result}',
        '',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(column?.assessment?.indicators.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('has shares of one whole that are no more than it, and ids of their own', () => {
    expect(
      told(
        'indicators:\n  - {id: a, name: 甲, of: 考评, share: 60}\n  - {id: a, name: 乙, of: 考评, share: 50}\n',
      ),
    ).toEqual([
      '5 shape/contradiction indicators.1.id 指标编号 a 写了两次',
      '5 shape/contradiction indicators.1.share “考评”各指标的比重合计 110%',
    ]);
    // Shares of different wholes, and those that are only bounds, are never summed.
    expect(
      told(
        'indicators:\n  - {id: a, name: 甲, of: 考评, share: 60}\n  - {id: b, name: 乙, of: 目标管理, share: 50}\n  - {id: c, name: 丙, of: 考评, share: 50, bound: 不低于}\n',
      ),
    ).toEqual([]);
  });

  it('has results of its own indicators, of those that are not counted', () => {
    const results = (id: string) =>
      `indicators:\n  - {id: score, name: 甲, counted: score}\nresults:\n  - {indicator: ${id}, whom: 县局, value: 1, date: 2023-06-01, entry: nothing}\n`;
    expect(told(results('scor'))).toEqual([
      '6 shape/contradiction results.0.indicator 没有指标 scor',
      '6 shape/unknown-reference results.0.entry nothing',
    ]);
    expect(told(results('score'))[0]).toBe(
      '6 shape/contradiction results.0.indicator 指标 score 由程序统计，又录入了结果',
    );
  });
});
