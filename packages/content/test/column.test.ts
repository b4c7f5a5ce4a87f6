import { describe, expect, it } from 'vitest';
import type { Column } from '../src/index.ts';
import type { Files } from './fixture.ts';
import { COUNTY, entry, notice, policy, readFiles, register } from './fixture.ts';

const item = 'compulsory-education/school-directory';
const path = (where: string, id: string, year = 2023) => `shili/${where}/${year}/${id}.md`;
const day = (text: string) => `published: ${text}`;
const statement = (...lines: string[]) =>
  entry(['title: 说明', 'kind: statement', 'reason: 尚未发生', ...lines], '尚未发生。');
const interpretation = (ref: string, ...lines: string[]) =>
  entry(
    ['title: 解读', 'kind: interpretation', 'form: 文字', `interprets: [${ref}]`, ...lines],
    '文',
  );

function columnOf(files: Files, county = 'shili'): Column {
  const { column, problems } = readFiles(files, county);
  expect(problems).toEqual([]);
  if (!column) throw new Error('no column');
  return column;
}

function find(column: Column, ref: string) {
  const [domainId, itemId] = ref.split('/');
  const domain = column.domains.find(({ id }) => id === domainId);
  return { domain, item: domain?.items.find(({ id }) => id === itemId) };
}

