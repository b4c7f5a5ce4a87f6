import type { Files } from '@columns/content/fixture';
import { entry, policy, readFiles, register } from '@columns/content/fixture';
import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { check } from '../src/index.ts';
import { RULES } from '../src/rules/index.ts';
import type { pairRules } from '../src/rules/pairs.ts';

const ASOF = '2023-12-01';

const list = (id: string, form: string, csv: string, lines: readonly string[] = []): Files => ({
  [`shili/_register/2023/${id}.md`]: register([`form: ${form}`, ...lines]),
  [`shili/_register/2023/${id}.csv`]: csv,
});
const FOUND = '问题编号,审计项目,被审计单位,查出的问题,涉及金额（万元）,处理意见,公告日期\n';
const found = (number: string, day = '2023-06-01') =>
  `${number},某项目,某局,某问题,1,改正,${day}\n`;
const MENDED = '问题编号,整改单位,整改措施,整改结果,公告日期\n';
const mended = (number: string, day: string) => `${number},某局,收回,已整改,${day}\n`;
const audit = (...days: string[]): Files => ({
  ...list('audit', '审计结果', FOUND + found('甲-1')),
  ...(days.length > 0
    ? list('mending', '审计整改', MENDED + days.map((day) => mended('甲-1', day)).join(''))
    : {}),
});
const shown = (...lines: string[]): Files => ({
  'shili/_notice/2023/shown.md': entry(
    ['title: 拟定名单公示', 'kind: notice', 'form: 公示', 'shown-until: 2023-06-05', ...lines],
    '文',
  ),
});
const result = (...lines: string[]): Files => ({
  'shili/_notice/2023/result.md': entry(
    [
      'title: 名单',
      'kind: notice',
      'form: 公告',
      'published: 2023-06-10',
      'follows: [shown]',
      ...lines,
    ],
    '文',
  ),
});
const POWERS = '职权编码,职权名称,职权类型,实施依据,行使主体,责任事项,监督电话,调整情况\n';
const power = (code: string, sort = '行政许可', change = '保留') =>
  `${code},某权,${sort},某法,某局,受理,0800,${change}\n`;
const guide: Files = {
  'shili/_guide/2023/guide.md': entry(
    [
      ...['title: 指南', 'kind: guide', 'power: X-01', 'who: 个人', 'basis: [某法]'],
      ...['conditions: [成年]', 'materials: [{name: 表, copies: 1}]', 'flow: [{name: 受理}]'],
      ...['limit: {promised: 当场}', 'fee: {charged: 不收费}', 'place: 大厅'],
      ...['telephone: 0800-1234567', 'result: 证'],
    ],
    '',
  ),
};
const powers = (...rows: string[]) => list('powers', '权责清单', POWERS + rows.join(''));
const major = (...lines: string[]): Files => ({
  'shili/_policy/2023/plan.md': policy(['major: true', 'published: 2023-11-20', ...lines]),
  'shili/_interpretation/2023/why.md': entry(
    [
      'title: 解读',
      'kind: interpretation',
      'form: 文字',
      'interprets: [plan]',
      'published: 2023-11-20',
    ],
    '文',
  ),
});
const consultation = (...lines: string[]): Files => ({
  'shili/_consultation/2023/draft.md': entry(
    [
      ...['title: 征集', 'kind: consultation', 'form: 重大行政决策', 'opens: 2023-09-01'],
      ...['closes: 2023-10-10', 'basis: 某法', 'draft: 正文', 'drafting-note: 正文'],
      ...['channels: [信函]', 'published: 2023-09-01'],
      ...['result: {published: 2023-10-20, summary: 无意见}', ...lines],
    ],
    '文',
  ),
});

/** For each rule a county that keeps it and those that do not, with what is said of them and what to do. */
const CASES: Record<
  keyof typeof pairRules,
  { keeps: Files; breaks: [files: Files, where: string, message: string, mend: string][] }
