import type { Files } from '@columns/content/fixture';
import { entry } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { newsRules } from '../src/rules/news.ts';
import { foundBy, told } from './inspecting.ts';

/** An entry of the year of its first date; `id` and kind make its place. */
function one(kind: string, lines: readonly string[], id = 'a'): Files {
  const published = lines.find((line) => line.startsWith('published: ')) ?? 'published: 2023-05-29';
  const year = published.slice('published: '.length, 'published: 2023'.length);
  const head = ['title: 一', `kind: ${kind}`, ...lines];
  return { [`shili/_${kind}/${year}/${id}.md`]: entry(head, '正文。') };
}

const survey = (closes: string, ...lines: string[]) =>
  one('survey', [
    'form: 问卷调查',
    'opens: 2023-04-03',
    `closes: ${closes}`,
    'who: 任何人',
    'channels: [信函]',
    ...lines,
  ]);
const OPEN = 'questions: [{question: 好吗？, type: 填空}]';

const event = (...lines: string[]) => {
  const fields = [
    'form: 突发事件',
    'sort: 自然灾害',
    'what: 滑坡',
    'grade: 重大',
    'area: 某路',
    'from: 2023-05-28 08:00',
    'advice: [绕行]',
    'bulletins: [{number: 1, at: 2023-05-28 13:00, form: 首次发布, text: 断路。}, {number: 2, at: 2023-05-29 08:00, form: 新闻发布会, text: 答问。}]',
  ];
  const keys = new Set(lines.map((line) => line.split(':', 1).join('')));
  return one('alert', [
    ...fields.filter((line) => !keys.has(line.split(':', 1).join(''))),
    ...lines,
  ]);
};
const FIRST = '{number: 1, at: 2023-05-28 13:00, form: 首次发布, text: 断路。}';

const PLAN: Files = {
  'shili/check.yaml': 'thresholds: {quarterly-briefings: 1, head-interpretations: 1}\n',
  'shili/departments.yaml':
    '- {id: water, name: 县水务局, aliases: [县水利局]}\n- {id: roads, name: 县交通局}\n',
};
const briefing = (id: string, held: string, role: string, unit = 'water') =>
  one(
    'briefing',
    [
      `unit: ${unit}`,
      'form: 新闻发布会',
      `held: ${held}`,
      `published: ${held}`,
      'place: 厅',
      'subject: 水',
      `speakers: [{role: ${role}, post: 县水务局局长}]`,
    ],
    id,
  );
const POLICY = one('policy', ['issuer: 县政府', 'drafted-by: 县水务局'], 'p');
const interpretation = (...lines: string[]) =>
  one('interpretation', ['unit: water', 'form: 文字', 'interprets: [p]', ...lines], 'i');
const HEAD = ['speaker: 主要负责人', 'speaker-post: 县水务局局长'];
const consultation = (...lines: string[]) =>
  one('consultation', [
    'form: 涉企政策',
    'opens: 2023-05-04',
    'closes: 2023-06-10',
    'channels: [信函]',
    ...lines,
  ]);
const meeting = (form: string, result: string) =>
  one('hearing', [
    `form: ${form}`,
    'held: 2023-05-30',
    'place: 厅',
    'who: 任何人',
    'how: 报名',
    `result: {published: 2023-06-01, ${result}}`,
  ]);
const guide = (id: string) =>
  one(
    'guide',
    [
      'who: 任何人',
      'basis: [条例]',
      'conditions: [已满]',
      'materials: [{name: 证明, copies: 1}]',
      'flow: [{name: 申请}]',
      'limit: {promised: 当场}',
      'fee: {charged: 不收费}',
      'place: 大厅',
      'telephone: 0000-0000001',
      'result: 证书',
    ],
    id,
  );
const bundle = (...ids: string[]) => ({
  ...guide('g'),
  ...guide('h'),
  ...one('bundle', [
    'who: 任何人',
    `guides: [${ids.map((id) => `{entry: ${id}}`).join(', ')}]`,
    'place: 大厅',
    'limit: 1日',
    'telephone: 0000-0000001',
  ]),
});