describe('a column', () => {
  it('is of its county, every default filled in', () => {
    const { county, structure } = columnOf({});
    expect(county).toMatchObject({
      id: 'shili',
      name: '示例县',
      title: '示例县基层政务公开专栏',
      level: 'county',
      structure: 'national-26',
      base: '/shili/',
      demo: true,
      links: [],
      consult: {},
      frequent: [],
    });
    expect(structure.id).toBe('national-26');
  });

  it('has the domains of its structure in order, under their local names', () => {
    const config = (structure: string) => COUNTY.replace('national-26', structure);
    const of = (structure: string) => columnOf({ 'shili/county.yaml': config(structure) }).domains;
    expect(of('national-26')).toHaveLength(26);
    const luan = of('luan-30');
    expect(luan.map(({ id }) => id).slice(0, 5)).toEqual([
      'major-projects',
      'public-resource-trading',
      'grain-security',
      'compulsory-education',
      'preschool',
    ]);
  });

  it('lists its entries newest first, and those of one day by id', () => {
    const column = columnOf({
      [path('_notice', 'b')]: notice(),
      [path('_notice', 'a')]: notice(),
      [path('_notice', 'c')]: notice([day('2023-06-01')]),
      [path('_notice', 'd', 2022)]: notice([day('2022-06-01')]),
    });
    expect(column.entries.map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']);
    expect(column.newest).toBe('2023-06-01');
  });

  it('without entries has no newest day', () => {
    expect(columnOf({})).not.toHaveProperty('newest');
  });

  it('takes the newest day from its own entries only, never from a deadline', () => {
    const column = columnOf({
      'shi/county.yaml': 'id: shi\nname: 示例市\nlevel: city\nstructure: luan-30\ndemo: true\n',
      'shi/_policy/2024/rules.md': policy([day('2024-01-01')]),
      'shili/county.yaml': `${COUNTY}parent: shi\n`,
      [path('_notice', 'a')]: notice(['shown-until: 2025-01-01']),
    });
    expect(column.newest).toBe('2023-05-29');
  });

  it('files entries under their item, others that they are listed in, and their domains once', () => {
    const column = columnOf({
      [path('compulsory-education/enrolment-policy', 'a')]: notice([
        `also: [${item}, budget/government-budget, ${item}]`,
      ]),
      [path(item, 'b')]: notice([day('2023-06-01')]),
      [path('compulsory-education/_general', 'c')]: notice(),
      [path('_notice', 'd')]: notice(),
    });
    const school = find(column, item);
    expect(school.item).toMatchObject({ ref: item, entries: ['b', 'a'], statements: [] });
    expect(find(column, 'compulsory-education/enrolment-policy').item?.entries).toEqual(['a']);
    expect(school.domain?.entries).toEqual(['b', 'a', 'c']);
    expect(school.domain?.general).toEqual(['c']);
    const budget = find(column, 'budget/government-budget');
    expect(budget.item?.entries).toEqual(['a']);
    expect(budget.domain).toMatchObject({ entries: ['a'], general: [] });
    const listed = column.domains.flatMap(({ entries }) => entries);
    expect(listed).not.toContain('d');
  });

  it('keeps statements apart, for their own item and those they cover', () => {
    const column = columnOf({
      [path(item, 'a')]: statement(`covers: [${item}, budget/government-budget]`),
      [path('compulsory-education/enrolment-policy', 'b')]: statement(),
    });
    expect(find(column, item).item).toMatchObject({ entries: [], statements: ['a'] });
    expect(find(column, 'budget/government-budget').item?.statements).toEqual(['a']);
    expect(find(column, 'compulsory-education/enrolment-policy').item?.statements).toEqual(['b']);
    expect(find(column, item).domain?.entries).toEqual(['a', 'b']);
  });

  it('has the changes of its own catalogue', () => {
    const column = columnOf({
      'shili/catalogue.yaml': [
        `drop:\n  - {item: ${item}, reason: 无}`,
        'add:\n  - {domain: compulsory-education, id: school-buses, level1: 校车, elements: [线路]}\n',
      ].join('\n'),
      [path('compulsory-education/school-buses', 'a')]: register(),
      'shili/compulsory-education/school-buses/2023/a.csv': '线路\n一路\n',
    });
    expect(find(column, item).item).toBeUndefined();
    expect(find(column, 'compulsory-education/school-buses').item?.entries).toEqual(['a']);
  });

  it('names leading units only where the structure is its own', () => {
    const luan = (id: string, level: string) =>
      ({
        [`${id}/county.yaml`]: `id: ${id}\nname: 某地\nlevel: ${level}\nstructure: luan-30\ndemo: true\n`,
        [`${id}/departments.yaml`]: '- {id: education, name: 市教育体育局, aliases: [市教体局]}\n',
      }) as const;
    const own = find(columnOf(luan('luan', 'city'), 'luan'), item).domain;
    expect(own?.leads).toEqual([{ name: '市教体局', id: 'education' }]);
    const other = columnOf(luan('other', 'county'), 'other');
    for (const domain of other.domains) {
      expect([domain.leads, domain.cooperates]).toEqual([[], []]);
    }
    const trading = columnOf(luan('luan', 'city'), 'luan').domains.find(
      ({ id }) => id === 'public-resource-trading',
    );
    expect(trading?.leads).toEqual([{ name: '市发改委（市粮食物资局）' }]);
  });

  it('goes through JSON unchanged, and holds no text of an entry', () => {
    const column = columnOf({
      'shili/departments.yaml': '- {id: office, name: 办公室}\n',
      'shili/towns.yaml': '- {id: chengguan, name: 城关镇, villages: [东村]}\n',
      [path('_policy', 'plan')]: policy(['unit: office'], '唯独正文中的话。'),
      [path('_interpretation', 'b')]: interpretation('plan'),
      [path(item, 'list')]: register(['columns: [校名]', 'town: chengguan']),
      'shili/compulsory-education/school-directory/2023/list.csv': '校名\n唯独表中的话\n',
    });
    const text = JSON.stringify(column);
    expect(JSON.parse(text)).toStrictEqual(column);
    expect(text).not.toContain('唯独');
    expect(text).toContain('城关镇');
  });
});

describe('documents of the levels above', () => {
  const files: Files = {
    'sheng/county.yaml':
      'id: sheng\nname: 示例省\nlevel: province\nstructure: national-26\ndemo: true\nbase: /s/\n',
    'sheng/_policy/2020/old.md': policy([day('2020-01-01')]),
    'shi/county.yaml':
      'id: shi\nname: 示例市\nlevel: city\nstructure: luan-30\ndemo: true\nparent: sheng\n',
    'shi/_policy/2022/rules.md': policy([day('2022-01-01'), 'doc-number: 示政发〔2022〕1号']),
    'shi/_interpretation/2022/why.md': interpretation('rules', day('2022-02-01')),
    'shi/_notice/2022/told.md': notice([day('2022-01-01')]),
    'shi/_policy/2022/gone.md': policy([
      day('2022-01-01'),
      'withdrawn: {date: 2022-02-01, reason: 误}',
    ]),
    'shi/_policy/2022/asked.md': policy([day('2022-01-01'), 'attribute: {type: 依申请}'], ''),
    'shili/county.yaml': `${COUNTY}parent: shi\n`,
    [path('_interpretation', 'ours')]: interpretation('shi/rules'),
    [path('_policy', 'plan')]: policy(['validity: {state: 废止, by: shi/rules}']),
  };

  it('are listed from every level, newest first: open policies and interpretations only', () => {
    expect(columnOf(files).upper).toEqual([
      {
        county: 'shi',
        id: 'why',
        title: '解读',
        kind: 'interpretation',
        published: '2022-02-01',
        path: '/shi/2022/why/',
        from: '示例市',
      },
      {
        county: 'shi',
        id: 'rules',
        title: '文件',
        kind: 'policy',
        published: '2022-01-01',
        docNumber: '示政发〔2022〕1号',
        path: '/shi/2022/rules/',
        from: '示例市',
      },
      {
        county: 'sheng',
        id: 'old',
        title: '文件',
        kind: 'policy',
        published: '2020-01-01',
        path: '/s/2020/old/',
        from: '示例省',
      },
    ]);
  });

  it('can be explained and can end documents here', () => {
    const { relations } = columnOf(files);
    expect(relations['ours']?.interprets?.map(({ path: to }) => to)).toEqual(['/shi/2022/rules/']);
    expect(relations['plan']?.endedBy?.map(({ county }) => county)).toEqual(['shi']);
    expect(Object.keys(relations).sort()).toEqual(['ours', 'plan']);
  });

  it('are none for the level that has none above', () => {
    expect(columnOf(files, 'sheng').upper).toEqual([]);
  });
});

describe('relations', () => {
  const ids = (links: readonly { id: string }[] | undefined) => links?.map(({ id }) => id);

  it('between policies and interpretations show on both', () => {
    const { relations } = columnOf({
      [path('_policy', 'plan')]: policy(),
      [path('_interpretation', 'b')]: interpretation('plan'),
      [path('_interpretation', 'c')]: interpretation('plan', day('2023-06-01')),
    });
    expect(ids(relations['plan']?.interpretedBy)).toEqual(['c', 'b']);
    expect(ids(relations['b']?.interprets)).toEqual(['plan']);
  });

  it('between a document and the one that ended it show on both', () => {
    const { relations } = columnOf({
      [path('_policy', 'old')]: policy(['validity: {state: 废止, by: new}']),
      [path('_policy', 'new')]: policy(),
    });
    expect(ids(relations['old']?.endedBy)).toEqual(['new']);
    expect(ids(relations['new']?.ends)).toEqual(['old']);
  });

  it('of one matter hold among all its entries, never with itself', () => {
    const { relations } = columnOf({
      [path('_notice', 'a')]: notice(['matter: aid', 'level: county']),
      [path('_notice', 'b')]: notice(['matter: aid', 'level: town']),
      [path('_notice', 'c')]: notice(['matter: aid', 'level: village']),
      [path('_notice', 'd')]: notice(['matter: other']),
    });
    expect(ids(relations['a']?.sameMatter)).toEqual(['b', 'c']);
    expect(ids(relations['c']?.sameMatter)).toEqual(['a', 'b']);
    expect(relations).not.toHaveProperty('d');
  });

  it('hold for an id that is a name all objects have', () => {
    const { relations } = columnOf({
      [path('_policy', 'constructor')]: policy(),
      [path('_interpretation', 'b')]: interpretation('constructor'),
    });
    expect(ids(relations['constructor']?.interpretedBy)).toEqual(['b']);
  });
});
