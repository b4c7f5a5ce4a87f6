import { describe, expect, it } from 'vitest';
import { KINDS, mergedMaterials } from '../src/index.ts';
import { entry, readFiles } from './fixture.ts';

const GUIDE = (title: string) =>
  entry(
    [
      `title: ${title}`,
      'kind: guide',
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
    '',
  );
const BESIDE = {
  'shili/_guide/2023/one.md': GUIDE('甲'),
  'shili/_guide/2023/two.md': GUIDE('乙'),
  'shili/_policy/2023/p.md': entry(['title: 文件', 'kind: policy', 'issuer: 县政府'], '正文。'),
  'shili/towns.yaml': '- {id: east, name: 东镇}\n',
};

/** What is wrong with one entry, as `line code field=value | expected`. */
function problems(kind: string, text: string): string[] {
  const lines = ['title: 一', `kind: ${kind}`, ...text.trim().split('\n')];
  const files = { ...BESIDE, [`shili/_${kind}/2023/a.md`]: entry(lines, '正文。') };
  return readFiles(files).problems.map(
    ({ code, line, field, value, expected }) =>
      `${line} ${code} ${field}=${value ?? ''} | ${expected ?? ''}`,
  );
}

const SURVEY = `
form: 问卷调查
opens: 2023-04-03
closes: 2023-04-28
who: 任何人
channels: [信函]
questions:
  - question: 几小时？
    type: 单选
    options:
      - {option: 一小时, votes: 6}
      - {option: 两小时, votes: 3}
    unanswered: 1
  - question: 怎样好？
    type: 多选
    options:
      - {option: 免费, votes: 10}
      - {option: 便宜, votes: 4}
  - question: 还有吗？
    type: 填空
    replies: [没有了。]
result: {published: 2023-05-08, collected: 12, valid: 10, summary: 多数要免费}
`;
const BRIEFING = `
form: 新闻发布会
held: 2023-05-29
place: 发布厅
subject: 水
speakers: [{role: 主要负责人, post: 县水务局局长}]
exchanges: [{question: 记者问：好吗？, answer: 好。}]
`;
const ALERT = `
form: 预警
sort: 自然灾害
what: 暴雨
colour: 橙色
area: 全县
towns: [east]
from: 2023-05-29 08:00
until: 2023-05-29 20:00
advice: [不出门]
bulletins:
  - {number: 1, at: 2023-05-29 07:30, form: 首次发布, text: 将有大雨。}
  - {number: 2, at: 2023-05-29 20:00, form: 解除, text: 雨停。}
`;
const EVENT = ALERT.replace('form: 预警', 'form: 突发事件')
  .replace('colour: 橙色', 'grade: 重大')
  .replace('2023-05-29 07:30', '2023-05-29 09:00');
const BUNDLE = `
who: 任何人
guides:
  - {entry: one}
  - {entry: two, when: 要的}
place: 大厅
limit: 1日
telephone: 0000-0000001
`;
const EVALUATION = `
form: 政策评估
evaluates: [p]
by: 县政府办公室
from: 2023-01-01
until: 2023-05-01
methods: [座谈会]
result: {published: 2023-05-20, conclusion: 继续执行, summary: 有效}
`;
const GOOD = {
  survey: SURVEY,
  briefing: BRIEFING,
  alert: ALERT,
  bundle: BUNDLE,
  evaluation: EVALUATION,
};
type Kind = keyof typeof GOOD;

describe.each(Object.keys(GOOD) as Kind[])('a %s', (kind) => {
  it('that is in order has no problem', () => {
    expect(problems(kind, GOOD[kind])).toEqual([]);
  });

  it('knows no other field, and labels its own in Chinese', () => {
    const [found, ...rest] = problems(kind, `${GOOD[kind]}opnes: 2023-05-04`);
    expect(found).toContain('shape/unknown-field opnes=opnes');
    expect(rest).toEqual([]);
    for (const field of Object.values(KINDS[kind].shape))
      expect(field.meta()?.title).toMatch(/\p{Script=Han}/u);
  });
});

it('an event is in order with a grade in place of a colour, and may not have ended', () => {
  expect(problems('alert', EVENT)).toEqual([]);
  expect(problems('alert', EVENT.replace(/until: .*\n/, ''))).toEqual([]);
});

it('a survey that is still open has neither votes nor result', () => {
  const open = SURVEY.replace(/result: .*\n/, '').replaceAll(/, votes: \d+/g, '');
  expect(problems('survey', open.replace('    replies: [没有了。]\n', ''))).toEqual([]);
});

describe('facts that cannot both be', () => {
  it.each<[Kind, string, string, string]>([
    [
      'survey',
      'votes: 6',
      'votes: 7',
      '13 shape/contradiction questions.0.options=各选项合计 10 人，加上未答 1 份是 11，有效份数是 10 | 单选题各选项人数与未答份数之和等于有效份数',
    ],
    [
      'survey',
      'votes: 10',
      'votes: 11',
      '19 shape/contradiction questions.1.options.0.votes=选择人数 11 多于答题的 10 份 | 不多于有效份数减去未答份数',
    ],
    [
      'survey',
      'votes: 10',
      'votes: 5',
      '19 shape/contradiction questions.1.options=各选项合计 9 人，少于答题的 10 份 | 多选题每份至少选一项；没有选的计入未答份数',
    ],
    [
      'survey',
      'collected: 12',
      'collected: 9',
      '24 shape/contradiction result.valid=有效份数 10 多于收回份数 9 | 不多于收回份数',
    ],
    [
      'survey',
      'option: 两小时, votes: 3',
      'option: 两小时',
      '14 shape/contradiction questions.0.options.1.option=已有调查结果，这个选项没有写选择人数 | 选择人数；没有人选的写 0',
    ],
    [
      'survey',
      'option: 便宜',
      'option: 免费',
      '20 shape/contradiction questions.1.options.1.option=选项“免费”已经是第 1 项 | 每个选项只写一次',
    ],
    [
      'survey',
      'closes: 2023-04-28',
      'closes: 2023-04-01',
      '6 shape/contradiction closes=截止日期 2023-04-01 早于开始日期 2023-04-03 | 不早于开始日期',
    ],
    [
      'briefing',
      'held: 2023-05-29',
      'held: 2023-05-30',
      '10 shape/contradiction published=发布日期 2023-05-29 早于举行日期 2023-05-30 | 不早于举行日期',
    ],
    [
      'alert',
      'until: 2023-05-29 20:00',
      'until: 2023-05-29 08:00',
      '11 shape/contradiction until=结束时间 2023-05-29 08:00 不晚于起始时间 2023-05-29 08:00 | 晚于 2023-05-29 08:00',
    ],
    [
      'alert',
      'number: 2',
      'number: 1',
      '15 shape/contradiction bulletins.1.number=第 1 号已经是第 1 项 | 每号只发布一次，续报用下一个号',
    ],
    [
      'alert',
      'number: 1,',
      'number: 3,',
      '15 shape/contradiction bulletins.1.number=第 2 号排在第 3 号之后 | 按号从小到大',
    ],
    [
      'alert',
      'at: 2023-05-29 20:00',
      'at: 2023-05-29 07:00',
      '15 shape/contradiction bulletins.1.at=第 2 号的时间 2023-05-29 07:00 早于第 1 号的 2023-05-29 07:30 | 不早于 2023-05-29 07:30',
    ],
    [
      'alert',
      'colour: 橙色\n',
      '',
      '4 shape/contradiction form=预警没有写级别 | colour：蓝色、黄色、橙色、红色',
    ],
    [
      'bundle',
      'entry: two',
      'entry: one',
      '7 shape/contradiction guides.1.entry=“one”已经是第 1 项 | 每个办事指南只列一次',
    ],
    [
      'evaluation',
      'until: 2023-05-01',
      'until: 2022-05-01',
      '8 shape/contradiction until=评估期间至 2022-05-01 早于评估期间自 2023-01-01 | 不早于评估期间自',
    ],
  ])('in a %s: %s → %s', (kind, from, to, expected) => {
    expect(GOOD[kind]).toContain(from);
    expect(problems(kind, GOOD[kind].replace(from, to))).toEqual([expected]);
  });

  it('nothing is told of an event before it happened', () => {
    expect(problems('alert', EVENT.replace('2023-05-29 09:00', '2023-05-29 07:00'))).toEqual([
      '14 shape/contradiction bulletins.0.at=第 1 号的时间 2023-05-29 07:00 早于事件发生的 2023-05-29 08:00 | 不早于 2023-05-29 08:00',
    ]);
  });
});

describe('bad values', () => {
  it.each<[Kind, string, string, string]>([
    [
      'bundle',
      '  - {entry: one}\n  - {entry: two, when: 要的}\n',
      '  []\n',
      '6 shape/missing-field guides=',
    ],
    ['bundle', 'entry: two', 'entry: three', '7 shape/unknown-reference guides.1.entry=three'],
    ['alert', 'towns: [east]', 'towns: [west]', '9 shape/unknown-unit towns.0=west'],
    [
      'alert',
      'from: 2023-05-29 08:00',
      'from: 2023-05-29',
      '10 shape/impossible-date from=2023-05-29',
    ],
    ['alert', 'from: 2023-05-29 08:00', 'from: 2023-02-29 08:00', '10 shape/impossible-date from='],
    ['alert', 'from: 2023-05-29 08:00', 'from: 2023-05-29 24:10', '10 shape/impossible-date from='],
    ['briefing', 'post: 县水务局局长', 'post: 王某某', '8 shape/bad-format speakers.0.post=王某某'],
    ['survey', 'type: 填空', 'type: 问答', '22 shape/unknown-choice questions.2.type=问答'],
    ['evaluation', 'evaluates: [p]', 'evaluates: [q]', '5 shape/unknown-reference evaluates.0=q'],
  ])('in a %s: %s → %s', (kind, from, to, expected) => {
    expect(GOOD[kind]).toContain(from);
    expect(problems(kind, GOOD[kind].replace(from, to))).toEqual([
      expect.stringContaining(expected),
    ]);
  });
});

it('what evaluates and what joins is linked both ways', () => {
  const of = (kind: Kind) =>
    entry(['title: 一', `kind: ${kind}`, ...GOOD[kind].trim().split('\n')], '正文。');
  const { column } = readFiles({
    ...BESIDE,
    'shili/_evaluation/2023/e.md': of('evaluation'),
    'shili/_bundle/2023/b.md': of('bundle'),
  });
  const ids = (links: readonly { readonly id: string }[] = []) => links.map(({ id }) => id);
  expect(ids(column?.relations['p']?.evaluatedBy)).toEqual(['e']);
  expect(ids(column?.relations['e']?.evaluates)).toEqual(['p']);
  expect(ids(column?.relations['two']?.bundles)).toEqual(['b']);
  expect(ids(column?.relations['b']?.bundleOf)).toEqual(['one', 'two']);
});

describe('merged materials', () => {
  const guide = (
    title: string,
    ...materials: Parameters<typeof mergedMaterials>[0][number]['materials'][number][]
  ) => ({ title, materials });

  it('stand there once, with the most that anybody takes in', () => {
    const merged = mergedMaterials([
      guide('甲', { name: '身份证', form: '原件', copies: 0 }, { name: '申请表', copies: 1 }),
      guide('乙', { name: '身份 证', form: '复印件', copies: 2, note: '两面' }),
      guide('丙', { name: '不需要提交材料', copies: 0 }),
    ]);
    expect(merged).toEqual([
      {
        name: '身份证',
        forms: ['原件', '复印件'],
        copies: 2,
        notes: ['两面'],
        guides: ['甲', '乙'],
      },
      { name: '申请表', forms: [], copies: 1, notes: [], guides: ['甲'] },
    ]);
  });

  it('lose none and double none, whatever the guides ask for', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const guides = Array.from({ length: (seed % 4) + 1 }, (_, g) =>
        guide(
          `指南${g}`,
          ...Array.from({ length: (seed * 7 + g) % 5 }, (_, m) => ({
            name: `材料${(seed * (m + 1) + g) % 6}`,
            copies: (seed + m) % 3,
          })),
        ),
      );
      const asked = guides.flatMap(({ materials }) => materials);
      const merged = mergedMaterials(guides);
      expect(new Set(merged.map(({ name }) => name))).toEqual(
        new Set(asked.map(({ name }) => name)),
      );
      expect(merged.length).toBe(new Set(asked.map(({ name }) => name)).size);
      for (const { name, copies } of merged)
        expect(copies).toBe(
          Math.max(...asked.filter((one) => one.name === name).map((one) => one.copies)),
        );
    }
  });
});

