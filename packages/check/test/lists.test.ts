import type { Files } from '@columns/content/fixture';
import { entry, notice, readFiles, register } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { check } from '../src/index.ts';
import type { listRules } from '../src/rules/lists.ts';
import { REAL_COUNTY } from './inspecting.ts';

const ASOF = '2023-06-30';
const R = 'shili/_register/2023/a';
const S = 'shili/compulsory-education/school-directory/2023/a';

const list = (form: string, csv: string, lines: readonly string[] = [], at = R): Files => ({
  [`${at}.md`]: register([`form: ${form}`, ...lines]),
  [`${at}.csv`]: csv,
});
const PERMITS =
  '行政相对人名称,许可决定书文号,许可事项,许可内容,许可决定日期,有效期至,许可机关,公示日期\n';
const permit = (decided: string, shown: string) =>
  list('行政许可公示', `${PERMITS}某店,1号,经营,甲,${decided},,县局,${shown}\n`);
const BUDGET = '类别,科目,预算数（万元）\n收入,税收,5\n支出,教育,5\n';
const SCHOOLS = '学校名称,学校地址,办学层次,办学类型,办公电话\n';
const ledger = (rows: string, ...lines: string[]): Files => ({
  'shili/_ledger/2023/a.md': entry(['title: 清单', 'kind: ledger', ...lines], ''),
  'shili/_ledger/2023/a.csv': `序号,任务,责任单位,截止日期,状态,佐证\n${rows}`,
  'shili/_notice/2023/b.md': notice(),
});
const REAL: Files = { 'shili/county.yaml': REAL_COUNTY };
const STAGES = ['批准服务', '批准结果', '招标投标', '征收土地', '施工有关', '质量安全监督'];
const told = (stages: readonly string[]) =>
  `records: [${stages.map((stage) => `{stage: ${stage}, date: 2023-01-05, title: 甲}`).join(', ')}]`;
const project = (...lines: string[]): Files => ({
  'shili/_project/2023/a.md': entry(
    [
      'title: 桥',
      'kind: project',
      'funding: 政府投资',
      'investment: 1',
      'scale: 桥',
      'site: 镇',
      'owner: 局',
      ...lines,
    ],
    '',
  ),
});
const TOWNS = '- {id: dongshan, name: 东山镇, villages: [前进村]}\n';
const matter = (county: string, village: string, lines: readonly string[] = []): Files => ({
  'shili/towns.yaml': TOWNS,
  'shili/_notice/2023/county.md': notice(['title: 县通知', 'matter: aid', ...lines], county),
  'shili/_notice/2023/village.md': notice(
    ['title: 村公开', 'matter: aid', 'town: dongshan', 'village: 前进村'],
    village,
  ),
});

/** For each rule that needs no settings, counties that keep it and those that do not, with what is said of them. */
const CASES: Record<
  Exclude<keyof typeof listRules, 'timing/project-progress'>,
  { keeps: Files[]; breaks: [files: Files, where: string, message: string][] }
