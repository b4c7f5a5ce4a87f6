import { describe, expect, it } from 'vitest';
import type { Files } from './fixture.ts';
import { entry, notice, readFiles } from './fixture.ts';

const L = 'shili/_ledger/2023/a';
const HEAD = '序号,任务,牵头单位,责任单位,截止日期,状态,佐证\n';
const ledger = (rows: string, lines: readonly string[] = []): Files => ({
  [`${L}.md`]: entry(['title: 任务清单', 'kind: ledger', ...lines], ''),
  [`${L}.csv`]: HEAD + rows,
  'shili/_notice/2023/proof.md': notice(),
});
const told = (files: Files) =>
  readFiles(files).problems.map(
    ({ code, file, line, column, field, value }) =>
      `${file.split('/').at(-1)}:${line}:${column} ${code} ${field}=${value ?? ''}`,
  );

describe('a ledger of tasks', () => {
  it('has the columns of a ledger, and evidence that exists', () => {
    const files = ledger(
      '1,编目录,县政府办,各局,2023-08-31,已完成,proof\n2,培训,,各局,,持续推进,\n',
      ['plan: proof'],
    );
    const { column, problems } = readFiles(files);
    expect(problems).toEqual([]);
    expect(column?.entries.find(({ id }) => id === 'a')?.table).toMatchObject({
      form: 'tasks',
      rows: 2,
    });
  });

  it('has a deadline that is a day', () => {
    expect(told(ledger('1,编目录,县政府办,各局,2023年8月底,进行中,\n'))).toEqual([
      'a.csv:2:15 shape/impossible-date 截止日期=2023年8月底',
    ]);
  });

  it('names evidence that exists', () => {
    expect(told(ledger('1,编目录,县政府办,各局,,已完成,proof、prooof\n'))).toEqual([
      'a.csv:2:20 shape/unknown-reference 佐证=prooof',
    ]);
    expect(told(ledger('1,编目录,县政府办,各局,,已完成,见文件\n'))).toEqual([
      'a.csv:2:20 shape/bad-format 佐证=见文件',
    ]);
  });

  it('may leave the state open only where it was copied from a document', () => {
    const row = '1,编目录,县政府办,各局,,原件未载,\n';
    expect(told(ledger(row, ['source: 某方案附件']))).toEqual([]);
    expect(told(ledger(row))).toEqual([
      'a.csv:2:16 shape/contradiction 状态=写了“原件未载”，文件却没有写明来源（source）',
    ]);
  });
});

describe('a major project', () => {
  const project = (...lines: string[]): Files => ({
    'shili/_project/2023/a.md': entry(
      [
        'title: 桥',
        'kind: project',
        'funding: 政府投资',
        'investment: 1200',
        'scale: 桥一座',
        'site: 东山镇',
        'owner: 县交通运输局',
        ...lines,
      ],
      '',
    ),
  });
  const values = (files: Files) =>
    readFiles(files).problems.map(({ field, value }) => [field, value]);

  it('may tell of each of the eight kinds, and its progress by month', () => {
    const { problems } = readFiles(
      project(
        'starts: 2023-02-01',
        'ends: 2023-12-01',
        'records: [{stage: 批准结果, date: 2023-01-05, title: 可研批复}]',
        'not-applicable: [{stage: 征收土地, reason: 在原址建设}]',
        'progress: [{month: "2023-02", percent: 5, text: 打桩}, {month: "2023-03", percent: 9.5, text: 打桩}]',
      ),
    );
    expect(problems).toEqual([]);
  });

  it('has kinds of the eight alone, days and months that exist', () => {
    const { problems } = readFiles(
      project(
        'records: [{stage: 施工, date: 2023-02-30, title: 甲}]',
        'progress: [{month: "2023-13", percent: 5, text: 打桩}]',
      ),
    );
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['shape/unknown-choice', 'records.0.stage'],
      ['shape/impossible-date', 'records.0.date'],
      ['shape/bad-format', 'progress.0.month'],
    ]);
    expect(problems[0]?.expected).toBe(
      '批准服务、批准结果、招标投标、征收土地、重大设计变更、施工有关、质量安全监督、竣工有关',
    );
  });

  it('goes forward', () => {
    expect(
      values(
        project(
          'starts: 2023-02-01',
          'ends: 2023-01-01',
          'progress: [{month: "2023-03", percent: 9, text: 甲}, {month: "2023-03", percent: 9, text: 乙}, {month: "2023-04", percent: 8, text: 丙}, {month: "2023-05", percent: 101, text: 丁}]',
        ),
      ),
    ).toEqual([
      ['ends', '计划竣工日期 2023-01-01 早于开工日期 2023-02-01'],
      ['progress.1.month', '2023-03 排在 2023-03 之后'],
      ['progress.2.percent', '2023-04 累计完成 8%，少于 2023-03 的 9%'],
      ['progress.3.percent', '累计完成 101% 超过 100%'],
    ]);
  });

  it('does not tell what it says there is none of', () => {
    expect(
      values(
        project(
          'records: [{stage: 征收土地, date: 2023-01-05, title: 公告}]',
          'not-applicable: [{stage: 征收土地, reason: 在原址建设}]',
        ),
      ),
    ).toEqual([['not-applicable.0.stage', '征收土地写了不涉及，又列有信息']]);
  });

  it('links its records to entries that exist', () => {
    const { problems } = readFiles(
      project('records: [{stage: 批准结果, date: 2023-01-05, title: 批复, entry: nothing}]'),
    );
    expect(problems).toMatchObject([
      { code: 'shape/unknown-reference', field: 'records.0.entry', value: 'nothing' },
    ]);
  });
});
