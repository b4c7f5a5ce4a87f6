import type { ColumnReading, KindId, Problem, ProblemCode } from '@columns/content';
import { PROBLEM_CODES } from '@columns/content';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { check, RULES, reportText } from '../src/index.ts';

const reading = (...problems: Problem[]): ColumnReading => ({
  problems,
  files: [],
  tables: new Map(),
});
const at = { file: 'shili/_notice/2023/a.md', line: 5, column: 8 };

/** What reading would say, one of each; `packages/content` tests that it does. */
const PROBLEMS: Record<ProblemCode, Omit<Problem, 'code' | 'file' | 'line' | 'column'>> = {
  'shape/encoding': { value: '编码是 UTF-16（Excel 的“Unicode 文本”）' },
  'shape/unreadable': { value: '没有读取的权限', other: '在文件属性中允许读取后再运行一次' },
  'shape/too-large': {
    value: '3.4 MB',
    expected: '不超过 2 MB',
    other: '把正文分成几条信息，或把全文作为附件（PDF）、正文只写摘要',
  },
  'shape/outside-counties': { value: 'notes.md' },
  'shape/stray-file': { value: '_notice/2023/名录.xls' },
  'shape/double-ending': { value: 'b.md.txt', expected: 'b.md' },
  'shape/file-name': { value: '通知' },
  'shape/unprintable-name': { value: 'a\u0001b.pdf' },
  'shape/case-twin': { value: '_notice/2023/a/A.pdf', other: '_notice/2023/a/a.pdf' },
  'shape/path-too-long': {
    value: 'a.pdf',
    other: '197',
    expected: '从 content 起不超过 180 个字符',
  },
  'shape/misplaced': { value: '2023/a.md' },
  'shape/year-mismatch': { field: 'published', value: '2023-05-29', other: '2022' },
  'shape/duplicate-id': { value: 'a', other: 'shili/_policy/2023/a.md' },
  'shape/unknown-domain': {
    value: 'budgets',
    expected: '本县区领域结构中的领域，如 budget、taxation',
    other: 'budget',
  },
  'shape/unknown-item': { value: 'budget/a', expected: 'government-budget、department-budget' },
  'shape/dropped-item': { value: 'budget/a', other: '六安市（由市级办理）' },
  'shape/front-matter-missing': {},
  'shape/yaml-syntax': { value: '同一字段写了两次：“title: 二”' },
  'shape/unknown-kind': { field: 'kind', value: 'telegram', expected: 'policy（政策文件）' },
  'shape/unknown-field': { field: 'titel', value: 'titel', expected: 'title' },
  'shape/missing-field': { field: 'attribute.type', expected: '主动、依申请、不予' },
  'shape/wrong-type': { field: 'keywords', value: '教育', expected: '列表' },
  'shape/unknown-choice': { field: 'validity.state', value: '作废', expected: '有效、废止' },
  'shape/bad-format': {
    field: 'doc-number',
    value: '示政发[2023]1号',
    expected: '六政办秘〔2020〕94号',
  },
  'shape/impossible-date': { field: 'published', value: '2023-02-29', expected: '2023-05-29' },
  'shape/contradiction': {
    field: 'closes',
    value: '截止日期 2023-01-01 早于开始日期 2023-02-01',
    expected: '不早于开始日期',
  },
  'shape/unknown-reference': { field: 'body', value: '../2022/b.md', expected: '另一条信息的文件' },
  'shape/unknown-unit': { field: 'unit', value: 'educaton', expected: '编号', other: 'education' },
  'shape/address-taken': { field: 'formerly.0', value: '2022/b', other: 'shili/_notice/2022/b.md' },
  'shape/origin-missing': {},
  'shape/csv-missing': { value: 'a.csv' },
  'shape/csv-syntax': { value: '这一行有 3 格', expected: '2 格，与表头一致' },
  'shape/csv-separator': { value: '分号“;”' },
  'shape/csv-title-row': { value: '学校名录', expected: '第一行是列名：学校名称', other: '2' },
  'shape/csv-column-missing': {
    field: '学校地址',
    value: '学校名称、校址',
    expected: '该事项的公开要素：学校名称、学校地址',
  },
  'shape/csv-column-unknown': { field: '校长', value: '校长', expected: '学校名称' },
  'shape/csv-column-duplicate': { field: '校名', value: '校名' },
  'shape/csv-total': {
    field: '金额（元）',
    value: '1200',
    other: '1190',
    expected: '各项之和 1190（合计）',
  },
  'shape/attachment-missing': {
    field: 'attachments.0.file',
    value: 'form.doc',
    expected: 'a/form.doc',
    other: 'form.docx',
  },
  'shape/attachment-path': { value: 'b.png', expected: 'a/b.png', other: 'b.png' },
  'shape/attachment-repeated': { field: 'attachments.1.file', value: 'a.pdf', other: '申请表' },
  'shape/attachment-unlisted': { value: '附件.pdf' },
  'shape/body-not-allowed': { field: 'attribute.type', value: '依申请', other: '正文、附件' },
  'shape/body-missing': {},
  'shape/county-config': { field: 'structure', value: 'national-27', expected: 'national-26' },
  'shape/low-contrast': {
    field: 'accent',
    value: '#ffcc00',
    other: '1.5',
    expected: '对比度不低于 4.5:1',
  },
  'shape/catalogue-change': { field: 'drop[0].item', value: '目录中没有事项“budget/a”。' },
  'law/repeated-item': { field: 'add[0].level1', value: '新增的事项“预算”与已有事项同名。' },
  'safety/symbolic-link': { value: '_notice/2023/a.md' },
  'safety/unmasked': { field: '身份证号', value: '18 个字', expected: '遮挡后的身份证号' },
  'safety/html-outside-dialect': { value: '<font>', expected: 'table thead tbody tr th td' },
  'safety/html-unbalanced': { value: '<td>', expected: '</td>' },
  'safety/link-scheme': { value: 'javascript:alert(1)' },
  'safety/image-outside': { value: 'https://a.cn/x.png' },
  'text/joined-line': { value: '正文' },
  'text/lost-backslash': { value: 'C:\\[资料]', expected: 'C:\\\\[资料]' },
  'text/lost-cells': { value: '含临时工', expected: '每行 2 格' },
  'text/long-paragraph': { value: '600 个方括号', expected: '500 个' },
  'text/nested-deep': { value: '13', expected: '12' },
  'text/missing-note': { value: '[^1]' },
  'text/repeated-note': { value: '[^1]: 乙' },
  'text/rows-without-head': { value: '| 镇 | 人 |', expected: '| --- | --- |' },
  'text/unknown-mark': { value: '##一、要求', expected: '“#”后空一格：## 一、标题' },
  'text/unsure-mark': { value: '公示王**、李**两户。', other: '，全文共 2 行' },
  'text/unused-note': { value: '[^注]:' },
  'text/large-picture': { value: 'b.png：6.0 MB' },
  'text/number-form': { value: '示政发〔2023〕第5号', expected: '示政发〔2023〕5号' },
  'text/number-year': { value: '示政发〔2032〕5号', other: '发布日期 2023-05-29' },
  'text/picture-only': { value: 'a/b.png' },
  'text/template-words': { value: '（标题）' },
  'text/title-again': { value: '# 通知' },
  'text/full-width': { value: '０２８２', expected: '0282', other: '3' },
  'text/merged-cells': { field: '镇', other: '2' },
  'text/no-rows': {},
  'text/note-row': { value: '注：以上', other: '2' },
  'text/repeated-row': { value: '一小、城关镇', expected: '与第 2 行不同的内容', other: '2' },
  'text/spoilt-cell': { value: '1.38E+10', other: '2' },
  'text/telephone-zero': { value: '2824520001', other: '2' },
  'text/total-row': { value: '合计', other: '2' },
  'safety/mdx-import': { value: 'import x from "fs"' },
  'safety/mdx-expression': { value: '{1+1}' },
  'safety/mdx-component': { value: '<Chart>', expected: 'Tip、Steps' },
  'safety/mdx-syntax': { value: '多出一个结束标签' },
};