> = {
  'timing/decision-shown': {
    // 29 April to 3 May 2023 were days off, 6 May was worked: day 7 after 26 April is 9 May.
    keeps: [permit('2023-04-26', '2023-05-09')],
    breaks: [
      [
        permit('2023-04-26', '2023-05-10'),
        '_register/2023/a.csv:2:27 公示日期',
        '公示于 2023-05-10，晚于应公示的 2023-05-09',
      ],
    ],
  },
  'timing/approved-accounts': {
    keeps: [list('政府预算', BUDGET, ['approved: 2023-05-09'])],
    breaks: [
      [
        list('政府预算', BUDGET, ['approved: 2023-05-08']),
        '_register/2023/a.md:6:1 published（发布日期）',
        '发布于 2023-05-29，晚于应公开的 2023-05-28',
      ],
    ],
  },
  'completeness/approved-date': {
    keeps: [list('政府预算', BUDGET, ['approved: 2023-05-09'])],
    breaks: [
      [
        list('政府预算', BUDGET),
        '_register/2023/a.md:4:1 form（清单种类）',
        '“政府预算”没有写批准日期，不能核对是否按时公开',
      ],
    ],
  },
  'completeness/directory-elements': {
    keeps: [
      list('名录', `${SCHOOLS}一小,东山镇,小学,公办,0000-0000001\n`, [], S),
      list('名录', '名称,地址,办学层次,办学类型,电话,校车\n一小,东山镇,小学,公办,1,有\n', [], S),
    ],
    breaks: [
      [
        list('名录', '学校名称,地址,办学类型\n一小,东山镇,公办\n', [], S),
        'compulsory-education/school-directory/2023/a.md:4:1 form（清单种类）',
        '名录缺少要素：办学层次、办公电话',
      ],
    ],
  },
  'completeness/directory-cells': {
    keeps: [list('名录', `${SCHOOLS}一小,东山镇,小学,公办,无\n`, [], S)],
    breaks: [
      [
        list(
          '名录',
          `${SCHOOLS}一小,东山镇,小学,公办,1\n二小,,小学,公办,1\n三小,,小学,公办,1\n`,
          [],
          S,
        ),
        'compulsory-education/school-directory/2023/a.csv:3:4 学校地址',
        '有 2 行没有填这个要素，第一处在这里',
      ],
    ],
  },
  'timing/task-overdue': {
    keeps: [
      ledger(`1,甲,局,${ASOF},进行中,\n`),
      ledger('1,甲,局,2023-06-29,已完成,b\n2,乙,局,,持续推进,\n'),
      // Its last day may be the day itself, or one that is still to come.
      ledger('1,甲,局,2023-06,进行中,\n2,乙,局,2023,进行中,\n'),
    ],
    breaks: [
      [
        ledger('1,甲,局,2023-06-29,进行中,\n'),
        '_ledger/2023/a.csv:2:7 截止日期',
        '截止 2023-06-29，到 2023-06-30 状态还是未完成',
      ],
    ],
  },
  'completeness/task-state': {
    keeps: [
      // A demonstration on another's document cannot know.
      ledger('1,甲,局,2023-06-29,原件未载,\n', 'source: 方案附件'),
      {
        ...ledger('1,甲,局,2023-06-30,原件未载,\n2,乙,局,,原件未载,\n', 'source: 方案附件'),
        ...REAL,
      },
      { ...ledger('1,甲,局,2023-06-29,进行中,\n'), ...REAL },
    ],
    breaks: [
      [
        {
          ...ledger(
            '1,甲,局,,原件未载,\n2,乙,局,2023-06-29,原件未载,\n3,丙,局,2023-05-01,原件未载,\n',
            'source: 方案附件',
          ),
          ...REAL,
        },
        '_ledger/2023/a.csv:3:18 状态',
        '到 2023-06-30，有 2 项任务过了截止日期，状态是“原件未载”',
      ],
    ],
  },
  'completeness/task-evidence': {
    keeps: [ledger('1,甲,局,2023-06-29,已完成,b\n')],
    breaks: [
      [
        ledger('1,甲,局,2023-06-29,已完成,\n'),
        '_ledger/2023/a.csv:2:22 佐证',
        '状态是“已完成”，没有写佐证',
      ],
    ],
  },
  'completeness/task-state-date': {
    keeps: [
      ledger('1,甲,局,2023-07-29,进行中,\n', 'updated: 2023-06-01'),
      ledger('1,甲,局,,持续推进,\n'),
    ],
    breaks: [
      [
        ledger('1,甲,局,2023-07-29,进行中,\n'),
        '_ledger/2023/a.csv:2:18 状态',
        '状态是“进行中”，没有写是哪一天的状态',
      ],
    ],
  },
  'completeness/proof-withdrawn': {
    keeps: [ledger('1,甲,局,,持续推进,b\n')],
    breaks: [
      [
        {
          ...ledger('1,甲,局,,持续推进,b\n'),
          'shili/_notice/2023/b.md': notice(['withdrawn: {date: 2023-06-01, reason: 有误}']),
        },
        '_ledger/2023/a.csv:2:13 佐证',
        '佐证“b”已经撤回，不能再说明任务的完成情况',
      ],
    ],
  },
  'completeness/proof-page': {
    keeps: [ledger('1,甲,局,,持续推进,/catalogue/\n')],
    breaks: [
      [
        ledger('1,甲,局,,持续推进,/catalogue/、/map/\n'),
        '_ledger/2023/a.csv:2:13 佐证',
        '佐证“/map/”的页面上还没有内容',
      ],
    ],
  },
  'completeness/project-stages': {
    keeps: [
      project(told([...STAGES, '重大设计变更'])),
      project(
        told([...STAGES, '竣工有关']),
        'not-applicable: [{stage: 重大设计变更, reason: 没有}]',
      ),
    ],
    breaks: [
      [
        project(told(STAGES), 'finished: 2023-05-01'),
        '_project/2023/a.md:9:1 records（已公开的信息）',
        '没有公开这几类信息：重大设计变更、竣工有关',
      ],
      [
        project(),
        '_project/2023/a.md:3:1 kind（体裁）',
        '没有公开这几类信息：批准服务、批准结果、招标投标、征收土地、重大设计变更、施工有关、质量安全监督',
      ],
    ],
  },
  'law/matter-differs': {
    keeps: [
      matter('低保标准为每人每月720元。\n', '低保标准为每人每月 720 元。\n'),
      matter('低保标准为每人每月720元。\n', '咨询电话：0000-0000001\n'),
      matter('低保标准为每人每月700元。\n', '低保标准为每人每月720元。\n', [
        'validity: {state: 失效, until: 2023-06-01}',
      ]),
    ],
    breaks: [
      [
        matter(
          '一、低保标准为每人每月720元。\n',
          '本村低保按县里执行，低保标准为每人每月700元。\n',
        ),
        '_notice/2023/village.md:13:1 ',
        '本文写的是“低保标准 每人每月700元”，县级的《县通知》（shili/_notice/2023/county.md 第 11 行）写的是“低保标准 每人每月720元”',
      ],
      [
        matter('- 咨询电话：0000-0000001\n', '咨询电话0000-0000002。\n'),
        '_notice/2023/village.md:13:1 ',
        '本文写的是“咨询电话 0000-0000002”，县级的《县通知》（shili/_notice/2023/county.md 第 11 行）写的是“咨询电话 0000-0000001”',
      ],
      [
        matter('| 办理时限 | 20个工作日 |\n', '办理时限：30个工作日\n'),
        '_notice/2023/village.md:13:1 ',
        '本文写的是“办理时限 30个工作日”，县级的《县通知》（shili/_notice/2023/county.md 第 11 行）写的是“办理时限 20个工作日”',
      ],
    ],
  },
};

