import type { Column } from '@columns/content';
import type { Files } from '@columns/content/fixture';
import { entry, notice, readFiles, register } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import {
  coverage,
  coverageText,
  periodicCoverage,
  settingsFor,
  unitDuties,
} from '../src/coverage/index.ts';

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

describe('the tasks of a list', () => {
  const HEAD = '序号,任务,牵头单位,责任单位,截止日期,状态,佐证\n';
  const files: Files = {
    'shili/departments.yaml': '- {id: office, name: 县政府办}\n- {id: farm, name: 县农业局}\n',
    'shili/_ledger/2023/a.md': entry(
      ['title: 清单', 'kind: ledger', 'updated: 2023-05-29', 'published: 2023-05-29'],
      '',
    ),
    'shili/_ledger/2023/a.csv': `${HEAD}1,编目录,县政府办,县农业局,2023-08,进行中,\n2,办培训,,县农业局,2023-05-01,未开始,\n3,做完的,县政府办,县农业局,2023-06-01,已完成,\n4,不知道的,县政府办,县农业局,2023-06-01,原件未载,\n`,
  };

  it('are duties of who leads them, or else of who carries them out, until they are done', () => {
    const { column } = readFiles(files) as { column: Column };
    const duties = unitDuties(column, coverage(column, settingsFor(), '2023-06-01'));
    const of = (unit: string) => duties.find(({ id }) => id === unit);
    expect(of('office')?.later).toMatchObject([
      { title: '完成任务“编目录”', day: '2023-08-31', why: '清单', path: '2023/a/#row-1' },
    ]);
    expect(of('farm')?.overdue.map(({ title }) => title)).toEqual(['完成任务“办培训”']);
    expect([of('office')?.overdue.length, of('farm')?.later.length]).toEqual([0, 0]);
  });
});

describe('coverage by publisher', () => {
  const files: Files = {
    'shili/departments.yaml': '- {id: finance, name: 县财政局}\n',
    'shili/towns.yaml': '- {id: east, name: 东镇}\n',
    'shili/_catalogue/east.yaml':
      'add:\n  - {domain: base, id: fair, level1: 集市}\n  - {domain: base, id: road, level1: 乡道}\n',
    'shili/_notice/2023/fair.md': notice(['unit: east', 'discloses: [fair]']),
  };
  const publisher = (id: string) =>
    coverage(columnOf(files), settingsFor(), '2023-06-01').publishers.find((one) => one.id === id);

  it('counts items, those that have something, and of those that bind the blank ones', () => {
    expect(publisher('east')).toMatchObject({ sort: 'town', path: 'towns/east/', published: 1 });
    expect(publisher('east')?.counts).toMatchObject({ done: 1, empty: 1 });
    expect(publisher('east')?.score).toBe(50);
  });

  it('names the blank ones, by what they belong to', () => {
    expect(publisher('east')?.blank).toEqual([{ level1: '乡道', names: ['乡道'] }]);
  });

  it('holds an institution to the list of its trade and to what every trade discloses', () => {
    const column = columnOf({
      'shili/institutions.yaml': '- {id: tap, name: 供水公司, sector: water}\n',
    });
    const tap = coverage(column, settingsFor(), '2023-06-01').publishers.at(-1);
    expect(tap?.counts.empty).toBe(tap?.items);
    expect(tap?.blank.map(({ level1 }) => level1)).toEqual(['行业内容', '共性内容']);
  });

  it('is summed: the base set, the domains, then every sort of publisher that there is', () => {
    const { catalogues, total } = coverage(columnOf(files), settingsFor(), '2023-06-01');
    expect(catalogues.map(({ id }) => id)).toEqual(['base', 'domains', 'unit', 'town']);
    expect(catalogues.find(({ id }) => id === 'domains')?.items).toBe(total.items);
    expect(catalogues.at(-1)).toMatchObject({ publishers: 1, published: 1, due: 2, missing: 1 });
  });

  it('accuses nobody by rows that nobody has read whole', () => {
    const { counts, items, score } = publisher('finance') ?? {};
    expect(counts?.unconfirmed).toBe(items);
    expect(score).toBeUndefined();
  });
});

