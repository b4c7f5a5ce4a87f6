import { describe, expect, it } from 'vitest';
import { shownColumn } from '../src/index.ts';
import type { Files } from './fixture.ts';
import { entry, notice, policy, readFiles } from './fixture.ts';

const HEAD = '序号,任务,牵头单位,责任单位,时限,截止日期,状态,佐证\n';
const CITY = 'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\n';
const COUNTY =
  'id: shili\nname: 示例县\nlevel: county\nparent: shi\nstructure: national-26\ndemo: true\n';
const ledger = (county: string, rows: string, lines: readonly string[] = []): Files => ({
  [`${county}/_ledger/2023/plan-tasks.md`]: entry(
    ['title: 方案任务清单', 'kind: ledger', 'updated: 2023-05-29', ...lines],
    '',
  ),
  [`${county}/_ledger/2023/plan-tasks.csv`]: HEAD + rows,
});
const both = (files: Files): Files => ({
  'shi/county.yaml': CITY,
  'shili/county.yaml': COUNTY,
  'shili/departments.yaml': '- {id: office, name: 示例县人民政府办公室, aliases: [县政府办]}\n',
  'shili/towns.yaml': '- {id: dongshan, name: 东山镇}\n',
  'shili/_notice/2023/zone.md': notice(['title: 专区公告']),
  ...files,
});
const told = (files: Files, county: string) =>
  readFiles(files, county).problems.map(
    ({ code, line, column, field, value }) => `${line}:${column} ${code} ${field}=${value}`,
  );

describe('the proof of a task', () => {
  it('is an entry or a page of the column, and both know the way back', () => {
    const files = both(ledger('shili', '1,设专区,县政府办,东山镇,,,已完成,zone、/map/\n'));
    const { column, problems } = readFiles(files);
    expect(problems).toEqual([]);
    const [list] = column?.tasks ?? [];
    expect(list?.tasks[0]).toMatchObject({
      leads: ['office'],
      units: ['dongshan'],
      proofs: [
        { as: '佐证', title: '专区公告', path: '/shili/2023/zone/', entry: 'zone', example: true },
        { as: '佐证', title: '政务地图', path: '/shili/map/', page: 'map/' },
      ],
      below: [],
    });
    expect(column?.relations['zone']?.proves).toMatchObject([
      { as: '佐证', number: '1', task: '设专区', row: 1, id: 'plan-tasks' },
    ]);
  });

  it('is no page that there is not, and nothing that is neither', () => {
    const row = (proof: string) => ledger('shili', `1,甲,,乙,,,已完成,${proof}\n`);
    expect(told(both(row('/mapp/')), 'shili')).toEqual([
      '2:14 shape/unknown-reference 佐证=/mapp/',
    ]);
    expect(told(both(row('/counties/')), 'shili')).toHaveLength(1);
    expect(told(both(row('zoone')), 'shili')).toEqual(['2:14 shape/unknown-reference 佐证=zoone']);
    expect(told(both(row('已上墙')), 'shili')).toEqual(['2:14 shape/bad-format 佐证=已上墙']);
    // What another county has proves nothing of this one.
    expect(told(both(row('jinzhai/zone')), 'shili')).toHaveLength(1);
  });

  it('shows nothing any more when it was withdrawn', () => {
    const files = both({
      ...ledger('shili', '1,甲,,乙,,,已完成,zone\n'),
      'shili/_notice/2023/zone.md': notice(['withdrawn: {date: 2023-06-01, reason: 有误}']),
    });
    const { column } = readFiles(files);
    expect(column?.tasks[0]?.tasks[0]?.proofs).toEqual([]);
    expect(column && shownColumn(column).relations['zone']).toBeUndefined();
  });

  it('of a county’s task may stand at the level above', () => {
    const files = both({
      ...ledger('shili', '1,甲,,乙,,,已完成,shi/rules、shi/coverage/counties/\n'),
      'shi/_notice/2023/rules.md': notice(['title: 市里的通知']),
    });
    const { column, problems } = readFiles(files);
    expect(problems).toEqual([]);
    expect(column?.tasks[0]?.tasks[0]?.proofs.map(({ path }) => path)).toEqual([
      '/shi/2023/rules/',
      '/shi/coverage/counties/',
    ]);
  });

  it('of a city’s task may be what its counties have, which the county resolves', () => {
    const files = both(
      ledger('shi', '1,甲,,各县区,,,原件未载,shili/zone、各县区/catalogue/\n', ['source: 方案']),
    );
    const city = readFiles(files, 'shi');
    expect(city.problems).toEqual([]);
    expect(city.column?.tasks[0]?.tasks[0]).toMatchObject({
      proofs: [],
      below: [
        { county: 'shili', text: 'shili/zone' },
        { county: '各县区', text: '各县区/catalogue/' },
      ],
    });
    const { column } = readFiles(files, 'shili');
    expect(column?.tasks).toMatchObject([
      {
        from: '示例市',
        tasks: [{ proofs: [{ path: '/shili/2023/zone/' }, { path: '/shili/catalogue/' }] }],
      },
    ]);
    expect(column?.relations['zone']?.proves).toMatchObject([{ county: 'shi', number: '1' }]);
  });

  it('of a city’s task is judged for its form at once', () => {
    const row = (proof: string) =>
      told(both(ledger('shi', `1,甲,,各县区,,,进行中,${proof}\n`)), 'shi');
    expect(row('shili/anything')).toEqual([]);
    expect(row('shili/mapp/')).toEqual(['2:16 shape/unknown-reference 佐证=shili/mapp/']);
    expect(row('shi/zone')).toHaveLength(1);
  });
});

describe('a plan', () => {
  it('leads to the ledgers that it set up', () => {
    const files = both({
      ...ledger('shili', '1,甲,,乙,,,进行中,\n', ['plan: rules']),
      'shili/_policy/2023/rules.md': policy(),
    });
    const { column } = readFiles(files);
    expect(column?.relations['rules']?.ledgers?.map(({ id }) => id)).toEqual(['plan-tasks']);
  });

  it('has lists of a sort, and of no other', () => {
    const sort = (type: string) =>
      told(both(ledger('shili', '1,甲,,乙,,,进行中,\n', [`type: ${type}`])), 'shili');
    expect(sort('民生实事')).toEqual([]);
    expect(sort('其他')).toHaveLength(1);
  });
});

describe('a list that is not open', () => {
  it('binds nobody that reads', () => {
    const files = both(
      ledger('shili', '1,甲,,乙,,,进行中,zone\n', ['withdrawn: {date: 2023-06-01, reason: 有误}']),
    );
    expect(readFiles(files).column?.tasks).toEqual([]);
  });
});