describe('interpretations and hearings', () => {
  it.each(['一封信', '明白卡', '公示栏', '案例说明', '音频', '动漫', '访谈'])(
    'may be a %s',
    (form) => {
      expect(problems('interpretation', `form: ${form}\ninterprets: [p]\nround: 2`)).toEqual([]);
    },
  );

  it('a head who speaks is named by post', () => {
    const lines = 'form: 访谈\ninterprets: [p]\nspeaker: 主要负责人';
    expect(problems('interpretation', lines)).toEqual([
      '6 shape/contradiction speaker=写了主要负责人解读，没有写职务 | speaker-post 中的职务，如 县民政局局长',
    ]);
    expect(problems('interpretation', `${lines}\nspeaker-post: 县民政局局长`)).toEqual([]);
  });

  it.each(['座谈会', '论证会', '实地走访', '在线访谈'])('people may be heard at a %s', (form) => {
    const lines = `form: ${form}\nheld: 2023-05-31\nplace: 会议室\nwho: 任何人\nhow: 报名`;
    expect(problems('hearing', lines)).toEqual([]);
    expect(problems('hearing', `${lines}\npictures: [{file: a.png, text: 会场}]`)).toEqual([
      '9 shape/contradiction pictures.0.file=图片 a.png 没有列在附件中 | attachments 中的文件名',
    ]);
  });
});
