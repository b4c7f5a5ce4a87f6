import { describe, expect, it } from 'vitest';
import {
  COVERAGE_STATES,
  type CountyFigures,
  countyFiguresSchema,
  type GroupFigures,
  sumFigures,
  together,
  togetherText,
} from '../src/coverage/index.ts';

function group(id: string, counts: Partial<GroupFigures['counts']>, score?: number): GroupFigures {
  const none = Object.fromEntries(Object.keys(COVERAGE_STATES).map((state) => [state, 0]));
  const all = { ...none, ...counts } as GroupFigures['counts'];
  const items = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { id, name: id, items, counts: all, ...(score === undefined ? {} : { score }) };
}

function county(id: string, asOf: string, ...domains: GroupFigures[]): CountyFigures {
  const total = { ...sumFigures(id, `${id}县`, domains), id };
  const towns = { publishers: 2, items: 60, published: 3, due: 8, missing: 5 };
  const counts = { total: 4, done: 3, late: 1, missing: 0, rate: 75 };
  const rates = [{ id: 'answer', name: '答复率', target: 100, ...counts }];
  const catalogues = [{ id: 'town', name: '乡镇（街道）', ...towns }];
  return {
    ...{ county: id, name: `${id}县`, demo: true, asOf, total, domains, catalogues, rates },
    measures: {},
  };
}

const a = county('a', '2024-06-01', group('health', { done: 3, empty: 1 }, 75));
const b = county(
  'b',
  '2024-06-01',
  group('health', { done: 1, empty: 11, unconfirmed: 8 }, 8.3),
  group('budget', { unconfirmed: 2 }),
);

describe('the figures of several counties', () => {
  it('are summed by state, and the score is that of all judged items', () => {
    const { total, domains } = together('city', '市', [a, b]);
    expect(total).toMatchObject({ items: 26, counts: { done: 4, empty: 12, unconfirmed: 10 } });
    // 4 of 16 judged items; the mean of the two counties' scores would be 41.7.
    expect(total.score).toBe(25);
    expect(domains.map(({ id }) => id)).toEqual(['health', 'budget']);
  });

  it('add up what was kept in time, and the rate is that of the sum', () => {
    const twice = {
      ...b,
      rates: b.rates.map((rate) => ({ ...rate, done: 0, late: 0, missing: 2 })),
    };
    expect(together('city', '市', [a, twice]).rates).toEqual([
      {
        ...{ id: 'answer', name: '答复率', target: 100 },
        ...{ total: 6, done: 3, late: 1, missing: 2, rate: 50 },
      },
    ]);
  });

  it('have no score where nothing is judged', () => {
    expect(sumFigures('x', 'x', [group('budget', { unconfirmed: 2 })])).not.toHaveProperty('score');
    expect(sumFigures('x', 'x', [])).toMatchObject({ items: 0 });
  });

  it('name their day only where it is one', () => {
    expect(together('city', '市', [a, b]).asOf).toBe('2024-06-01');
    expect(together('city', '市', [a, { ...b, asOf: '2024-07-01' }])).not.toHaveProperty('asOf');
  });

  it('are read back by their own schema', () => {
    expect(countyFiguresSchema.parse(JSON.parse(JSON.stringify(b)))).toEqual(b);
  });

  it('stand side by side as text', () => {
    expect(togetherText(together('city', '市', [a, b]))).toMatchInlineSnapshot(`
      "市 各县区公开情况
        a县（截至 2024-06-01）：得分 75.0；事项 4，已公开 3，空白 1
        b县（截至 2024-06-01）：得分 8.3；事项 22，已公开 1，空白 11，目录未核实 10
        合计（2 个）：得分 25.0；事项 26，已公开 4，空白 12，目录未核实 10
        乡镇（街道）（4 个）：事项 120，已公开 6，应公开 16，空白 10
        health：得分 25.0；事项 24，已公开 4，空白 12，目录未核实 8；a县 75.0，b县 8.3
        budget：无可评事项；事项 2，目录未核实 2；a县 —，b县 —
      "
    `);
  });
});
