import { join } from 'node:path';
import { readColumn, townsSchema } from '@columns/content';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  createCounty,
  type NewCountyOptions,
  type NewCountyPlan,
  planCounty,
  townCounts,
} from '../src/index.ts';
import { usualUnitsOf } from '../src/new/departments.ts';
import { readDivisions } from '../src/new/divisions.ts';
import { townIds } from '../src/new/towns.ts';
import { faultsOf, gateOf, Repository, standard } from './fixture.ts';

const HUOSHAN: NewCountyOptions = {
  id: 'huoshan',
  name: '霍山县',
  structure: 'luan-30',
  parent: 'shi',
};

const plan = (repository: Repository, options: Partial<NewCountyOptions> = {}): NewCountyPlan =>
  planCounty(repository.root, { ...HUOSHAN, ...options }, standard);

describe('a new county', () => {
  test('is content and an app, with nothing that the gate refuses', () => {
    const repository = new Repository();
    createCounty(repository.root, plan(repository));
    expect(Object.keys(repository.files())).toEqual([
      'apps/huoshan/astro.config.mjs',
      'apps/huoshan/package.json',
      'apps/huoshan/turbo.json',
      'content/huoshan/county.yaml',
      'content/huoshan/departments.yaml',
      'content/huoshan/towns.yaml',
      'content/shi/county.yaml',
    ]);
    expect(gateOf(repository, 'huoshan')).toEqual([]);
  });

  test('has every domain of its structure, each led by a unit, and no entry', () => {
    const repository = new Repository();
    createCounty(repository.root, plan(repository));
    const { column } = readColumn(join(repository.root, 'content'), 'huoshan', standard);
    expect(column?.domains).toHaveLength(30);
    expect(column?.entries).toEqual([]);
    expect(column?.county).toMatchObject({ name: '霍山县', base: '/huoshan/', demo: true });
  });

  test('has the real towns, and tells what only counts as one in statistics', () => {
    const made = plan(new Repository());
    const towns = townsSchema.parse(parse(made.files['content/huoshan/towns.yaml'] ?? ''));
    expect(towns.slice(0, 2)).toEqual([
      { id: 'hengshan', name: '衡山镇', source: '国家统计局统计用区划代码（2023年）' },
      { id: 'foziling', name: '佛子岭镇', source: '国家统计局统计用区划代码（2023年）' },
    ]);
    expect(townCounts(made)).toEqual({ towns: 16, others: ['经济开发区'] });
    expect(made.files['content/huoshan/towns.yaml']).toContain('不是乡镇街道的：经济开发区');
  });

  test('invents no person, telephone or address: its units are marked as examples', () => {
    const units = parse(plan(new Repository()).files['content/huoshan/departments.yaml'] ?? '');
    for (const unit of units) {
      expect(Object.keys(unit).filter((key) => key !== 'domains')).toEqual([
        'id',
        'name',
        'type',
        'example',
      ]);
      expect(unit.name).toMatch(/^县/);
    }
  });

  test('takes over the time limits of the level above', () => {
    const repository = new Repository();
    const city = repository.read('content/shi/county.yaml');
    repository.write({ 'content/shi/county.yaml': `${city}deadlines:\n  interpretation: 3\n` });
    const made = parse(plan(repository).files['content/huoshan/county.yaml'] ?? '');
    expect(made.deadlines).toEqual({ interpretation: 3 });
  });

  test('depends on the content of every level above, the nearest first', () => {
    const repository = new Repository();
    const city = repository.read('content/shi/county.yaml');
    repository.write({
      'content/shi/county.yaml': `${city}parent: sheng\n`,
      'content/sheng/county.yaml':
        'id: sheng\nname: 安徽省\nlevel: province\nstructure: national-26\ndemo: true\n',
    });
    const { tasks } = JSON.parse(plan(repository).files['apps/huoshan/turbo.json'] ?? '');
    expect(tasks.build.inputs).toEqual([
      '$TURBO_EXTENDS$',
      '$TURBO_ROOT$/content/huoshan/**',
      '$TURBO_ROOT$/content/shi/**',
      '$TURBO_ROOT$/content/sheng/**',
    ]);
  });

  test('may be a city, which has no towns', () => {
    const made = plan(new Repository({}), { name: '合肥市', level: 'city', parent: undefined });
    expect(Object.keys(made.files)).not.toContain('content/huoshan/towns.yaml');
  });
});

