import { describe, expect, it } from 'vitest';
import type { Column } from '../src/index.ts';
import type { Files } from './fixture.ts';
import { COUNTY, notice, readFiles } from './fixture.ts';

/** A county below a city below a province. */
const CHAIN: Files = {
  'sheng/county.yaml':
    'id: sheng\nname: 示例省\nlevel: province\nstructure: national-26\ndemo: true\n',
  'shi/county.yaml':
    'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\nparent: sheng\n',
  'shili/county.yaml': `${COUNTY}parent: shi\n`,
};
const UNITS: Files = {
  'shili/departments.yaml':
    '- {id: office, name: 办公室, duties: [办文], telephone: "0000-0000001"}\n',
  'shili/towns.yaml':
    '- id: east\n  name: 东镇\n  villages: [{id: willow, name: 柳村}, 无号村]\n- {id: west, name: 西镇}\n',
};

const told = (files: Files, county = 'shili') =>
  readFiles(files, county).problems.map(
    ({ file, line, code, field, value }) => `${file}:${line} ${code} ${field}=${value ?? ''}`,
  );

function catalogue(column: Column | undefined, id: string) {
  const found = column?.publishers.find(({ publisher }) => publisher.id === id);
  const items = found?.groups.flatMap((group) => group.items) ?? [];
  return { ...found, items, refs: items.map(({ ref }) => ref) };
}

const domainItem = (column: Column | undefined, ref: string) =>
  column?.domains.flatMap(({ items }) => items).find((item) => item.ref === ref);