> = {
  'timing/pair-missing': {
    keeps: audit('2023-07-01'),
    breaks: [
      [
        audit(),
        '_register/2023/audit.csv:2:21 公告日期',
        '最迟在 2023-08-30（自审计结果的 2023-06-01 起算）应有审计整改，还没有',
        '发布审计整改，“问题编号”一列照审计结果写',
      ],
      [
        shown(),
        '_notice/2023/shown.md:5:1 shown-until（公示截止日期）',
        '最迟在 2023-07-04（自公示的 2023-06-05 起算）应有公示的结果，还没有',
        '公示期满后发布结果，在结果的 follows 写公示的编号',
      ],
    ],
  },
  'timing/pair-late': {
    keeps: { ...shown(), ...result() },
    breaks: [
      [
        audit('2023-10-01'),
        '_register/2023/mending.csv:2:15 公告日期',
        '审计整改的日期是 2023-10-01，晚于应有的 2023-08-30（自审计结果的 2023-06-01 起算）',
        '核对两处的日期；确已逾期的，今后按时公开',
      ],
    ],
  },
  'timing/pair-order': {
    keeps: audit('2023-06-01'),
    breaks: [
      [
        audit('2023-05-01'),
        '_register/2023/mending.csv:2:15 公告日期',
        '审计整改的日期 2023-05-01 早于审计结果的日期 2023-06-01',
        '核对两处的日期和所写的编号；写反了的，改过来',
      ],
    ],
  },
  'timing/pair-withdrawn': {
    keeps: { ...shown(), ...result() },
    breaks: [
      [
        { ...shown(), ...result('withdrawn: {date: 2023-06-20, reason: 有误}') },
        '_notice/2023/shown.md:5:1 shown-until（公示截止日期）',
        '与本信息成对的“名单”已于 2023-06-20 撤回，没有别的代替',
        '公示期满后发布结果，在结果的 follows 写公示的编号',
      ],
    ],
  },
  'completeness/pair-before': {
    keeps: { ...major('follows: [draft]'), ...consultation() },
    breaks: [
      [
        { ...major(), ...consultation() },
        '_policy/2023/plan.md:6:1 published（发布日期）',
        '重大政策之前没有意见征集',
        '补发意见征集，在本文件的 follows 写征集的编号；依法不预公开的，在正文说明依据',
      ],
    ],
  },
  'completeness/join-missing': {
    keeps: {
      ...powers(power('X-01'), power('X-09', '其他权力'), power('X-08', '行政许可', '取消')),
      ...guide,
    },
    breaks: [
      [
        { ...powers(power('X-01'), power('X-02'), power('X-03')), ...guide },
        '_register/2023/powers.csv:3:1 职权编码',
        '有权力无指南：X-02、X-03',
        '发布这些职权的办事指南，在指南的 power 写职权编码；已经有指南的，补上 power',
      ],
    ],
  },
  'completeness/join-unknown': {
    keeps: { ...powers(power('X-01')), ...guide },
    breaks: [
      [
        { ...powers(power('X-0l')), ...guide },
        '_guide/2023/guide.md:4:1 power（职权编码）',
        '“X-01” 不是权责清单中的职权编码',
        '写错的改正；总清单缺少的，在总清单中补上',
      ],
      [
        {
          ...audit('2023-07-01'),
          ...list('mending', '审计整改', MENDED + mended('甲-2', '2023-07-01')),
        },
        '_register/2023/mending.csv:2:1 问题编号',
        '“甲-2” 不是审计结果中的问题编号',
        '写错的改正；总清单缺少的，在总清单中补上',
      ],
    ],
  },
};

function findings(files: Files, rule: string) {
  const reading = readFiles(files);
  expect(reading.problems).toEqual([]);
  return check(reading, { asOf: ASOF }).filter((finding) => finding.rule === rule);
}

describe.each(Object.entries(CASES))('%s', (rule, { keeps, breaks }) => {
  it('says nothing of a county that keeps it', () => {
    expect(findings(keeps, rule)).toEqual([]);
  });

  it.each(breaks)('says where and what, and what to do: %#', (files, where, message, mend) => {
    const told = findings(files, rule).map(({ file, line, column, field, ...rest }) => ({
      where: `${file.replace('shili/', '')}:${line}:${column} ${field}`,
      ...{ message: rest.message, mend: rest.mend, level: rest.level },
    }));
    expect(told).toEqual([{ where, message, mend, level: 'warning' }]);
  });
});

describe('the rules that pairs name', () => {
  it('are rules', () => {
    for (const { rules } of loadStandard().pairs)
      for (const rule of Object.values(rules)) expect(RULES).toHaveProperty([rule as string]);
  });

  it('are asked of what is withdrawn no more', () => {
    const gone = shown('withdrawn: {date: 2023-06-20, reason: 有误}');
    expect(findings(gone, 'timing/pair-missing')).toEqual([]);
  });

  it('wait for the day', () => {
    const reading = readFiles(shown());
    expect(
      check(reading, { asOf: '2023-07-04' }).filter(({ rule }) => rule === 'timing/pair-missing'),
    ).toEqual([]);
  });
});
