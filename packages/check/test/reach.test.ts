import type { Files } from '@columns/content/fixture';
import { COUNTY, notice, policy, readFiles } from '@columns/content/fixture';
import { expect, it } from 'vitest';
import { reachRules } from '../src/rules/reach.ts';
import { found, type RuleCase, testCases } from './rule-cases.ts';

const MARKS =
  'marks: {site-id-code: "0000000000", icp: 一, host: 二, contact: 三, party-mark: "https://example.org/"}\n';
const REAL = COUNTY.replace('demo: true\n', '') + MARKS;
const DOOR = (use: string) => `{name: ${use}平台, for: ${use}, address: "https://example.org/"}`;
const DOORS = `links: [${['互动交流', '在线办事', '依申请公开'].map(DOOR).join(', ')}]\n`;
const RECEPTION =
  '{name: 办公室, address: 一号, hours: 工作日, telephone: 0000-0000001, fax: 0000-0000002, mail: a@example.org}';
const units = (openness: string): Files => ({
  'shili/departments.yaml': `- {id: office, name: 县政府办公室, openness: ${openness}}\n`,
});
const BENEFIT = 'benefit: {conditions: [一], materials: [二], limit: 三日}';
const ruled = (...lines: string[]): Files => ({ 'shili/_policy/2023/a.md': policy(lines) });
/** Its channels: 政府网站, 政务服务中心 and others, as the standard has them. */
const ITEM = 'compulsory-education/school-directory';
const told = (...channels: string[]): Files => ({
  [`shili/${ITEM}/2023/a.md`]: notice([
    `also-in: [${channels.map((channel) => `{channel: ${channel}, day: 2023-05-29}`).join(', ')}]`,
  ]),
});

const CASES: Record<string, RuleCase> = {
  'completeness/receiver': {
    keeps: [units(RECEPTION), { ...units(RECEPTION), 'shili/county.yaml': REAL }, {}],
    breaks: [
      [
        units('{name: 办公室, address: 一号, telephone: 0000-0000001}'),
        'departments.yaml:1 openness',
        '县政府办公室的政府信息公开工作机构没有写办公时间、传真、电子邮箱',
      ],
      [
        {
          'shili/county.yaml': REAL,
          'shili/departments.yaml': `- {id: office, name: 县政府办公室, openness: ${RECEPTION}}\n- {id: schools, name: 县教育局}\n`,
        },
        'departments.yaml:1 openness',
        '没有写政府信息公开工作机构的单位：县教育局',
      ],
    ],
  },
  'completeness/consult': {
    keeps: [
      { ...units(RECEPTION), 'shili/county.yaml': `${COUNTY}consult: {office: office}\n` },
      {},
    ],
    breaks: [
      [
        {
          'shili/county.yaml': `${COUNTY}consult: {hotline: line}\n`,
          'shili/departments.yaml': '- {id: line, name: 热线}\n',
        },
        'county.yaml:1 consult.hotline（热线）',
        '咨询电话写的是热线（line），这个单位没有登记电话',
      ],
    ],
  },
  'completeness/doors': {
    keeps: [{ 'shili/county.yaml': REAL + DOORS }, {}],
    breaks: [
      [
        { 'shili/county.yaml': `${REAL}links: [${DOOR('在线办事')}]\n` },
        'county.yaml:1 links（其他平台入口）',
        'county.yaml 的 links 中没有互动交流、依申请公开的入口',
      ],
    ],
  },
  'completeness/benefit': {
    keeps: [
      ruled('audience: [企业]', BENEFIT),
      ruled('audience: [老年人]'),
      ruled('audience: [企业]', 'validity: {state: 失效, until: 2023-06-01}'),
    ],
    breaks: [
      [
        ruled('audience: [老年人, 个体工商户]'),
        '_policy/2023/a.md:5 audience（面向人群）',
        '面向个体工商户的政策没有写惠企利民要点',
      ],
    ],
  },
  'completeness/channels': {
    keeps: [{ [`shili/${ITEM}/2023/a.md`]: notice() }],
    breaks: [
      [
        told('公示栏'),
        `${ITEM}/2023/a.md:5 also-in（另外的公开渠道）`,
        expect.stringContaining('还规定了这些公开渠道，没有写公开情况：') as unknown as string,
      ],
    ],
  },
  'completeness/channel-unlisted': {
    keeps: [
      { 'shili/_notice/2023/a.md': notice(['also-in: [{channel: 广播电视, day: 2023-05-29}]']) },
    ],
    breaks: [
      [
        told('征地信息公开平台'),
        `${ITEM}/2023/a.md:5 also-in（另外的公开渠道）`,
        '事项“义务教育学校名录”的公开渠道中没有“征地信息公开平台”',
      ],
    ],
  },
};

testCases(CASES);

it('every rule over how disclosure reaches people has its case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(reachRules).sort());
});

it('an entry that says every channel of its item has nothing to mend', () => {
  const { column } = readFiles({});
  const item = column?.domains.flatMap(({ items }) => items).find(({ ref }) => ref === ITEM);
  expect(item?.channels?.length).toBeGreaterThan(1);
  const bare = found('completeness/channels', told('公示栏'))[0]?.message ?? '';
  const missing = bare.slice(bare.indexOf('：') + 1).split('、');
  const whole = told('公示栏', ...missing);
  expect(found('completeness/channels', whole)).toEqual([]);
});
