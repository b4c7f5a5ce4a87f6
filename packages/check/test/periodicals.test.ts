import type { Files } from '@columns/content/fixture';
import { COUNTY, entry, notice, readFiles } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import { check } from '../src/index.ts';
import { periodicalRules } from '../src/rules/periodicals.ts';
import { inspectFiles } from './inspecting.ts';

interface Written {
  readonly year: number;
  readonly published?: string;
  readonly by?: string;
  readonly overview?: string;
  readonly problems?: string;
  readonly brought?: number;
  readonly carried?: number;
}

function report({ year, published, by, overview, problems, brought = 0, carried = 0 }: Written) {
  const row = (number: number) => `[${number}, 0, 0, 0, 0, 0, ${number}]`;
  return entry(
    [
      'title: 年报',
      'kind: annual-report',
      `year: ${year}`,
      `by: ${by ?? '本级政府'}`,
      `published: ${published ?? `${year + 1}-03-31`}`,
      `overview: ${overview ?? '一'}`,
      'proactive: {rules: {made: 0, repealed: 0, valid: 0}, documents: {made: 0, repealed: 0, valid: 0}, permits: 0, penalties: 0, compulsion: 0, fees: 0}',
      `applications: {received: ${row(carried)}, brought: ${row(brought)}, granted: ${row(brought)}, total: ${row(brought)}, carried: ${row(carried)}}`,
      'disputes: {}',
      `problems: ${problems ?? `${year}年的问题`}`,
      'other: 六',
    ],
    '',
  );
}

const reports = (...all: Written[]): Files =>
  Object.fromEntries(
    all.map((one) => [
      `shili/_annual-report/${(one.published ?? `${one.year + 1}`).slice(0, 4)}/r${one.year}.md`,
      report(one),
    ]),
  );

const gazettes = (...issues: readonly (readonly [file: string, issue: number])[]): Files =>
  Object.fromEntries(
    issues.map(([file, issue]) => [
      `shili/_gazette/2023/${file}.md`,
      entry(
        [
          'title: 公报',
          'kind: gazette',
          'year: 2023',
          `issue: ${issue}`,
          'contents: [{title: 一}]',
        ],
        '',
      ),
    ]),
  );

const RULES = Object.keys(periodicalRules);
const found = (files: Files) =>
  check(readFiles(files), { asOf: '2025-01-01' })
    .filter(({ rule }) => RULES.includes(rule))
    .map(
      ({ rule, level, line, field, message }) => `${line} ${level} ${rule} ${field}: ${message}`,
    );

describe('annual reports', () => {
  it('on time, each with its own words, and carried on from year to year, pass', () => {
    expect(found(reports({ year: 2021, carried: 3 }, { year: 2022, brought: 3 }))).toEqual([]);
    expect(found(reports({ year: 2022, by: '行政机关', published: '2023-01-31' }))).toEqual([]);
  });

  it.each([
    [
      'a government’s after 31 March',
      reports({ year: 2022, published: '2023-04-01' }),
      '6 warning timing/annual-report-late published（发布日期）: 发布日期 2023-04-01 晚于规定的最后一日 2023-03-31',
    ],
    [
      'an agency’s after 31 January',
      reports({ year: 2022, by: '行政机关', published: '2023-02-01' }),
      '6 warning timing/annual-report-late published（发布日期）: 发布日期 2023-02-01 晚于规定的最后一日 2023-01-31',
    ],
    [
      'part one of 1001 characters',
      reports({ year: 2022, overview: '字'.repeat(1001) }),
      '7 warning law/annual-report-overview overview（一、总体情况）: “总体情况”有 1001 字，超过规定',
    ],
    [
      'part five as last year’s, but for spaces',
      reports({ year: 2021, problems: '问题 一' }, { year: 2022, problems: '问题一' }),
      '11 warning law/annual-report-problems problems（五、存在的主要问题及改进情况）: 第五部分与 2021 年度报告（shili/_annual-report/2022/r2021.md）完全相同',
    ],
    [
      'another number brought forward than was carried on',
      reports({ year: 2021, carried: 3 }, { year: 2022, brought: 2 }),
      '9 warning law/annual-report-carried applications.brought（二、上年结转政府信息公开申请数量）: “上年结转政府信息公开申请数量”总计是 2 件，与上年报告（shili/_annual-report/2022/r2021.md）不一致',
    ],
  ])('with %s are told so', (_, files, told) => expect(found(files)).toEqual([told]));

  it('may have 1000 characters in part one', () => {
    expect(found(reports({ year: 2022, overview: '字'.repeat(1000) }))).toEqual([]);
  });

  it('of a government and of its agency are not compared', () => {
    const problems = '一样';
    expect(
      found(
        reports(
          { year: 2021, problems, by: '行政机关', published: '2022-01-20' },
          { year: 2022, problems },
        ),
      ),
    ).toEqual([]);
  });
});

