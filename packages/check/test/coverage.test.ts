import type { Column } from '@columns/content';
import type { Files } from '@columns/content/fixture';
import { entry, notice, readFiles, register } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { coverage, coverageText, settingsFor, unitDuties } from '../src/coverage/index.ts';

/** An item that was not read whole. */
const SCHOOLS = 'compulsory-education/private-school-profiles';
const OWN = [
  'add:',
  ...['fresh', 'old', 'late', 'none', 'said'].map(
    (id) => `  - {domain: budget, id: ${id}, level1: 事项${id}}`,
  ),
  '',
].join('\n');

const FILES: Files = {
  'shili/departments.yaml': '- {id: finance, name: 县财政局}\n',
  'shili/budget/fresh/2023/a.md': notice(['published: 2023-05-29', 'formed: 2023-05-20']),
  'shili/budget/old/2021/b.md': notice(['published: 2021-05-29']),
  'shili/budget/late/2023/c.md': notice(['published: 2023-05-29', 'formed: 2023-01-03']),
  'shili/budget/said/2023/d.md': entry(
    ['title: 说明', 'kind: statement', 'reason: 尚未发生'],
    '无。\n',
  ),
  [`shili/${SCHOOLS}/2023/schools.md`]: register(),
  [`shili/${SCHOOLS}/2023/schools.csv`]: '学校名称,办学许可证,办学规模\n一小,示例1号,小学\n',
  'shili/_notice/2023/secret.md': notice(
    ['unit: finance', 'attribute: {type: 不予, grounds: 条例第十四条, reassess: 2023-06-10}'],
    '',
  ),
};

function columnOf(files: Files = {}): Column {
  const { column } = readFiles({ ...FILES, 'shili/catalogue.yaml': OWN, ...files });
  if (!column) throw new Error('The fixture has no column.');
  return column;
}

const on = (asOf: string) => coverage(columnOf(), settingsFor(), asOf);
const stateOf = (asOf: string, ref: string) =>
  on(asOf).items.find((item) => item.ref === ref)?.state;

describe('coverage', () => {
  it('tells of each item whether it is done, late, stale, explained or empty', () => {
    const found = ['fresh', 'late', 'old', 'said', 'none'].map((id) =>
      stateOf('2023-06-01', `budget/${id}`),
    );
    expect(found).toEqual(['done', 'late', 'stale', 'explained', 'empty']);
  });

  it('depends on the day: what is fresh today is stale in two years', () => {
    expect(stateOf('2025-06-01', 'budget/fresh')).toBe('stale');
    expect(stateOf('2023-05-28', 'budget/fresh')).toBe('empty');
  });

  it('judges no item that was not read whole, and counts it apart', () => {
    const { items, total } = on('2023-06-01');
    const unsure = items.filter(({ state }) => state === 'unconfirmed');
    expect(total.counts.unconfirmed).toBe(unsure.length);
    expect(unsure.length).toBeGreaterThan(0);
    expect(Object.values(total.counts).reduce((a, b) => a + b)).toBe(items.length);
  });

  it('scores by the weights of the settings, which a county may change', () => {
    const only = (weight: number) => {
      const settings = settingsFor({ thresholds: { 'coverage-explained': weight } });
      return coverage(columnOf(), settings, '2023-06-01').weights.explained;
    };
    expect([only(0.8), only(0.5)]).toEqual([0.8, 0.5]);
    const { counts, items, score } = on('2023-06-01').total;
    const judged = items - counts.unconfirmed;
    const sum = counts.done + 0.8 * counts.late + 0.5 * counts.stale + 0.8 * counts.explained;
    expect(score).toBe(Math.round((sum / judged) * 1000) / 10);
  });

  it('draws its trend from what was published by each day', () => {
    const { trend } = on('2023-06-01');
    expect(trend).toHaveLength(9);
    expect(trend.at(-1)?.day).toBe('2023-06-01');
    // What was fresh two years ago has grown old, and nothing newer had been published then.
    expect([trend[0]?.counts.done, trend[0]?.counts.stale]).toEqual([1, 0]);
    expect([trend.at(-1)?.counts.done, trend.at(-1)?.counts.stale]).toEqual([1, 1]);
  });

  it('reads as lines for the assessor', () => {
    expect(coverageText(on('2023-06-01')).split('\n', 1)).toEqual([
      '示例县 公开情况（截至 2023-06-01）',
    ]);
  });
});

describe('the duties of a unit', () => {
  it('are told by what is overdue and what falls in the next 20 working days', () => {
    const column = columnOf();
    const [before] = unitDuties(column, coverage(column, settingsFor(), '2023-06-01'));
    expect(before?.soon.map(({ day, title }) => [day, title])).toEqual([
      ['2023-06-10', '重新评估“通知”'],
    ]);
    const [after] = unitDuties(column, coverage(column, settingsFor(), '2023-06-11'));
    expect([after?.overdue.length, after?.soon.length]).toEqual([1, 0]);
  });
});