const all = PROBLEM_CODES.map((code) => ({ code, ...at, ...PROBLEMS[code] }));
const findings = check(reading(...all));

describe('every rule', () => {
  it.each(Object.entries(RULES))('%s has its texts and a source', (_, rule) => {
    for (const text of [rule.title, rule.source]) expect(text).toMatch(/\p{Script=Han}/u);
    expect(['error', 'warning']).toContain(rule.level);
  });

  it.each(findings.map((finding) => [finding.rule, finding] as const))(
    '%s says in Chinese what is wrong and how to mend it',
    (_, { message, mend }) => {
      for (const text of [message, mend]) {
        expect(text).toMatch(/\p{Script=Han}{2}/u);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\/\^|Invalid|expected/);
        expect(text).not.toMatch(/[？。；，：]{2}|^[，。；]|[，；：]$/);
      }
    },
  );

  it.each(all.filter(({ value }) => value !== undefined))(
    '$code quotes what it found',
    (problem) => {
      const [finding] = check(reading(problem));
      expect(finding?.message).toContain(problem.value);
      expect(finding?.value).toBe(problem.value);
    },
  );

  it.each(all.filter(({ other }) => other !== undefined))(
    '$code names the other one',
    (problem) => {
      const [finding] = check(reading(problem));
      expect(`${finding?.message}${finding?.mend}`).toContain(problem.other);
    },
  );

  it('of safety and shape is an error, and of what a page would lose', () => {
    const lost = [
      'text/lost-cells',
      'text/long-paragraph',
      'text/nested-deep',
      'text/repeated-note',
      'text/unused-note',
    ];
    for (const id of PROBLEM_CODES) {
      const error = !/^(?:text|law)\//.test(id) || lost.includes(id);
      expect([id, RULES[id].level]).toEqual([id, error ? 'error' : 'warning']);
    }
  });

  it('has a mend also where no near name is known and where nothing was filled in', () => {
    const bare = check(reading(...PROBLEM_CODES.map((code) => ({ code, ...at, value: '' }))));
    for (const { rule, mend, message } of bare) {
      expect([rule, mend]).toEqual([rule, expect.stringMatching(/\p{Script=Han}{2}/u)]);
      if (rule !== 'shape/yaml-syntax' && rule !== 'shape/catalogue-change')
        expect([rule, message]).toEqual([rule, expect.stringMatching(/\p{Script=Han}{2}/u)]);
    }
  });

  it('is known by the prefix of its room', () => {
    const ids = Object.keys(RULES) as RuleId[];
    for (const id of ids)
      expect(id).toMatch(
        /^(?:shape|text|safety|personal|law|timing|completeness|language|links|duplicates)\/[a-z-]+$/,
      );
  });
});

