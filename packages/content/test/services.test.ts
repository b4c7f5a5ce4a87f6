import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import type { Column } from '../src/index.ts';
import {
  countySchema,
  institutionsSchema,
  isKind,
  KINDS,
  PLACE_FORMS,
  sheetSize,
} from '../src/index.ts';
import type { Files } from './fixture.ts';
import { COUNTY, entry, notice, policy, readFiles, register } from './fixture.ts';

const told = (files: Files) =>
  readFiles(files).problems.map(
    ({ file, code, line, column, field, value, expected }) =>
      `${file.replace('shili/', '')}:${line}:${column} ${code} ${field}=${value ?? ''} | ${expected ?? ''}`,
  );

const SECTORS = loadStandard().institutions.sectors;
const WATER_ITEMS = SECTORS.find(({ id }) => id === 'water')?.items.map(({ id }) => id) ?? [];

const itemsOf = (column: Column | undefined, id: string) =>
  column?.publishers
    .filter(({ publisher }) => publisher.id === id)
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items)) ?? [];

const GUIDE = [
  'title: 一',
  'kind: guide',
  'who: 任何人',
  'basis: [一法]',
  'conditions: [年满十八周岁]',
  'materials: [{name: 身份证, form: 原件, copies: 0}]',
  'flow: [{name: 申请}, {name: 办结}]',
  'limit: {promised: 当场办结}',
  'fee: {charged: 不收费}',
  'place: 一楼',
  'telephone: 0000-0000001',
  'result: 证书',
] as const;
const PLACE = [
  'title: 一',
  'kind: place',
  'form: 便民服务中心',
  'services: [办证]',
  'telephone: 0000-0000001',
  'location: {datum: GCJ-02, longitude: 105.3, latitude: 30.1}',
] as const;

/** Front matter with the line of a field in another's place; `''` takes it away. */
function changed(lines: readonly string[], ...others: string[]): string {
  const key = (line: string) => line.split(':', 1).join('');
  const kept = lines.filter((line) => !others.some((other) => key(other) === key(line)));
  return entry([...kept, ...others.filter((line) => !/:$/.test(line))], '');
}
const guide = (...others: string[]) => changed(GUIDE, ...others);
const place = (...others: string[]) => changed(PLACE, ...others);
const one = (kind: 'guide' | 'place', text: string): Files => ({
  [`shili/_${kind}/2023/a.md`]: text,
});

describe('a place that people come to', () => {
  it('is not accepted before it opens', () => {
    const text = place('opened: 2023-05-01', 'accepted: {date: 2023-04-01, by: 市政府办}');
    expect(told(one('place', text)).join()).toMatch(
      /shape\/contradiction accepted\.date=验收日期 2023-04-01 早于启用日期 2023-05-01/,
    );
  });

  it('of a village names the village and its town', () => {
    const towns = { 'shili/towns.yaml': '- {id: bei, name: 北镇, villages: [示例村]}\n' };
    const point = (...others: string[]) => ({
      ...towns,
      ...one('place', place('form: 村级查阅点', ...others)),
    });
    expect(told(point('town: bei', 'village: 示例村'))).toEqual([]);
    expect(told(point()).join()).toMatch(/town=村级查阅点没有写在哪个乡镇（街道）/);
    expect(told(point('town: bei')).join()).toMatch(/village=村级查阅点没有写在哪个村（社区）/);
  });

  it('and a guide that name each other are related once', () => {
    const files = {
      ...one('place', place('guides: [b]')),
      'shili/_guide/2023/b.md': guide('place:', 'places: [a]'),
    };
    const { relations } = readFiles(files).column ?? {};
    expect(relations?.['a']?.guides?.map(({ id }) => id)).toEqual(['b']);
    expect(relations?.['b']?.places?.map(({ id }) => id)).toEqual(['a']);
  });

  it('is held to a standard that exists: another name is told with the names there are', () => {
    const files = { 'shili/county.yaml': `${COUNTY}place-standard: hunan-2021\n` };
    expect(told(files).join()).toMatch(
      /county\.yaml:\d+:17 .* place-standard=hunan-2021 .*hunan-2020/,
    );
  });

  it('has a form that the map knows in every standard', () => {
    const forms = loadStandard().placeStandards.flatMap(({ towns = [], places }) => [
      ...towns,
      ...places.flatMap((row) => row.forms),
    ]);
    expect(PLACE_FORMS).toEqual(expect.arrayContaining(forms));
  });
});