describe('an annual report that is not there', () => {
  const missing = async (files: Files, asOf: string) =>
    (await inspectFiles(files, { asOf })).findings
      .filter(({ rule }) => rule === 'timing/annual-report-missing')
      .map(({ file, message }) => `${file.replace('shili/', '')}: ${message}`);
  const agency = { by: '行政机关', published: '2022-01-31', year: 2021 };

  it('is missed once the last day is over, and not on it', async () => {
    const files = reports({ year: 2021 });
    expect(await missing(files, '2023-03-31')).toEqual([]);
    expect(await missing(files, '2023-04-01')).toEqual([
      '_annual-report/2022/r2021.md: “年报”缺 2022 年度的政府信息公开年报，公布期限已过',
    ]);
  });

  it('is missed in every year between, and nobody is asked for one before the first', async () => {
    expect(await missing(reports({ year: 2018 }, { year: 2021 }), '2023-04-01')).toEqual([
      '_annual-report/2022/r2021.md: “年报”缺 2019、2020、2022 年度的政府信息公开年报，公布期限已过',
    ]);
  });

  it('of an organ is due two months before that of the government', async () => {
    const files = reports(agency, { year: 2022, published: '2023-01-02' });
    expect(await missing(files, '2023-01-31')).toEqual([]);
    expect(await missing(files, '2023-02-01')).toEqual([
      '_annual-report/2022/r2021.md: “年报”缺 2022 年度的政府信息公开年报，公布期限已过',
    ]);
  });

  it('is missed of a government that never had one, but for those that name its reports themselves', async () => {
    const told = 'county.yaml: “示例县”缺 2021 年度的政府信息公开年报，公布期限已过';
    expect(await missing({}, '2023-03-31')).toEqual([told]);
    expect(await missing(reports(agency), '2023-01-01')).toEqual([told]);
    const named = { 'shili/county.yaml': `${COUNTY}parts: {reports: [a]}\n` };
    expect(await missing({ ...named, 'shili/_notice/2023/a.md': notice() }, '2023-06-30')).toEqual(
      [],
    );
  });
});

describe('issues of the gazette', () => {
  it('one after another pass, from whichever the first is', () => {
    expect(found(gazettes(['a', 3], ['b', 4]))).toEqual([]);
  });

  it('with the number of another are told so', () => {
    expect(found(gazettes(['a', 1], ['b', 1]))).toEqual([
      '5 warning completeness/gazette-double issue（期号）: “2023 年第 1 期” 已经有了：shili/_gazette/2023/a.md',
    ]);
  });

  it('with one missing before them are told so', () => {
    expect(found(gazettes(['a', 1], ['b', 3]))).toEqual([
      '5 warning completeness/gazette-missing issue（期号）: 有 “2023 年第 3 期”，缺少它前面的 “2023 年第 2 期”',
    ]);
  });
});

describe('the annual report and the ledger', () => {
  const normative = (state: string): Files => ({
    'shili/_policy/2022/rules.md': entry(
      [
        'title: 办法',
        'kind: policy',
        'issuer: 示例县人民政府',
        'normative: true',
        'published: 2022-05-29',
        `validity: ${state}`,
      ],
      '文\n',
    ),
  });
  const found = (files: Files) =>
    check(readFiles(files), { asOf: '2023-12-31' }).filter(
      ({ rule }) => rule === 'law/annual-report-documents',
    );

  it('must not disagree on the documents of the year', () => {
    const files = { ...reports({ year: 2022 }), ...normative('{state: 有效}') };
    expect(found(files).map(({ field, value, expected }) => [field, value, expected])).toEqual([
      ['proactive.documents.made（本年制发件数）', '0', '1，与本专栏备案台账 2022 年的统计一致'],
      ['proactive.documents.valid（现行有效件数）', '0', '1，与本专栏备案台账 2022 年的统计一致'],
    ]);
  });

  it('are not compared where the site has no such documents at all', () => {
    expect(found(reports({ year: 2022 }))).toEqual([]);
  });
});

describe('permits, penalties and acts of compulsion of a report', () => {
  const PENALTIES =
    '行政相对人名称,处罚决定书文号,违法事实,处罚依据,处罚类别,处罚内容,执行结果,处罚决定日期,处罚机关,公示日期\n';
  const penalty = (day: string) => `某店,1号,乱倒,某法,罚款,罚款,已缴纳,${day},某局,${day}\n`;
  const shown = (...days: string[]): Files => ({
    'shili/_register/2023/penalties.md': entry(
      ['title: 处罚', 'kind: register', 'form: 行政处罚公示'],
      '',
    ),
    'shili/_register/2023/penalties.csv': PENALTIES + days.map(penalty).join(''),
  });
  const found = (files: Files) =>
    check(readFiles({ ...reports({ year: 2022 }), ...files }), { asOf: '2023-12-31' }).filter(
      ({ rule }) => rule === 'law/annual-report-decisions',
    );

  it('are no fewer than the site shows of that year', () => {
    expect(found(shown('2022-03-01', '2022-04-01', '2023-01-04'))).toMatchObject([
      {
        field: 'proactive.penalties（行政处罚处理决定数量）',
        message: '“行政处罚处理决定数量”写的是 0，少于本专栏公示的件数',
        expected: '不少于 2，即本专栏公示的 2022 年决定的件数',
      },
    ]);
  });

  it('may be more: not all of them are shown', () => {
    expect(found(shown('2023-01-04'))).toEqual([]);
    expect(found({})).toEqual([]);
  });
});
