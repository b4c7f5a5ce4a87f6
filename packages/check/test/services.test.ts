import type { Files } from '@columns/content/fixture';
import { COUNTY, entry, notice, policy, readFiles } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import { expect, it } from 'vitest';
import { check } from '../src/index.ts';
import { serviceRules } from '../src/rules/services.ts';
import { type RuleCase, testCases } from './rule-cases.ts';

/** A text with the lines of `others` in place of those of the same field. */
function written(lines: readonly string[], others: readonly string[]): string {
  const key = (line: string) => line.split(':', 1).join('');
  const kept = lines.filter((line) => !others.some((other) => key(other) === key(line)));
  return entry([...kept, ...others.filter((line) => !/:$/.test(line))], '');
}
const guide = (...others: string[]) =>
  written(
    [
      'title: 一',
      'kind: guide',
      'who: 任何人',
      'basis: [一法]',
      'conditions: [年满十八周岁]',
      'materials: [{name: 身份证, copies: 0}]',
      'flow: [{name: 申请}]',
      'limit: {promised: 当场办结}',
      'fee: {charged: 不收费}',
      'place: 一楼',
      'telephone: 0000-0000001',
      'result: 证书',
      'published: 2023-04-03',
    ],
    others,
  );
const place = (...others: string[]) =>
  written(
    [
      'title: 一',
      'kind: place',
      'form: 便民服务中心',
      'address: 一号',
      'hours: 全天',
      'telephone: 0000-0000001',
      'services: [办证]',
      'location: {datum: WGS-84, longitude: 105.3, latitude: 30.1}',
    ],
    others,
  );
/** A zone with all that plans ask for, but for what a case says. */
const zone = (...others: string[]) => {
  const field = (line: string) => line.split(':', 1).join('');
  const whole = [
    'form: 政务公开专区',
    'services: [信息查询, 公开申请, 办事咨询, 自助办理]',
    'equipment: [电脑, 打印机]',
    'on-display: [办事服务指南, 办事一本通, 政府公报]',
  ];
  return place(
    ...whole.filter((line) => !others.some((other) => field(other) === field(line))),
    ...others,
  );
};
const file = (kind: 'guide' | 'place', text: string, id = 'a'): Files => ({
  [`shili/_${kind}/2023/${id}.md`]: text,
});
const county = (more: string) => ({ 'shili/county.yaml': `${COUNTY}${more}\n` });
const change = (date: string, updated: string) =>
  guide(`changes: [{date: ${date}, updated: ${updated}, text: 少一份材料}]`);
const BOUNDS = 'map: {bounds: {west: 105, south: 30, east: 106, north: 31}}';
const ITEM = 'social-assistance/minimum-living-guide';
const TOWNS = { 'shili/towns.yaml': '- {id: bei, name: 北镇}\n- {id: nan, name: 南镇}\n' };
/** A county whose city has a standard of zones. */
const LUAN: Files = {
  ...county('parent: shi'),
  'shi/county.yaml':
    'id: shi\nname: 示例市\nlevel: city\nstructure: national-26\ndemo: true\nplace-standard: luan-2020\n',
};
const WATER = {
  'shili/institutions.yaml': '- {id: water, name: 示例供水公司, sector: water}\n',
};

/** What a trade discloses beside its price. */
const BESIDE_FEES = (
  loadStandard().institutions.sectors.find(({ id }) => id === 'water')?.items ?? []
).flatMap(({ id }) => (id === 'fees' ? [] : [id]));