describe('what officers read', () => {
  it('is this, for every rule of reading', () => {
    expect(reportText(findings)).toMatchSnapshot();
  });

  it('is this, for what else some rules say', () => {
    const more: Problem[] = [
      { code: 'shape/misplaced', ...at, field: 'kind', value: 'notice', expected: '_notice/2023/' },
      { code: 'shape/missing-field', ...at, field: 'unit', value: '', expected: '单位编号' },
      { code: 'shape/unknown-field', ...at, field: 'note', value: 'note' },
      { code: 'shape/county-config', ...at, file: 'shili/county.yaml', expected: 'county.yaml' },
      {
        code: 'shape/bad-format',
        ...at,
        file: 'shili/county.yaml',
        field: 'base',
        value: 'a',
        expected: '/a/',
      },
      {
        code: 'shape/missing-field',
        ...at,
        file: 'shili/departments.yaml',
        field: '0.name',
        expected: '文字',
      },
      {
        code: 'shape/bad-format',
        ...at,
        file: 'shili/catalogue.yaml',
        field: 'drop.0.item',
        value: 'x',
        expected: 'a/b',
      },
      { code: 'safety/html-unbalanced', ...at, value: '</td>' },
      {
        code: 'shape/csv-column-missing',
        ...at,
        file: 'shili/a.csv',
        field: '地址',
        value: '地址址',
        expected: '要素：地址',
        other: '地址址',
      },
    ];
    expect(reportText(check(reading(...more)))).toMatchSnapshot();
  });
});

describe('findings', () => {
  it('of a check stand in order of their places', () => {
    const problem = (file: string, line: number, column: number): Problem => ({
      code: 'shape/body-missing',
      file,
      line,
      column,
    });
    const found = check(
      reading(problem('b', 1, 1), problem('a', 10, 1), problem('a', 2, 9), problem('a', 2, 3)),
    );
    expect(found.map(({ file, line, column }) => [file, line, column])).toEqual([
      ['a', 2, 3],
      ['a', 2, 9],
      ['a', 10, 1],
      ['b', 1, 1],
    ]);
  });

  it('call a field as officers do, by the name its kind has for it', () => {
    const label = (field: string, file = at.file, kind?: KindId) => {
      const problem: Problem = { code: 'shape/missing-field', ...at, file, field };
      return check(reading(kind ? { ...problem, kind } : problem))[0]?.field;
    };
    expect(label('published')).toBe('published（发布日期）');
    expect(label('attribute.type')).toBe('attribute.type（公开方式）');
    expect(label('attachments.2.file')).toBe('attachments 第 3 项 file（文件）');
    expect(label('keywords.0')).toBe('keywords 第 1 项（关键词）');
    expect(label('form')).toBe('form');
    expect(label('form', at.file, 'notice')).toBe('form（类别）');
    expect(label('form', at.file, 'interpretation')).toBe('form（解读形式）');
    expect(label('nothing')).toBe('nothing');
    expect(label('body')).toBe('正文');
    expect(label('level', 'shili/county.yaml')).toBe('level（层级）');
    expect(label('marks.icp', 'shili/county.yaml')).toBe('marks.icp（ICP 备案号）');
    expect(label('3.telephone', 'shili/towns.yaml')).toBe('第 4 项 telephone（电话）');
    expect(label('drop[0].item', 'shili/catalogue.yaml')).toBe('drop 第 1 项 item');
    expect(label('title', 'shili/a.csv')).toBe('title');
  });
});