describe('periodic disclosure', () => {
  const files: Files = {
    'shili/towns.yaml': '- {id: east, name: 东镇}\n',
    'shili/catalogue.yaml':
      'add: [{domain: ecology, id: tap-water, level1: 水质, every: quarter, by: 15}]\n',
    'shili/_catalogue/east.yaml':
      'add: [{domain: base, id: aid, level1: 救助, every: month, by: 10}]\n',
    'shili/ecology/tap-water/2022/q3.md': notice(['published: 2022-10-15', 'period: 2022Q3']),
    'shili/ecology/tap-water/2023/q4.md': notice(['published: 2023-01-16', 'period: 2022Q4']),
    'shili/base/aid/2023/a.md': notice(['published: 2023-02-01', 'unit: east', 'period: 2023-01']),
  };
  const column = () => readFiles(files).column as Column;
  const cells = (ref: string, asOf: string) =>
    periodicCoverage(column(), asOf)
      .find(({ of }) => of.item.ref === ref)
      ?.cells.map(({ period, state }) => `${period} ${state}`);

  it('goes from the first period that has anything to the day, each in time, late, missing or open', () => {
    expect(readFiles(files).problems).toEqual([]);
    expect(cells('ecology/tap-water', '2023-04-15')).toEqual([
      ...['2022Q3 there', '2022Q4 late', '2023Q1 open'],
    ]);
    expect(cells('ecology/tap-water', '2023-04-16')?.at(-1)).toBe('2023Q1 missing');
  });

  it('is a duty of whoever has the catalogue: what is overdue as one, and what comes next', () => {
    const figures = coverage(column(), settingsFor(), '2023-04-20');
    const east = unitDuties(column(), figures).find(({ id }) => id === 'east');
    expect(east?.overdue.map(({ title, day }) => [title, day])).toEqual([
      ['补公开“救助”（2023年2月、2023年3月）', '2023-03-10'],
    ]);
    expect(east?.soon.map(({ title, day }) => [title, day])).toEqual([
      ['公开“救助”（2023年4月）', '2023-05-10'],
    ]);
  });

  it('falls to the town for what a village owes, and to whoever last published what nobody leads', () => {
    const more: Files = {
      'shili/departments.yaml': '- {id: farm, name: 县农业局}\n',
      'shili/towns.yaml': '- {id: east, name: 东镇, villages: [{id: hill, name: 山村}]}\n',
      'shili/_catalogue/villages.yaml':
        'add: [{domain: village, id: pond, level1: 鱼塘, every: month, by: 10}]\n',
      'shili/catalogue.yaml':
        'add: [{domain: base, id: land, level1: 土地流转, every: quarter, by: 15}]\n',
      'shili/base/land/2023/a.md': notice([
        ...['published: 2023-04-01', 'unit: farm', 'period: 2023Q1'],
      ]),
    };
    const { problems, column: found } = readFiles(more);
    expect(problems).toEqual([]);
    const figures = coverage(found as Column, settingsFor(), '2023-04-20');
    const soon = (unit: string) =>
      unitDuties(found as Column, figures)
        .find(({ id }) => id === unit)
        ?.soon.map(({ title, day }) => `${day} ${title}`);
    expect(soon('east')).toContain('2023-05-10 公开“山村：鱼塘”（2023年4月）');
    const later = unitDuties(found as Column, figures).find(({ id }) => id === 'farm')?.later;
    expect(later?.map(({ title }) => title)).toContain('公开“土地流转”（2023年第2季度）');
  });
});