const CASES: Record<string, RuleCase> = {
  'timing/service-change': {
    // 29 April to 3 May 2023 were days off: the working day after 28 April is 4 May.
    keeps: [
      file('guide', change('2023-04-28', '2023-05-04')),
      file('guide', change('2023-06-01', '2023-05-20')),
      {
        ...file('guide', change('2023-04-28', '2023-05-05')),
        ...county('deadlines: {service-conditions-changed: 2}'),
      },
    ],
    breaks: [
      [
        file('guide', change('2023-04-28', '2023-05-05')),
        '_guide/2023/a.md:15 changes 第 1 项 updated（更新日期）',
        '变更后的指南 2023-05-05 才更新，晚于应有的 2023-05-04',
      ],
    ],
  },
  'completeness/guide-reference': {
    keeps: [
      {
        ...file('guide', guide('places: [hall]', 'policies: [rules]')),
        ...file('place', place(), 'hall'),
        'shili/_policy/2023/rules.md': policy(),
      },
    ],
    breaks: [
      [
        {
          ...file('guide', guide('places: [rules]')),
          'shili/_policy/2023/rules.md': policy(),
        },
        '_guide/2023/a.md:15 places（办理场所）',
        '“rules” 是政策文件，这里应是服务场所',
      ],
      [
        {
          ...file('place', place('guides: [rules]')),
          'shili/_policy/2023/rules.md': policy(),
        },
        '_place/2023/a.md:10 guides（在这里办的事项）',
        '“rules” 是政策文件，这里应是办事指南',
      ],
    ],
  },
  'completeness/guide-sheet': {
    keeps: [file('guide', guide())],
    breaks: [
      [
        file('guide', guide(`conditions: [${'这是一个很长的条件，'.repeat(250)}]`)),
        '_guide/2023/a.md:6 materials（申请材料）',
        '条件、材料和流程的文字太长，一次告知单打印不止一页',
      ],
    ],
  },
  'completeness/place': {
    keeps: [
      file('place', place()),
      file('place', place('withdrawn: {date: 2023-06-01, reason: 撤销}', 'hours:')),
    ],
    breaks: [
      [
        file('place', place('hours:', 'telephone:', 'location:')),
        '_place/2023/a.md:3 kind（体裁）',
        '服务场所没有写开放时间、电话、坐标',
      ],
    ],
  },
  'completeness/place-outside': {
    keeps: [
      file('place', place('location: {datum: WGS-84, longitude: 104, latitude: 30.1}')),
      { ...file('place', place()), ...county(BOUNDS) },
      // In GCJ-02 it stands over the border, in truth it does not.
      {
        ...file('place', place('location: {datum: GCJ-02, longitude: 106.001, latitude: 30.1}')),
        ...county(BOUNDS),
      },
    ],
    breaks: [
      [
        {
          ...file('place', place('location: {datum: WGS-84, longitude: 104.9, latitude: 30.1}')),
          ...county(BOUNDS),
        },
        '_place/2023/a.md:9 location（坐标）',
        '换算成 CGCS2000 后在 东经 104.9、北纬 30.1，不在本县区四至 105—106、30—31 内',
      ],
    ],
  },
  'completeness/place-standard': {
    keeps: [
      file('place', place('form: 政务公开专区', 'services: [信息查询, 公开申请, 办事咨询]')),
      {
        ...file('place', zone('equipment: [电脑2台, 打印机]', 'services: [查询, 申请, 咨询]')),
        ...county('place-standard: hunan-2020'),
      },
      { ...file('place', place()), ...county('place-standard: hunan-2020') },
      { ...file('place', zone('accepted: {date: 2022-12-20, by: 市政府办}')), ...LUAN },
    ],
    breaks: [
      [
        {
          ...file('place', zone('on-display: [政府公报]')),
          ...county('place-standard: hunan-2020'),
        },
        '_place/2023/a.md:8 form（场所类型）',
        '按湖南省2020年方案的专区标准，这里还没有摆放的资料“办事服务指南”、摆放的资料“办事一本通（“一件事一次办”）”',
      ],
      [
        // What the city asks for holds in the county below it.
        { ...file('place', zone('services: [查询, 申请, 咨询]')), ...LUAN },
        '_place/2023/a.md:8 form（场所类型）',
        '按六安市2020年方案的专区标准，这里还没有提供的服务“自助办理”、验收“综合验收”',
      ],
      [
        {
          ...file('place', zone('equipment: [标牌, 自助终端]', 'services: [查询, 公报, 指引]')),
          ...county('place-standard: anyue-2023'),
        },
        '_place/2023/a.md:8 form（场所类型）',
        '按安岳县2023年方案的专区标准，这里还没有摆放的资料“线下政务地图”、人员“咨询服务人员”',
      ],
      [
        {
          ...file('place', place('form: 图书馆', 'services: [查询, 申请]')),
          ...county('place-standard: gaoyao-2020'),
        },
        '_place/2023/a.md:8 form（场所类型）',
        '按高要区2020年方案的专区标准，这里还没有提供的服务“办事咨询答复”',
      ],
    ],
  },
  'completeness/place-town': {
    keeps: [
      file('place', place()),
      { ...TOWNS, ...file('place', place('town: bei')) },
      { ...TOWNS, ...file('place', place('form: 政务服务中心')) },
    ],
    breaks: [
      [
        { ...TOWNS, ...file('place', place()) },
        '_place/2023/a.md:4 form（场所类型）',
        '没有写 “一” 在哪个乡镇（街道）',
      ],
    ],
  },
  'completeness/town-places': {
    keeps: [
      TOWNS,
      {
        ...TOWNS,
        ...county('place-standard: anyue-2023'),
        ...file('place', place('town: bei'), 'bei'),
        ...file('place', place('town: nan'), 'nan'),
      },
    ],
    breaks: [
      [
        {
          ...TOWNS,
          ...county('place-standard: anyue-2023'),
          ...file('place', place('town: bei'), 'bei'),
          ...file(
            'place',
            place('town: nan', 'withdrawn: {date: 2023-06-01, reason: 撤销}'),
            'nan',
          ),
        },
        'towns.yaml:1 ',
        '没有登记便民服务中心的乡镇（街道）有 1 个：南镇',
      ],
    ],
  },
  'completeness/map-approval': {
    keeps: [
      file('place', place()),
      real('map: {approval-number: 川S〔2023〕00001号}', place()),
      real('', place('location:')),
    ],
    breaks: [
      [real('', place()), 'county.yaml:1 ', '政务地图标有 1 处场所，county.yaml 没有写审图号'],
    ],
  },
  'completeness/frequent': {
    keeps: [
      {
        ...county(`frequent: [{item: ${ITEM}, guide: a, policy: rules, register: rules}]`),
        ...file('guide', guide()),
        'shili/_policy/2023/rules.md': policy(),
      },
    ],
    breaks: [
      [
        {
          ...county(`frequent:\n  - ${ITEM}`),
          [`shili/${ITEM}/2023/a.md`]: guide(),
        },
        'county.yaml:7 frequent（高频事项）',
        '高频事项“最低生活保障办事指南”没有政策文件、名录清单',
      ],
    ],
  },
  'completeness/institution-items': {
    keeps: [
      {
        ...WATER,
        'shili/_notice/2023/a.md': notice([
          'unit: water',
          `discloses: [fees, ${BESIDE_FEES.join(', ')}]`,
        ]),
      },
    ],
    breaks: [
      [
        {
          ...WATER,
          'shili/_notice/2023/a.md': notice([
            'unit: water',
            `discloses: [${BESIDE_FEES.join(', ')}]`,
          ]),
        },
        'institutions.yaml:1 ',
        '示例供水公司还没有公开：水价和收费',
      ],
    ],
  },
};

/** A county that is no demonstration. */
function real(more: string, text: string): Files {
  const marks =
    'marks: {site-id-code: "0000000000", icp: 一, host: 二, contact: 三, party-mark: "https://example.org/"}';
  const yaml = `${COUNTY.replace('demo: true\n', '')}${marks}\n${more}\n`;
  return { 'shili/county.yaml': yaml, ...file('place', text) };
}

testCases(CASES);

it('every rule over services has its case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(serviceRules).sort());
});

it('a change in a year without a calendar is not judged, and that is said', () => {
  const late = guide(
    'published: 2049-01-04',
    'changes: [{date: 2049-05-04, updated: 2049-06-01, text: 少一份材料}]',
  );
  const files = { 'shili/_guide/2049/a.md': late };
  const rules = check(readFiles(files), { asOf: '2049-07-01' }).map(({ rule }) => rule);
  expect(rules).toContain('timing/no-calendar');
  expect(rules).not.toContain('timing/service-change');
});