/** For each rule, counties that keep it, and those that do not with everything that is said of them. */
const CASES: Partial<Record<RuleId, { keeps: Files[]; breaks: [Files, string][] }>> = {
  'timing/survey-result': {
    keeps: [
      survey('2023-06-30', OPEN),
      survey(
        '2023-06-29',
        OPEN,
        'result: {published: 2023-06-30, collected: 1, valid: 1, summary: 好}',
      ),
    ],
    breaks: [
      [
        survey('2023-06-29', OPEN),
        '_survey/2023/a.md:6 closes（截止日期） 调查 2023-06-29 已截止，到 2023-06-30 还没有公布结果',
      ],
    ],
  },
  'timing/alert-first': {
    keeps: [event(), event('grade: 一般', 'from: 2023-05-01 08:00')],
    breaks: [
      [
        event('from: 2023-05-28 07:40'),
        '_alert/2023/a.md:10 bulletins 第 1 项 at（发布时间） 首次发布在事件发生 5 小时 20 分后，超过 5 小时',
      ],
      [
        { ...event(), 'shili/check.yaml': 'thresholds: {emergency-hours: 2}\n' },
        '_alert/2023/a.md:11 bulletins 第 1 项 at（发布时间） 首次发布在事件发生 5 小时 0 分后，超过 2 小时',
      ],
    ],
  },
  'timing/alert-briefing': {
    keeps: [
      event(),
      event('grade: 较大', `bulletins: [${FIRST}]`),
      event('from: 2023-06-29 08:00', `bulletins: [${FIRST.replace('05-28 13', '06-29 09')}]`),
    ],
    breaks: [
      [
        event(`bulletins: [${FIRST}]`),
        '_alert/2023/a.md:11 bulletins（发布） 事件发生已超过 24 小时，没有新闻发布会',
      ],
      [
        event('from: 2023-05-28 07:59'),
        '_alert/2023/a.md:10 bulletins 第 2 项 at（发布时间） 新闻发布会在事件发生 24 小时 1 分后，超过 24 小时',
      ],
    ],
  },
  'completeness/alert-result': {
    keeps: [
      event(),
      event(
        'until: 2023-05-30 08:00',
        `bulletins: [${FIRST}, {number: 2, at: 2023-05-30 08:00, form: 处置结果, text: 已通。}]`,
      ),
    ],
    breaks: [
      [
        event('until: 2023-05-30 08:00'),
        '_alert/2023/a.md:12 until（结束时间） 事件 2023-05-30 08:00 已结束，到 2023-06-30 没有发布处置结果',
      ],
    ],
  },
  'timing/briefing': {
    keeps: [
      briefing('a', '2022-12-01', '新闻发言人'),
      { ...PLAN, ...briefing('a', '2023-05-08', '相关负责人') },
      {
        ...PLAN,
        ...briefing('a', '2022-05-09', '主要负责人'),
        ...briefing('b', '2022-10-10', '相关负责人'),
        ...briefing('c', '2023-01-09', '新闻发言人'),
      },
    ],
    breaks: [
      [
        { ...PLAN, ...briefing('a', '2022-05-09', '新闻发言人') },
        '_briefing/2022/a.md:6 held（举行日期） 到 2023-06-30，2023年第1季度新闻发布会 0 次，应不少于 1 次，2022年下半年相关负责人出席 0 次，应不少于 1 次，2022年主要负责人出席 0 次，应不少于 1 次',
      ],
    ],
  },
  'timing/head-interpretation': {
    keeps: [
      { ...POLICY, ...interpretation() },
      { ...PLAN, ...POLICY, ...interpretation(...HEAD) },
    ],
    breaks: [
      [
        { ...PLAN, ...POLICY, ...interpretation('speaker: 专家') },
        '_interpretation/2023/i.md:5 form（解读形式） 到 2023-06-30 的一年内，这个单位的主要负责人解读政策 0 次，本地规定不少于 1 次',
      ],
    ],
  },
  'law/interpreted-by': {
    keeps: [
      { ...PLAN, ...POLICY, ...interpretation('by: 县水利局') },
      { ...PLAN, ...POLICY, ...interpretation('by: 县交通局、县水务局') },
      { ...PLAN, ...POLICY, ...interpretation() },
    ],
    breaks: [
      [
        { ...PLAN, ...POLICY, ...interpretation('by: 县交通局') },
        '_interpretation/2023/i.md:7 by（解读单位） 解读单位是“县交通局”，所解读的文件由“县水务局”起草',
      ],
    ],
  },
  'completeness/business-asked': {
    keeps: [consultation('asked: [县餐饮协会]')],
    breaks: [
      [
        consultation(),
        '_consultation/2023/a.md:4 form（征集类型） 涉企政策征求意见，没有写听取了哪些企业、商会、行业协会的意见',
      ],
    ],
  },
  'completeness/bundle-guides': {
    keeps: [bundle('g', 'h')],
    breaks: [
      [bundle('g'), '_bundle/2023/a.md:5 guides（办理事项） 只有一个办理事项，不成“一件事”'],
    ],
  },
  'completeness/meeting-opinions': {
    keeps: [
      meeting('座谈会', 'summary: 二条, opinions: [{opinion: 好, taken: 采纳}]'),
      meeting('座谈会', 'summary: 没有人提出意见'),
      meeting('听证会', 'summary: 同意'),
      meeting('在线访谈', 'summary: 一问, answers: [{question: 几点？, answer: 九点。}]'),
    ],
    breaks: [
      [
        meeting('列席会议', 'summary: 提了意见'),
        '_hearing/2023/a.md:9 result（结果） 公布了结果，没有写主要意见',
      ],
      [
        meeting('在线访谈', 'summary: 一问'),
        '_hearing/2023/a.md:9 result（结果） 公布了结果，没有写问答',
      ],
    ],
  },
};

describe.each(Object.entries(CASES) as [RuleId, NonNullable<(typeof CASES)[RuleId]>][])(
  '%s',
  (rule, { keeps, breaks }) => {
    it('is kept by those that keep it', async () => {
      for (const files of keeps) expect((await foundBy(rule, files)).map(told)).toEqual([]);
    });

    it.each(breaks)('%#: says where and what, as a warning', async (files, expected) => {
      const found = await foundBy(rule, files);
      expect(found.map(told)).toEqual([expected]);
      expect(found[0]).toMatchObject({ level: 'warning' });
      expect(found[0]?.mend).toMatch(/\p{Script=Han}{4}/u);
    });
  },
);

it('a conference on an emergency begins no series of a unit', async () => {
  const files = {
    ...PLAN,
    ...briefing('b', '2022-05-09', '主要负责人'),
    ...event('briefings: [b]'),
  };
  expect(await foundBy('timing/briefing', files)).toEqual([]);
});

it('a step of a 一件事 that is no guide is told with what it is', async () => {
  const files = { ...bundle('g', 'p'), ...POLICY };
  expect((await foundBy('completeness/guide-reference', files)).map(told)).toEqual([
    '_bundle/2023/a.md:5 guides（办理事项） “p” 是政策文件，这里应是办事指南',
  ]);
});

it('every rule has its case', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(newsRules).sort());
});