describe('filing and publishing a catalogue', () => {
  const files: Files = {
    'shili/towns.yaml': '- {id: east, name: 东镇}\n- {id: west, name: 西镇}\n',
    'shili/_catalogue/towns.yaml': 'filing: {file-by: 2023-12-20, publish-by: 2023-12-31}\n',
    'shili/_catalogue/west.yaml': 'filing: {filed: 2023-12-01}\n',
  };
  const dutiesOn = (asOf: string) => {
    const { column, problems } = readFiles(files);
    expect(problems).toEqual([]);
    return unitDuties(column as Column, coverage(column as Column, settingsFor(), asOf)).map(
      ({ name, overdue, soon }) => [
        name,
        overdue.length,
        soon.map(({ title, day }) => `${day} ${title}`),
      ],
    );
  };

  it('are duties of those that have no record of it yet', () => {
    expect(dutiesOn('2023-12-05')).toEqual([
      ['东镇', 0, ['2023-12-20 报备公开事项目录', '2023-12-31 公布公开事项目录']],
      ['西镇', 0, ['2023-12-31 公布公开事项目录']],
    ]);
    expect(dutiesOn('2023-12-21')[0]).toEqual(['东镇', 1, ['2023-12-31 公布公开事项目录']]);
  });

  it('stand with the figures of each publisher, as of the day', () => {
    const { column } = readFiles(files);
    const { publishers } = coverage(column as Column, settingsFor(), '2023-12-21');
    expect(
      publishers.map(({ name, filing }) => [name, ...filing.map(({ state }) => state)]),
    ).toEqual([['示例县'], ['东镇', 'missing', 'open'], ['西镇', 'done', 'open']]);
  });

  describe('of every year', () => {
    const stepsOn = (asOf: string, towns: string, west: string) => {
      const { column, problems } = readFiles({
        ...files,
        'shili/_catalogue/towns.yaml': `filing: {${towns}}\n`,
        'shili/_catalogue/west.yaml': `filing: {${west}}\n`,
      });
      expect(problems).toEqual([]);
      const { publishers } = coverage(column as Column, settingsFor(), asOf);
      const found = publishers.find(({ id }) => id === 'west')?.filing;
      return found?.map(({ name, by, done, state }) => [name, by, done, state].join(' '));
    };

    it('are this year’s before their day, and overdue after it', () => {
      const towns = 'file-by: 12-20, since: 2023';
      expect(stepsOn('2023-12-20', towns, '')).toEqual(['报备 2023-12-20  open']);
      expect(stepsOn('2023-12-21', towns, '')).toEqual(['报备 2023-12-20  missing']);
    });

    it('stay overdue in the next year, beside what is due then', () => {
      const due = ['报备 2023-12-20  missing', '报备 2024-12-20  open'];
      expect(stepsOn('2024-03-01', 'file-by: 12-20, since: 2023', '')).toEqual(due);
      expect(stepsOn('2024-03-01', 'file-by: 12-20', '')).toEqual(due);
    });

    it('are done by a day of each year; one of the next year says whose it is', () => {
      const towns = 'file-by: 12-20, since: 2022';
      expect(stepsOn('2024-03-01', towns, 'filed: 2023-12-18')).toEqual(['报备 2024-12-20  open']);
      expect(stepsOn('2024-03-01', towns, 'filed: {2022: 2022-12-01, 2023: 2024-01-05}')).toEqual([
        '报备 2023-12-20 2024-01-05 late',
        '报备 2024-12-20  open',
      ]);
      // Before the late one was done, nothing was known of it.
      expect(stepsOn('2024-01-04', towns, 'filed: {2022: 2022-12-01, 2023: 2024-01-05}')?.[0]).toBe(
        '报备 2023-12-20  missing',
      );
    });

    it('accuse nobody of years before the first that has a record', () => {
      expect(stepsOn('2024-12-30', 'file-by: 12-20', 'filed: 2024-12-19')).toEqual([
        '报备 2024-12-20 2024-12-19 done',
      ]);
    });

    it('are duties of each year, each with a name of its own', () => {
      const { column } = readFiles({
        ...files,
        'shili/_catalogue/towns.yaml': 'filing: {file-by: 12-20, since: 2023}\n',
        'shili/_catalogue/west.yaml': '',
      });
      const figures = coverage(column as Column, settingsFor(), '2024-12-01');
      const west = unitDuties(column as Column, figures).find(({ id }) => id === 'west');
      expect(west?.overdue.map(({ id, day }) => `${id} ${day}`)).toEqual([
        '报备-town-west-2023 2023-12-20',
      ]);
      expect(west?.soon.map(({ id, day }) => `${id} ${day}`)).toEqual([
        '报备-town-west-2024 2024-12-20',
      ]);
    });

    it('must be days that every year has', () => {
      const found = (by: string) =>
        readFiles({ ...files, 'shili/_catalogue/towns.yaml': `filing: {file-by: ${by}}\n` })
          .problems;
      expect(found('02-28')).toEqual([]);
      for (const by of ['02-29', '04-31', '13-01', '12月20日'])
        expect(found(by)).toMatchObject([
          {
            field: 'filing.file-by',
            value: by,
            expected: '日期（如 2026-12-20），或每年的月-日（如 12-20）',
          },
        ]);
    });
  });
});
