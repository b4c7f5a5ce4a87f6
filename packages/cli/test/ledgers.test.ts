import { join } from 'node:path';
import { readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import { describe, expect, test } from 'vitest';
import { findRoot } from '../src/root.ts';

const content = join(findRoot(import.meta.dirname), 'content');

/** A ledger of the repository: its rows by the names of their columns. */
function tasks(county: string, id: string): Record<string, string>[] {
  const { tables } = readColumn(content, county, loadStandard());
  const { columns, rows } = tables.get(id) ?? { columns: [], rows: [] };
  return rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])));
}

const numbers = (rows: readonly Record<string, string>[]) => [
  ...new Set(rows.map((row) => Number(row['序号']))),
];
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('the plans’ task lists stand here complete', () => {
  const luan2020 = tasks('luan', 'openness-tasks-2020');
  const luan2019 = tasks('luan', 'openness-tasks-2019');
  const anyue = tasks('anyue', 'openness-tasks-2023');

  test('Lu’an 2020: 31 tasks, by deadline as the plan has them', () => {
    expect(luan2020).toHaveLength(31);
    expect(numbers(luan2020)).toEqual(upTo(31));
    const by = (due: string) => luan2020.filter((row) => row['截止日期'] === due).length;
    expect(
      ['2020-08-31', '2020-12-31', '2021-12-31', '2022-06-30', '2022-12-31', ''].map(by),
    ).toEqual([1, 7, 16, 1, 3, 3]);
  });

  test('Anyue 2023: 18 tasks in 19 rows, in five groups', () => {
    expect(anyue).toHaveLength(19);
    expect(numbers(anyue)).toEqual(upTo(18));
    const groups = [...new Set(anyue.map((row) => row['类别']))];
    expect(groups.map((group) => anyue.filter((row) => row['类别'] === group).length)).toEqual([
      3, 4, 6, 3, 3,
    ]);
  });

  test('Lu’an 2019: 99 tasks', () => {
    expect(luan2019).toHaveLength(99);
    expect(numbers(luan2019)).toEqual(upTo(99));
  });

  test('Gaoyao 2020: six steps by day, three goals by year, and fifteen tasks with who carries them', () => {
    const rows = tasks('gaoyao', 'milestones-2020');
    expect(rows.map((row) => row['截止日期']).slice(0, 9)).toEqual([
      ...['2020-08-10', '2020-09-01', '2020-09-20', '2020-09-30', '2020-12-20', '2020-12-31'],
      ...['2020-12-31', '2021-12-31', '2022-12-31'],
    ]);
    expect(rows.slice(9).map((row) => row['类别'])).toEqual([
      ...Array.from({ length: 11 }, () => '三、重点任务'),
      ...Array.from({ length: 4 }, () => '四、保障措施'),
    ]);
  });

  test('Hunan 2020: four dates', () => {
    const due = tasks('hunan', 'openness-tasks-2020').flatMap((row) => row['截止日期'] || []);
    expect(due).toEqual(['2020-10-31', '2020-11-30', '2020-12-31', '2022-12-31']);
  });

  test('what a plan’s list names as proof is no example', () => {
    const standard = loadStandard();
    for (const county of ['luan', 'anyue', 'gaoyao', 'hunan', 'jinzhai', 'wuling', 'lukou']) {
      const { column } = readColumn(content, county, standard);
      const examples = new Set(
        column?.entries.flatMap(({ id, data }) => (data.example === true ? [id] : [])),
      );
      const shown = (column?.tasks ?? [])
        .filter(({ ledger, from }) => from !== undefined || !examples.has(ledger.id))
        .flatMap((list) => list.tasks.flatMap(({ proofs }) => proofs));
      expect(shown.filter(({ example }) => example === true)).toEqual([]);
    }
  });

  test('each says what is to be done and who does it', () => {
    for (const row of [...luan2020, ...luan2019, ...anyue]) {
      expect(row['任务']).not.toBe('');
      expect(row['责任单位']).not.toBe('');
      expect(['原件未载', '持续推进']).toContain(row['状态']);
    }
  });
});