describe('a publisher', () => {
  it('is the county, each unit, town, village with a page and institution, with its page', () => {
    const { column, problems } = readFiles({
      ...UNITS,
      'shili/institutions.yaml': '- {id: tap, name: 供水公司, sector: water}\n',
    });
    expect(problems).toEqual([]);
    expect(column?.publishers.map(({ publisher: { sort, id, path } }) => [sort, id, path])).toEqual(
      [
        ['county', 'shili', ''],
        ['unit', 'office', 'units/office/'],
        ['town', 'east', 'towns/east/'],
        ['town', 'west', 'towns/west/'],
        ['village', 'willow', 'villages/willow/'],
        ['institution', 'tap', 'institutions/tap/'],
      ],
    );
  });

  it('has what the standard has for its sort', () => {
    const { column } = readFiles(UNITS);
    expect(catalogue(column, 'office').refs).toContain('base/functions');
    expect(catalogue(column, 'east').refs).toContain('elder-care/town-elder-allowances');
    expect(catalogue(column, 'willow').refs).toContain('village/finance');
    expect(catalogue(column, 'willow').refs).not.toContain('base/functions');
  });

  it('may be a 开发区管委会: it has what units have, and eight contents of its own', () => {
    const { column, problems } = readFiles({
      'shili/departments.yaml':
        '- {id: office, name: 办公室}\n- {id: park, name: 示例开发区管委会, type: 开发区管委会}\n',
      'shili/park/plan/2023/a.md': notice(['unit: park']),
    });
    expect(problems).toEqual([]);
    const park = catalogue(column, 'park');
    expect(park.publisher?.sort).toBe('park');
    const own = park.items.filter(({ domain }) => domain === 'park');
    expect(own.map(({ id, entries }) => [id, entries])).toContainEqual(['plan', ['a']]);
    expect(own).toHaveLength(8);
    const { refs } = catalogue(column, 'office');
    expect(park.refs).toEqual(expect.arrayContaining(refs));
    expect(refs).not.toContain('park/plan');
  });

  it('has what is filed under its items by itself, and nobody else’s', () => {
    const town = 'elder-care/town-elder-allowances';
    const { column, problems } = readFiles({
      ...UNITS,
      [`shili/${town}/2023/a.md`]: notice(['town: east']),
      'shili/_notice/2023/b.md': notice(['unit: west', `also: [${town}]`]),
      'shili/_notice/2023/c.md': notice(['town: east', 'village: 柳村', 'discloses: [finance]']),
    });
    expect(problems).toEqual([]);
    const at = (id: string, ref: string) =>
      catalogue(column, id).items.find((item) => item.ref === ref)?.entries;
    expect(at('east', town)).toEqual(['a']);
    expect(at('west', town)).toEqual(['b']);
    expect(at('willow', 'village/finance')).toEqual(['c']);
    // It is a village's, not its town's.
    expect(catalogue(column, 'east').items.flatMap(({ entries }) => entries)).toEqual(['a']);
  });

  it('names its own items alone: what a water supplier charges is none of the county’s fees', () => {
    const { column, problems } = readFiles({
      ...UNITS,
      'shili/institutions.yaml': '- {id: tap, name: 供水公司, sector: water}\n',
      'shili/_notice/2023/price.md': notice(['unit: tap', 'discloses: [fees]']),
      'shili/_notice/2023/plan.md': notice(['unit: office', 'discloses: [plans]']),
    });
    expect(problems).toEqual([]);
    const at = (id: string, ref: string) =>
      catalogue(column, id).items.find((item) => item.ref === ref)?.entries;
    expect(at('tap', 'institution/fees')).toEqual(['price']);
    expect(at('shili', 'base/fees')).toEqual([]);
    // What a unit names in a catalogue that the county has too, the county has.
    expect(at('office', 'base/plans')).toEqual(['plan']);
    expect(at('shili', 'base/plans')).toEqual(['plan']);
  });

  it('has items filled by the kind, the domain or its own record, newest first', () => {
    const { column } = readFiles({
      ...UNITS,
      'shili/budget/_general/2023/old.md': notice(['unit: office', 'published: 2023-01-01']),
      'shili/budget/government-budget/2023/new.md': notice(['unit: office']),
    });
    const items = catalogue(column, 'office').items;
    const at = (ref: string) => items.find((item) => item.ref === ref);
    expect(at('base/accounts')?.entries).toEqual(['new', 'old']);
    expect(at('base/functions')?.lacks).toEqual(['address', 'hours', 'post']);
    expect(
      catalogue(column, 'shili').items.find(({ ref }) => ref === 'base/accounts'),
    ).toMatchObject({ disclosed: 2 });
  });

  it('that is the county has of the record what every unit’s says', () => {
    const all = 'duties: [办文], address: 示例路1号, hours: 工作日, telephone: "0000-0000001"';
    const lacks = (units: string) => {
      const { column } = readFiles({ ...UNITS, 'shili/departments.yaml': units });
      const items = catalogue(column, 'shili').items;
      return items.find(({ ref }) => ref === 'base/functions')?.lacks;
    };
    const whole = `- {id: office, name: 办公室, ${all}, post: 秘书}\n`;
    expect(lacks(whole)).toEqual([]);
    expect(lacks(`${whole}- {id: civil, name: 民政局, ${all}}\n`)).toEqual(['post']);
    // A public institution is none of its agencies.
    const school = '- {id: school, name: 中学, type: 公共企事业单位}\n';
    expect(lacks(whole + school)).toEqual([]);
    expect(lacks('[]\n')).toHaveLength(5);
  });
});

describe('what is inherited', () => {
  const file = 'work-safety/hazard-control';
  const change = (more: string) => `change:\n  - {item: ${file}, ${more}}\n`;

  it('is what province and city change once: all below have it, and it is said whose it is', () => {
    const { column, problems } = readFiles({
      ...CHAIN,
      'sheng/catalogue.yaml': change('basis: 省里的规定'),
      'shi/catalogue.yaml': change('every: quarter, by: 15'),
      'shili/catalogue.yaml': change('section: 安全股'),
    });
    expect(problems).toEqual([]);
    expect(domainItem(column, file)).toMatchObject({
      ...{ basis: '省里的规定', every: 'quarter', by: 15, section: '安全股' },
      ...{ changedBy: ['示例省', '示例市', '示例县'] },
    });
  });

  it('may be what the county’s towns, or one of them, have', () => {
    const add = (id: string, level1: string) =>
      `add:\n  - {domain: base, id: ${id}, level1: ${level1}}\n`;
    const { column, problems } = readFiles({
      ...CHAIN,
      ...UNITS,
      'shi/_catalogue/towns.yaml': add('fair', '集市'),
      'shili/_catalogue/towns.yaml': add('road', '乡道'),
      'shili/_catalogue/east.yaml': add('ferry', '渡口'),
    });
    expect(problems).toEqual([]);
    const own = (id: string) =>
      catalogue(column, id)
        .items.filter(({ origin }) => origin !== 'standard')
        .map(({ ref, origin, from }) => [ref, origin, from]);
    const both = [
      ['base/fair', 'upper', '示例市'],
      ['base/road', 'county', '示例县'],
    ];
    expect(own('east')).toEqual([...both, ['base/ferry', 'publisher', '东镇']]);
    expect(own('west')).toEqual(both);
  });

  it('is told as wrong where it is written, and not again below', () => {
    const files: Files = {
      ...CHAIN,
      'shi/catalogue.yaml': change('level1: 一').replace('hazard', 'no'),
    };
    expect(told(files)).toEqual([]);
    expect(told(files, 'shi')).toEqual([
      expect.stringMatching(
        /^shi\/catalogue.yaml:2 shape\/catalogue-change change\[0\].item=目录中没有/,
      ),
    ]);
  });
});

