import type { Column } from '@columns/content';
import type { Files } from '@columns/content/fixture';
import { entry, notice, readFiles } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import {
  blamed,
  bulletins,
  coverage,
  measures,
  praised,
  settingsFor,
} from '../src/coverage/index.ts';

const FILES: Files = {
  'shili/departments.yaml': '- {id: office, name: 县政府办}\n- {id: farm, name: 县农业局}\n',
  'shili/_notice/2023/a.md': notice(['unit: office', 'published: 2023-05-08']),
  'shili/_notice/2023/b.md': notice(['unit: farm', 'published: 2023-05-29', 'formed: 2023-01-03']),
  'shili/_notice/2023/c.md': notice(['unit: farm', 'published: 2023-04-12']),
  'shili/_ledger/2023/t.md': entry(
    ['title: 清单', 'kind: ledger', 'updated: 2023-06-29', 'published: 2023-06-29'],
    '',
  ),
  'shili/_ledger/2023/t.csv':
    '序号,任务,责任单位,截止日期,状态,佐证\n1,编目录,县政府办,2023-06-20,进行中,\n',
};
const column = (files: Files = FILES) => (readFiles(files) as { column: Column }).column;
const on = (asOf: string) => bulletins(column(), settingsFor(), asOf, 12);
const names = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name);

describe('the bulletin of a month', () => {
  it('praises by name who published in time, and blames who was late', () => {
    const may = on('2023-06-10').find(({ month }) => month === '2023-05');
    expect(may && names(praised(may))).toEqual(['县政府办']);
    expect(may && blamed(may)).toMatchObject([
      { name: '县农业局', published: 1, faults: [{ sort: '逾期公开', path: '2023/b/' }] },
    ]);
  });

  it('blames for a task that was not done by its day', () => {
    const june = on('2023-06-30').find(({ month }) => month === '2023-06');
    expect(june && blamed(june).flatMap(({ faults }) => faults)).toMatchObject([
      { sort: '任务逾期', title: '编目录', day: '2023-06-20', path: '2023/t/#row-1' },
    ]);
  });

  it('is made when the month is over, and of no month before the first entry', () => {
    expect(on('2023-05-30').map(({ month }) => month)).toEqual(['2023-04']);
    expect(on('2023-05-31').map(({ month }) => month)).toEqual(['2023-05', '2023-04']);
    expect(bulletins(column({}), settingsFor(), '2023-05-31', 12)).toEqual([]);
  });
});

it('what is counted of the work follows from the content', () => {
  const figures = coverage(column(), settingsFor(), '2023-06-30');
  expect(measures(column(), figures)).toMatchObject({ 'tasks-overdue': 1, 'periods-missing': 0 });
  // Of no policy there is no share.
  expect(measures(column(), figures)['interpretation']).toBeUndefined();
});