describe('a guide', () => {
  it('that is in order has no problem, nor needs a text', () => {
    expect(told(one('guide', guide()))).toEqual([]);
  });

  it('asks for each of its fields by name', () => {
    for (const line of GUIDE.slice(2)) {
      const field = line.split(':', 1).join('');
      if (field === 'place') continue;
      const found = told(one('guide', guide(`${field}:`)));
      expect(found, field).toEqual([expect.stringContaining(`missing-field ${field}=`)]);
    }
  });

  it.each([
    [
      'empty materials',
      guide('materials: []'),
      '_guide/2023/a.md:13:12 shape/missing-field materials= | 至少 1 项',
    ],
    [
      'a material without a number of copies',
      guide('materials: [{name: 身份证}]'),
      '_guide/2023/a.md:13:13 shape/missing-field materials.0.copies= | 0 或正整数，不加引号和单位',
    ],
    [
      'a form of paper that is none',
      guide('materials: [{name: 身份证, form: 正本, copies: 1}]'),
      '_guide/2023/a.md:13:31 shape/unknown-choice materials.0.form=正本 | 原件、复印件、原件和复印件、电子材料',
    ],
    [
      'a fee without its price',
      guide('fee: {charged: 收费}'),
      '_guide/2023/a.md:13:6 shape/contradiction fee.standard=写了“收费”，没有写收费标准 | 如 每件 5 元',
    ],
    [
      'a fee without its ground',
      guide('fee: {charged: 收费, standard: 5元}'),
      '_guide/2023/a.md:13:6 shape/contradiction fee.basis=写了“收费”，没有写收费依据 | 文件名称和文号',
    ],
    [
      'a price where nothing is charged',
      guide('fee: {charged: 不收费, standard: 5元}'),
      '_guide/2023/a.md:13:31 shape/contradiction fee.standard=写了“不收费”，又写了收费标准 5元 | 收费的，charged 写“收费”',
    ],
    [
      'no place at all',
      guide('place:'),
      '_guide/2023/a.md:2:1 shape/contradiction place=没有写在哪里办 | place（办理地点）的文字，或 places（办理场所）中政务地图场所的编号',
    ],
    [
      'a place that there is not',
      guide('places: [hall]'),
      '_guide/2023/a.md:14:10 shape/unknown-reference places.0=hall | 已有信息的编号（文件名去掉扩展名）；上级文件写作“上级编号/信息编号”',
    ],
    [
      'a change told before the guide was there',
      guide('changes: [{date: 2023-05-04, updated: 2023-05-05, text: 少一份材料}]'),
      '_guide/2023/a.md:14:39 shape/contradiction changes.0.updated=更新日期 2023-05-05 早于发布日期 2023-05-29 | 不早于发布日期',
    ],
  ])('with %s is told so, by line and field', (_, text, wanted) => {
    expect(told(one('guide', text))).toEqual([wanted]);
  });

  it.each([
    '0000-0000001',
    '010-12345678',
    '0000-0000001-8',
    '0000-0000001、12345',
    '400-123-4567',
  ])('may have the office telephone %s', (number) =>
    expect(told(one('guide', guide(`telephone: "${number}"`)))).toEqual([]),
  );

  it.each(['13800000000', '0000 0000001', '00000000001', '办公室', '0000-00001', '12345678'])(
    'may not have %s for a telephone',
    (number) => {
      const [found] = told(one('guide', guide(`telephone: "${number}"`)));
      expect(found).toContain(`13:12 shape/bad-format telephone=${number} | 办公电话：区号-号码`);
    },
  );

  it('has its sheet set large, small, or is too long for one page', () => {
    const size = (many: number) => {
      const line = `conditions: [${Array.from({ length: many }, (_, i) => `第${i}个条件`).join(', ')}]`;
      const { column } = readFiles(one('guide', guide(line)));
      const [read] = column?.entries ?? [];
      return read && isKind(read, 'guide') ? sheetSize(read) : undefined;
    };
    expect([size(2), size(20), size(60)]).toEqual(['large', 'small', 'over']);
  });
});