const found = (rule: string, files: Files) => {
  const reading = readFiles(files);
  expect(reading.problems).toEqual([]);
  return check(reading, { asOf: ASOF }).filter((finding) => finding.rule === rule);
};

describe.each(Object.entries(CASES))('%s', (rule, { keeps, breaks }) => {
  it('is kept by those that keep it', () => {
    for (const files of keeps) expect(found(rule, files)).toEqual([]);
  });

  it.each(breaks)('%#: says where and what, as a warning', (files, where, message) => {
    const [finding, ...rest] = found(rule, files);
    expect(rest).toEqual([]);
    const { file = '', line, column, field = '' } = finding ?? {};
    expect(`${file.replace('shili/', '')}:${line}:${column} ${field}`).toBe(where);
    expect(finding).toMatchObject({ level: 'warning', message });
    expect(finding?.mend).toMatch(/\p{Script=Han}{4}/u);
  });
});

describe('lists that were withdrawn, and days that cannot be counted', () => {
  it('a list that was withdrawn is asked for nothing', () => {
    const files = list('政府预算', BUDGET, ['withdrawn: {date: 2023-06-01, reason: 有误}']);
    const rules = check(readFiles(files), { asOf: ASOF }).map(({ rule }) => rule);
    expect(rules).toEqual([]);
  });

  it('says once of a list that a year has no calendar yet', () => {
    const late = '某店,1号,经营,甲,2049-05-04,,县局,2049-05-05\n';
    const found = check(
      readFiles(list('行政许可公示', PERMITS + late + late.replace('某店', '另店'))),
      { asOf: ASOF },
    );
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([['timing/no-calendar', 2]]);
  });

  it('the same day and the same files give the same findings', () => {
    const files = ledger('1,甲,局,2023-06-29,进行中,\n', 'updated: 2023-06-01');
    const rules = (asOf: string): RuleId[] =>
      check(readFiles(files), { asOf }).map(({ rule }) => rule);
    expect(rules('2023-06-29')).toEqual([]);
    expect(rules('2023-06-30')).toEqual(['timing/task-overdue']);
  });
});