describe('what stands in the way is told all at once, in Chinese, and nothing is written', () => {
  test.each<[string, Partial<NewCountyOptions>, readonly string[]]>([
    ['an id of other characters', { id: 'Huo_Shan' }, ['编号“Huo_Shan”不合规定']],
    ['an id that Windows keeps', { id: 'con' }, ['编号“con”是 Windows 保留的名字']],
    ['an id that leads out of the folder', { id: '../x' }, ['编号“../x”不合规定']],
    [
      'an id that begins with a digit',
      { id: '2026' },
      ['编号“2026”不合规定', '第一段“2026”是保留名称'],
    ],
    ['no name', { name: undefined }, ['请用 --name 写明名称']],
    [
      'a name with other signs',
      { name: '霍山<b>' },
      ['应为 2 到 20 个汉字的全称', '没有“霍山<b>”'],
    ],
    ['a name that no county has', { name: '霍山市' }, ['区划数据（2023年）中没有“霍山市”']],
    ['no structure', { structure: undefined }, ['请用 --structure 写明领域结构：anyue-30']],
    ['an unknown structure', { structure: 'luan30' }, ['没有领域结构“luan30”。是不是“luan-30”？']],
    ['an unknown parent', { parent: 'shii' }, ['没有上级“shii”。是不是“shi”？']],
    ['an unknown level', { level: 'town' }, ['没有层级“town”']],
    ['a base that is kept', { base: '/data/' }, ['第一段“data”是保留名称']],
    ['a base that is no path', { base: 'huoshan' }, ['base“huoshan”不是路径']],
    ['a base that is taken', { base: '/shi/' }, ['地址前缀“/shi/”已用于 content/shi']],
    ['a parent that is not above', { level: 'city' }, ['“shi”（六安市）不是更高的层级']],
    ['a county elsewhere', { name: '鼓楼区' }, ['“鼓楼区”不在六安市之下']],
    ['a name of several', { name: '鼓楼区', parent: undefined }, ['叫“鼓楼区”的有 4 个：320106']],
    ['a code of nothing', { code: '999999' }, ['没有区划代码“999999”']],
  ])('%s', (_, options, messages) => {
    const repository = new Repository();
    const before = repository.files();
    const faults = faultsOf(() => plan(repository, options));
    expect(faults).toEqual(messages.map((message) => expect.stringContaining(message)));
    expect(repository.files()).toEqual(before);
  });

  test('what is taken: folders, name and address', () => {
    const repository = new Repository();
    createCounty(repository.root, plan(repository));
    expect(faultsOf(() => plan(repository))).toEqual([
      '编号“huoshan”已被使用：已有文件夹 content/huoshan',
      '编号“huoshan”已被使用：已有文件夹 apps/huoshan',
      '名称“霍山县”已用于 content/huoshan',
      '地址前缀“/huoshan/”已用于 content/huoshan：用 --base 换一个',
    ]);
  });

  test('the second folder cannot be placed: the first is taken back', () => {
    const repository = new Repository();
    const made = plan(repository);
    repository.write({ 'apps/huoshan/package.json': '{}' });
    const before = repository.files();
    expect(() => createCounty(repository.root, made)).toThrow();
    expect(repository.files()).toEqual(before);
  });
});

describe('the data that a new county is made from', () => {
  test.each(standard.structures.map((structure) => [structure.id, structure] as const))(
    '%s: has every domain at exactly one unit',
    (_, structure) => {
      const led = usualUnitsOf(structure).flatMap(({ domains }) => domains);
      expect(led.toSorted()).toEqual(structure.domains.map(({ id }) => id).toSorted());
    },
  );

  test.each(
    standard.structures
      .filter((structure) => structure['leads-of'] !== undefined)
      .map((structure) => [structure.id, structure] as const),
  )('%s: joins and parts the domains as the plan’s own leads do', (_, structure) => {
    // 区农业农村局（区扶贫办） and 区人社局、区社保局 are told by the first name.
    const groups = new Map<string, string[]>();
    for (const { id, lead = '' } of structure.domains) {
      const [first = lead] = lead.split(/[（、]/);
      groups.set(first, [...(groups.get(first) ?? []), id]);
    }
    const planned = [...groups.values()].map((ids) => ids.toSorted().join(' '));
    const units = usualUnitsOf(structure).filter(({ domains }) => domains.length > 0);
    const made = units.map(({ domains }) => domains.toSorted().join(' '));
    expect(made.toSorted()).toEqual(planned.toSorted());
  });

  test('has a code of six digits for each division, and no code twice', () => {
    const codes = readDivisions().map(({ code }) => code);
    expect(codes).toHaveLength(2978);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^\d{6}$/);
  });

  test('gives every town of the country an id that is unique in its county', () => {
    for (const { below } of readDivisions()) {
      const ids = townIds(below, new Set(['health']));
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    }
  });

  test('tells towns of one name apart, and those whose id a unit has', () => {
    expect(townIds(['孙岗镇', '孙岗乡', '流波䃥镇', '健康镇'], new Set(['jiankang']))).toEqual([
      'sungang-zhen',
      'sungang-xiang',
      'liubo',
      'jiankang-zhen',
    ]);
  });
});