describe('a place', () => {
  it('that is in order has no problem, with or without coordinates', () => {
    expect(told(one('place', place()))).toEqual([]);
    expect(told(one('place', place('location:', 'telephone:')))).toEqual([]);
  });

  it.each([
    [
      'an unknown datum',
      place('location: {datum: GPS, longitude: 105.3, latitude: 30.1}'),
      '_place/2023/a.md:7:19 shape/unknown-choice location.datum=GPS | GCJ-02、WGS-84、CGCS2000、BD-09',
    ],
    [
      'no datum',
      place('location: {longitude: 105.3, latitude: 30.1}'),
      '_place/2023/a.md:7:11 shape/missing-field location.datum= | GCJ-02、WGS-84、CGCS2000、BD-09',
    ],
    [
      'coordinates outside China',
      place('location: {datum: WGS-84, longitude: 139.7, latitude: 35.7}'),
      '_place/2023/a.md:7:38 shape/contradiction location.longitude=经度 139.7、纬度 35.7 不在中国境内 | 经度 73.4—135.2，纬度 3.8—53.7',
    ],
    [
      'longitude and latitude the wrong way round',
      place('location: {datum: WGS-84, longitude: 30.1, latitude: 105.3}'),
      '_place/2023/a.md:7:38 shape/contradiction location.longitude=经度 30.1、纬度 105.3 写反了 | 经度 73.4—135.2，纬度 3.8—53.7',
    ],
    [
      'degrees and minutes',
      place('location: {datum: WGS-84, longitude: 105°18′, latitude: 30.1}'),
      '_place/2023/a.md:7:38 shape/wrong-type location.longitude=105°18′ | 十进制度数，不加引号，如 105.3356',
    ],
    [
      'a telephone that is none',
      place('telephone: 1234'),
      '_place/2023/a.md:7:12 shape/bad-format telephone=1234 | 办公电话：区号-号码，如 0000-0000001，可加 -分机；400 电话；加引号的短号，如 "12345"；几个号码用“、”隔开；不写手机号',
    ],
    [
      'nothing that is done there',
      place('services: []'),
      '_place/2023/a.md:7:11 shape/missing-field services= | 至少 1 项',
    ],
  ])('with %s is told so, by line and field', (_, text, wanted) => {
    expect(told(one('place', text))).toEqual([wanted]);
  });

  it('has its position in the column in the datum for drawing and in that of map services', () => {
    const { column } = readFiles(one('place', place()));
    expect(column?.positions).toEqual({
      a: {
        wgs84: { longitude: 105.296602, latitude: 30.102633 },
        gcj02: { longitude: 105.3, latitude: 30.1 },
      },
    });
  });
});

it('guides and places have Chinese names, hints and labels', () => {
  for (const { name, hint, shape } of [KINDS.guide, KINDS.place]) {
    for (const text of [name, hint, ...Object.values(shape).map((field) => field.meta()?.title)])
      expect(text).toMatch(/\p{Script=Han}/u);
  }
  const fields = [institutionsSchema.element.shape, countySchema.shape];
  for (const shape of fields)
    for (const field of Object.values(shape))
      expect(field.meta()?.title).toMatch(/\p{Script=Han}/u);
});

it('a guide is linked with its places and policies, both ways', () => {
  const { column } = readFiles({
    ...one('guide', guide('places: [hall]', 'policies: [rules]')),
    'shili/_place/2023/hall.md': place(),
    'shili/_policy/2023/rules.md': policy(),
  });
  const of = (id: string, relation: 'places' | 'policies' | 'guides') =>
    column?.relations[id]?.[relation]?.map((link) => link.id);
  expect(of('a', 'places')).toEqual(['hall']);
  expect(of('a', 'policies')).toEqual(['rules']);
  expect(of('hall', 'guides')).toEqual(['a']);
  expect(of('rules', 'guides')).toEqual(['a']);
});

describe('frequent matters', () => {
  const ITEM = 'social-assistance/minimum-living-guide';
  const county = (frequent: string, more = '') => ({
    'shili/county.yaml': `${COUNTY}frequent: ${frequent}\n${more}`,
  });
  const matters = (files: Files) =>
    readFiles(files).column?.frequent.map(({ name, guide: g, policy: p, register: r }) =>
      [name, g?.id, p?.id, r?.id].join(' '),
    );

  it('have the newest of each kind in the item', () => {
    const at = (id: string, text: string) => ({
      [`shili/${ITEM}/${text.includes('2022-') ? 2022 : 2023}/${id}.md`]: text,
    });
    expect(
      matters({
        ...county(`[${ITEM}]`),
        ...at('old', guide('published: 2022-05-04')),
        ...at('new', guide()),
        ...at('gone', guide('published: 2023-06-01', 'withdrawn: {date: 2023-06-02, reason: 误}')),
        ...at('rules', policy()),
        ...at('list', register(['columns: [名称]'])),
        [`shili/${ITEM}/2023/list.csv`]: '名称\n一\n',
      }),
    ).toEqual(['最低生活保障办事指南 new rules list']);
  });

  it('take the policy that the guide names, or what stands beside in the same 一级事项', () => {
    expect(
      matters({
        ...county(`[${ITEM}]`),
        [`shili/${ITEM}/2023/a.md`]: guide('policies: [rules]'),
        'shili/_policy/2023/rules.md': policy(),
        'shili/social-assistance/minimum-living-review/2023/list.md': register(['columns: [名称]']),
        'shili/social-assistance/minimum-living-review/2023/list.csv': '名称\n一\n',
        'shili/social-assistance/extreme-poverty-policies/2023/other.md': policy(),
      }),
    ).toEqual(['最低生活保障办事指南 a rules list']);
  });

  it('may be named, and their parts too; what is missing is missing', () => {
    expect(
      matters({
        ...county(`[{item: ${ITEM}, name: 低保, policy: rules}]`),
        'shili/_policy/2023/rules.md': policy(),
      }),
    ).toEqual(['低保  rules ']);
  });

  it('that name nothing are told by line and field', () => {
    expect(told(county(`[{item: ${ITEM}, guide: nothing}, social-assistance/nothing]`))).toEqual([
      expect.stringContaining('county.yaml:6:66 shape/unknown-reference frequent.0.guide=nothing'),
      expect.stringContaining(
        'county.yaml:6:76 shape/unknown-item frequent.1=social-assistance/nothing',
      ),
    ]);
  });
});

