import { notice, readFiles } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/index.ts';
import { check, gate, reportJson, reportText, summary } from '../src/index.ts';

const finding = (change: Partial<Finding> = {}): Finding => ({
  rule: 'shape/unknown-choice',
  level: 'error',
  file: 'shili/_notice/2023/a.md',
  line: 4,
  column: 7,
  field: 'form（类别）',
  value: '通报',
  message: '“通报” 不在可选范围内',
  expected: '通知、公告',
  mend: '改成“应为”所列之一',
  ...change,
});
const warning = finding({ rule: 'timing/future-date', level: 'warning', line: 6 });

describe('the report for the terminal', () => {
  it('groups findings by file, and counts them at the end', () => {
    const other = finding({ file: 'shili/_notice/2023/b.md' });
    const report = reportText([finding(), warning, other], { heading: '示例县' });
    expect(report.match(/^content\/.*$/gm)).toEqual([
      'content/shili/_notice/2023/a.md',
      'content/shili/_notice/2023/b.md',
    ]);
    expect(report).toMatch(/^示例县\n/);
    expect(report).toMatch(/\n错误 2 处，提醒 1 处。\n$/);
    expect(report.split('\n')[3]).toBe(
      '  错误 第 4 行第 7 列　form（类别）：“通报” 不在可选范围内',
    );
    expect(report).toContain('\n  提醒 第 6 行第 7 列　');
  });

  it('leaves out what a finding does not have', () => {
    const { field: _field, expected: _expected, ...bare } = finding();
    const report = reportText([bare]);
    expect(report).toContain('第 4 行第 7 列　“通报”');
    expect(report).not.toMatch(/应为：|undefined/);
  });

  it('is in colour only where that is asked for', () => {
    expect(reportText([finding()])).not.toContain('\u001b');
    const coloured = reportText([finding(), warning], { colour: true });
    expect(coloured).toContain('\u001b[31m错误\u001b[0m');
    expect(coloured).toContain('\u001b[33m提醒\u001b[0m');
  });

  it('says that all is well', () => {
    expect(summary([])).toBe('检查通过，没有发现问题。');
    expect(reportText([])).toBe('检查通过，没有发现问题。\n');
  });
});

describe('the report for programs', () => {
  it('is JSON with every finding and the counts', () => {
    const text = reportJson([
      { id: 'shili', findings: [finding(), warning] },
      { id: 'shi', findings: [] },
    ]);
    expect(JSON.parse(text)).toEqual({
      counties: [
        { id: 'shili', findings: [finding(), warning] },
        { id: 'shi', findings: [] },
      ],
      errors: 1,
      warnings: 1,
    });
    expect(text.endsWith('}\n')).toBe(true);
  });
});

describe('a day in the future', () => {
  const files = {
    'shili/_notice/2023/a.md': notice(['published: 2023-05-29']),
    'shili/_notice/2023/b.md': notice(['published: 2023-06-30']),
  };
  const dated = (asOf?: string) =>
    check(readFiles(files), asOf === undefined ? {} : { asOf }).map(
      ({ rule, level, file, message }) => [rule, level, file.slice(-4), message],
    );

  it('is a warning, judged on the day that is given', () => {
    expect(dated('2023-06-01')).toEqual([
      ['timing/future-date', 'warning', 'b.md', '发布日期 2023-06-30 晚于当日 2023-06-01'],
    ]);
    expect(dated('2023-05-01')).toHaveLength(2);
    expect(dated('2023-06-30')).toEqual([]);
  });

  it('cannot be, when no day is given', () => {
    expect(dated()).toEqual([]);
  });

  it('never stops a build', () => {
    expect(gate(readFiles(files))).toEqual([]);
  });

  it('tells the field and how to mend it', () => {
    const [found] = check(readFiles(files), { asOf: '2023-06-01' });
    expect(found).toMatchObject({
      field: 'published（发布日期）',
      value: '2023-06-30',
      mend: '核对日期；尚未发布的信息到发布当日再提交',
    });
  });
});
