import { type Finding, RULES, type RuleId } from '@columns/check';
import { describe, expect, test } from 'vitest';
import { collections } from '../src/config/collections.ts';
import type { DecapField } from '../src/config/decap.ts';
import { formFinding, sentenceOf } from '../src/text/form-words.ts';
import { FACTS } from './facts.ts';

const finding = (rule: RuleId, more: Partial<Finding> = {}): Finding => {
  const problem = { code: rule, file: 'a/_notice/2026/x.md', line: 2, column: 1, ...more };
  const own = RULES[rule] as { message(given: object): string; mend(given: object): string };
  return {
    rule,
    level: 'error',
    file: problem.file,
    line: problem.line,
    column: problem.column,
    ...more,
    message: own.message(problem),
    mend: own.mend(problem),
  };
};

describe('a finding in the form', () => {
  test('names the field by its label, and says what is to be done there', () => {
    const title = formFinding(finding('shape/missing-field', { field: 'title（标题）' }), 'notice');
    expect(title).toMatchObject({ name: 'title', label: '标题' });
    expect(sentenceOf(title)).toBe('标题：还没有填。请填写。');
    const origin = formFinding(finding('shape/origin-missing'), 'notice');
    expect(origin.name).toBe('source');
    expect(sentenceOf(origin)).toContain('打开“示例”');
  });

  test('shows what would be right', () => {
    const given = {
      field: 'doc-number（发文字号）',
      value: '安府办发[2026]5号',
      expected: '机关代字加六角括号年份和序号，如 六政办秘〔2020〕94号',
    };
    const said = sentenceOf(formFinding(finding('shape/bad-format', given), 'notice'));
    expect(said).toContain('“安府办发[2026]5号”');
    expect(said).toContain('应为：机关代字加六角括号年份和序号，如 六政办秘〔2020〕94号。');
  });

  test('does not ask for quotation marks that the form refuses', () => {
    const expected =
      '办公电话：区号-号码，如 0000-0000001，可加 -分机；400 电话；加引号的短号，如 "12345"；几个号码用“、”隔开；不写手机号';
    const said = sentenceOf(
      formFinding(finding('shape/bad-format', { value: '1', expected }), 'guide'),
    );
    expect(said).toContain('短号，如 12345；');
    expect(said).not.toContain('加引号');
  });

  test('counts the parts of a list as people do', () => {
    const field = 'attachments 第 2 项 name（名称）';
    expect(formFinding(finding('shape/missing-field', { field }), 'notice')).toMatchObject({
      name: 'attachments',
      label: '附件 第 2 项 名称',
    });
  });

  test('of a table names row and column', () => {
    const cell = { file: 'a/_register/2026/x.csv', line: 3, field: '地址' };
    expect(formFinding(finding('shape/missing-field', cell), 'register', 'rows')).toMatchObject({
      name: 'rows',
      label: '第 2 行“地址”',
      message: '这一格没有填',
    });
  });

  test('leaves alone what an officer typed', () => {
    const said = sentenceOf(
      formFinding(
        finding('shape/bad-format', { field: 'title', value: 'see title of draft' }),
        'notice',
      ),
    );
    expect(said).toContain('“see title of draft”');
  });
});

/** Words that an office knows: what a file is saved as, and how a value is written. */
const KNOWN =
  /PDF|Excel|Word|WPS|UTF-8|HTML|Windows|macOS|HTTPS?|https?:\/\/|CGCS2000|docx|xlsx|pptx|(?<=如 )[\w./-]+|[\d*-]+X/g;

describe('no finding that an entry can have speaks of files or of fields in English', () => {
  const rules = (Object.keys(RULES) as RuleId[]).filter(
    // Of the county's own files, of the whole column, and of files beside entries: never in a form.
    (rule) =>
      !/^safety\/stray-original|^shape\/(?:stray-file|outside-counties|encoding|case-twin|county-config|base-taken|low-contrast|catalogue-change|unprintable-name|address-lost)|^completeness\/(?:receiver|consult|doors|frequent|map-approval|town-places|institution-items|empty-domain|empty-items)|^language\/unit-twice|^timing\/(?:no-calendar|open-day|catalogue-filing|security-expires)/.test(
        rule,
      ),
  );
  test.each(rules)('%s', (rule) => {
    const field = /^shape\/csv|merged-cells/.test(rule) ? '地址' : 'title（标题）';
    const given = { field, value: '甲', other: '乙', expected: '丙' };
    const said = sentenceOf(formFinding(finding(rule, given), kindOf(rule)));
    expect(said.replaceAll(KNOWN, '')).not.toMatch(/[a-z]{2,}/);
    expect(said).not.toMatch(/--- |yaml|(?<!添)加一行|同名文件|文件开头/);
  });
});

/** The kind that a rule is about, so that its fields are known by their labels. */
function kindOf(rule: RuleId) {
  const [, name] = rule.split('/') as [string, string];
  if (/consultation|opinion/.test(name)) return 'consultation';
  if (/hearing/.test(name)) return 'hearing';
  if (/guide/.test(name)) return 'guide';
  if (/place/.test(name)) return 'place';
  if (/project/.test(name)) return 'project';
  if (/satisfaction/.test(name)) return 'proposal';
  if (/approved/.test(name)) return 'register';
  if (/benefit/.test(name)) return 'policy';
  return 'notice';
}

describe('labels and hints of the form', () => {
  const texts = (fields: readonly DecapField[]): string[] =>
    fields.flatMap((field) => [
      field.label,
      field.hint ?? '',
      field.pattern?.[1] ?? '',
      ...texts(field.fields ?? []),
      ...(field.field ? texts([field.field]) : []),
    ]);

  test.each(collections(FACTS, 'social-assistance').map((one) => [one.label, one] as const))(
    'of %s have no names of files and no English names of fields',
    (_, { description, fields }) => {
      for (const text of [description, ...texts(fields)]) {
        const bare = text.replaceAll(KNOWN, '').replaceAll(/con、aux、nul/g, '');
        expect([text, bare]).toEqual([text, expect.not.stringMatching(/[a-z]{3,}/)]);
        expect(text).not.toMatch(/Markdown|yaml|合并请求|加引号|写 true/);
      }
    },
  );
});