describe('public institutions', () => {
  const water = (more = '') => ({
    'shili/institutions.yaml': `- id: first-water\n  name: 示例供水公司\n  sector: water\n${more}`,
  });

  it('have the items of their sector, and what they published of each', () => {
    const { column, problems } = readFiles({
      ...water(),
      'shili/_notice/2023/a.md': notice(['unit: first-water', 'discloses: [quality]']),
      'shili/_notice/2023/b.md': notice(['unit: first-water']),
    });
    expect(problems).toEqual([]);
    expect(column?.institutions[0]?.sector.name).toBe('供水');
    const items = itemsOf(column, 'first-water');
    expect(items.find(({ id }) => id === 'quality')?.entries).toEqual(['a']);
    expect(items.filter(({ entries }) => entries.length > 0)).toHaveLength(1);
    expect(items.map(({ id }) => id)).toEqual(WATER_ITEMS);
  });

  it('may change what they have of it, in a file of their own', () => {
    const own =
      'add: [{domain: institution, id: hours, level1: 服务时间}]\ndrop: [{item: institution/quality, reason: 只供原水}]\n';
    const { column, problems } = readFiles({
      ...water(),
      'shili/_catalogue/first-water.yaml': own,
    });
    expect(problems).toEqual([]);
    const ids = WATER_ITEMS.filter((id) => id !== 'quality');
    expect(itemsOf(column, 'first-water').map(({ id }) => id)).toEqual([...ids, 'hours']);
    expect(itemsOf(column, 'first-water').at(-1)).toMatchObject({
      ...{ origin: 'publisher', from: '示例供水公司', confirmed: true },
    });
  });

  it.each([
    [
      'a sector that there is not',
      { 'shili/institutions.yaml': '- {id: a, name: 一, sector: wate}\n' },
      'institutions.yaml:1:28 shape/unknown-choice 0.sector=wate | ' +
        SECTORS.map(({ id }) => id).join('、'),
    ],
    [
      'a supervisor that there is not',
      water('  supervisor: nobody\n'),
      'institutions.yaml:4:15 shape/unknown-unit 0.supervisor=nobody | departments.yaml 或 towns.yaml 中的编号',
    ],
    [
      'the id of a department',
      { ...water(), 'shili/departments.yaml': '- {id: first-water, name: 局}\n' },
      'institutions.yaml:1:7 shape/contradiction 0.id=编号 first-water 已经是另一个单位的 | 与 departments.yaml、towns.yaml 和本文件中的编号都不相同',
    ],
    [
      'an item that its sector does not have',
      {
        ...water(),
        'shili/_notice/2023/a.md': notice(['unit: first-water', 'discloses: [qualty]']),
      },
      `_notice/2023/a.md:6:1 shape/unknown-choice discloses.0=qualty | ${WATER_ITEMS.join('、')}`,
    ],
    [
      'an entry of nobody that discloses as if it were somebody’s',
      { 'shili/_notice/2023/a.md': notice(['discloses: [quality]']) },
      '_notice/2023/a.md:5:1 shape/contradiction discloses=发布机构 （没有写） 没有自己的公开目录，不能写 discloses | unit 写部门、乡镇或公共企事业单位的编号；村（社区）的，写 town 和 village',
    ],
    [
      'bounds the wrong way round',
      {
        'shili/county.yaml': `${COUNTY}map: {bounds: {west: 106, south: 29, east: 105, north: 30}}\n`,
      },
      'county.yaml:6:15 shape/contradiction map.bounds=四至颠倒：西界应小于东界，南界应小于北界 | 如 {west: 104.9, south: 29.7, east: 105.8, north: 30.4}',
    ],
    [
      'a kiosk that returns at once',
      { 'shili/county.yaml': `${COUNTY}kiosk: {idle: 5}\n` },
      'county.yaml:6:15 shape/bad-format kiosk.idle=5 | 不小于 30 的整数',
    ],
  ])('and county.yaml with %s are told so, by line and field', (_, files, wanted) => {
    expect(told(files)).toEqual([wanted]);
  });
});