describe('what is wrong in catalogues and lists of publishers', () => {
  it.each<[string, Files, string]>([
    [
      'parents in a circle',
      { ...CHAIN, 'sheng/county.yaml': `${CHAIN['sheng/county.yaml']}parent: shi\n` },
      'sheng/county.yaml:1 shape/contradiction parent=上级绕成一圈：shi → sheng → shi',
    ],
    [
      'a parent that is not there',
      { 'shili/county.yaml': `${COUNTY}parent: nowhere\n` },
      'shili/county.yaml:1 shape/county-config parent=nowhere',
    ],
    [
      'a catalogue of nobody',
      { ...UNITS, 'shili/_catalogue/eest.yaml': 'add: []\n' },
      'shili/_catalogue/eest.yaml:1 shape/unknown-unit undefined=eest',
    ],
    [
      'a row changed twice',
      {
        'shili/catalogue.yaml':
          'change:\n  - {item: budget/government-budget, basis: 一}\n  - {item: budget/government-budget, basis: 二}\n',
      },
      'shili/catalogue.yaml:3 shape/catalogue-change change[1].item=事项“budget/government-budget”修改了两次：请合并为一处。',
    ],
    [
      'a period that there is not',
      { 'shili/catalogue.yaml': 'change:\n  - {item: budget/government-budget, every: week}\n' },
      'shili/catalogue.yaml:2 shape/unknown-choice change.0.every=week',
    ],
    [
      'an item that a town has dropped and filed under',
      {
        ...UNITS,
        'shili/_catalogue/east.yaml':
          'drop:\n  - {item: elder-care/town-elder-allowances, reason: 由县里发放}\n',
        'shili/elder-care/town-elder-allowances/2023/a.md': notice(['town: east']),
      },
      'shili/elder-care/town-elder-allowances/2023/a.md:2 shape/dropped-item undefined=elder-care/town-elder-allowances',
    ],
    [
      'a town twice by its id',
      { 'shili/towns.yaml': '- {id: east, name: 东镇}\n- {id: east, name: 西镇}\n' },
      'shili/towns.yaml:2 shape/contradiction 1.id=乡镇编号 east 已用于东镇',
    ],
    [
      'a town twice by its name',
      { 'shili/towns.yaml': '- {id: east, name: 东镇}\n- {id: west, name: 东镇}\n' },
      'shili/towns.yaml:2 shape/contradiction 1.name=东镇写了两次',
    ],
    [
      'a village in two towns',
      {
        'shili/towns.yaml':
          '- {id: east, name: 东镇, villages: [柳村]}\n- {id: west, name: 西镇, villages: [柳村]}\n',
      },
      'shili/towns.yaml:2 shape/contradiction 1.villages.0=柳村既写在东镇下，又写在西镇下',
    ],
  ])('%s is told, with its place', (_, files, wanted) => {
    expect(told(files)).toEqual([wanted]);
  });

  it('two villages of one name in two towns are two, where each has an id', () => {
    const files = {
      'shili/towns.yaml':
        '- {id: east, name: 东镇, villages: [{id: e, name: 柳村}]}\n- {id: west, name: 西镇, villages: [{id: w, name: 柳村}]}\n',
    };
    expect(told(files)).toEqual([]);
  });
});
