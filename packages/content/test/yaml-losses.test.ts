import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { schemaProblems } from '../src/read/schema-problems.ts';
import { readYaml } from '../src/read/yaml.ts';
import { withLosses, yamlProblems } from '../src/read/yaml-problems.ts';

const losses = (text: string) =>
  readYaml(text, 2).losses.map(
    ({ line, column, message, expected }) =>
      `${line}:${column} ${message}${expected === undefined ? '' : ` → ${expected}`}`,
  );

const dropped = (comment: string) =>
  `“${comment}”会被当作注释丢掉：空格后的“#”在 YAML 中是注释，整个值要用引号括起来`;

describe('what YAML would drop or change without a word', () => {
  it.each([
    [
      'the rest of a title',
      'title: 安岳县供水公司 #2 泵站停水通知',
      `2:8 ${dropped('#2 泵站停水通知')} → title: "安岳县供水公司 #2 泵站停水通知"`,
    ],
    ['a whole title', 'title: #2 泵站', `2:8 ${dropped('#2 泵站')} → title: "#2 泵站"`],
    [
      'the rest of a day',
      'published: 2026-05-18 # 待核',
      `2:12 ${dropped('# 待核')} → published: "2026-05-18 # 待核"`,
    ],
    ['the rest of a value in a list', 'also:\n  - 甲 #乙', `3:5 ${dropped('#乙')} → "甲 #乙"`],
    ['noughts in front', 'number: 0123', '2:9 “0123”会读成“123” → number: "0123"'],
    ['an exponent', 'number: 1e5', '2:9 “1e5”会读成“100000” → number: "1e5"'],
    ['a hexadecimal number', 'number: 0x10', '2:9 “0x10”会读成“16” → number: "0x10"'],
    ['a point first', 'number: .5', '2:9 “.5”会读成“0.5” → number: ".5"'],
    [
      'digits beyond what a number holds',
      'number: 12345678901234567890',
      '2:9 “12345678901234567890”会读成“12345678901234567000” → number: "12345678901234567890"',
    ],
    ['a sign for nothing', 'note: ~', '2:7 “~”会读成“没有内容” → note: "~"'],
    ['a word for nothing', 'note: null', '2:7 “null”会读成“没有内容” → note: "null"'],
    [
      'a second line',
      'title: 关于印发\n  名录的通知',
      '2:8 “名录的通知”会接到上一行后面，中间多出一个空格：写在同一行里；确要分行的，写作“字段: |”，下面各行缩进',
    ],
    ['a tag', 'title: !!str 12', '2:8 值以“!”开头时，整个值要用引号括起来 → title: "!!str 12"'],
    [
      'a full-width indentation',
      'attribute:\n　　type: 主动',
      '3:1 行首用了全角空格，应改用半角空格缩进',
    ],
  ])('is told: %s', (_, text, told) => {
    expect(losses(text)).toContain(told);
  });

  it('is told in a folded block too', () => {
    expect(losses('summary: >\n  一\n  二')).toHaveLength(1);
    expect(losses('summary: |\n  一\n  二')).toEqual([]);
  });

  it.each([
    ['a comment on a line of its own', '# 必填\ntitle: 通知\n  # 说明\nunit: a'],
    [
      'a note of a template',
      'title: （标题）  # 标题：与公文标题一致\nattribute:  # 公开属性\n  type: 主动',
    ],
    ['a note after an id', 'item: elder-care/policy-documents # 说明'],
    ['a comment after a closing mark', 'title: "甲" # 乙\nkeywords: [甲, 乙] # 丙'],
    ['a sign inside a word', 'title: 甲#乙'],
    ['plain numbers', 'a: 12\nb: -3\nc: 105.30\nd: 0\ne: 0.5\nf: [1, 2.50]'],
    ['truth values and empty fields', 'a: true\nb: false\nc:\nd: ""'],
    [
      'days, times and words that were truth values once',
      'a: 2026-05-29\nb: 12:30\nc: yes\nd: 1_000',
    ],
  ])('is not seen in %s', (_, text) => {
    expect(losses(text)).toEqual([]);
  });
});

const schema = z.object({ title: z.string(), kind: z.literal('notice') });

/** What an officer is told of `title: <typed>`, by its syntax, by its losses and by its schema. */
function told(text: string) {
  const source = readYaml(text, 2);
  if (source.errors.length > 0) return { problems: yamlProblems('a.md', source.errors) };
  const parsed = schema.safeParse(source.value);
  const found = parsed.success ? [] : schemaProblems(parsed.error, source, 'a.md', schema);
  return {
    title: parsed.data?.title,
    problems: withLosses('a.md', source, found),
  };
}

/** Pieces of what officers type into a field, plain and not so plain. */
const PIECES = [
  ...[
    '安岳县',
    '通知',
    '第2号',
    '2026',
    '0123',
    '1.10',
    '1e5',
    '0x10',
    '1_000',
    '12:30',
    '.5',
    '+5',
  ],
  ...['12345678901234567890', '9007199254740993', '2026-05-18', 'null', 'true', 'True', 'yes', '~'],
  ...[
    ' ',
    ' ',
    '  ',
    '\t',
    '　',
    '\u00a0',
    ' #',
    ' # ',
    '#',
    ': ',
    ':',
    '：',
    '，',
    ', ',
    ' - ',
    '- ',
  ],
  ...[
    '"',
    "'",
    '“',
    '”',
    '[',
    ']',
    '{',
    '}',
    '*',
    '**',
    '&',
    '!',
    '!!str ',
    '%',
    '@',
    '`',
    '|',
    '>',
    '? ',
  ],
  ...['<<', '---', '...', '\\', '（试行）', '《名录》', 'http://a.cn/b#c', 'C:\\new', '$', '='],
];

describe('a value typed without quotation marks', () => {
  it('is read as it was typed, or a finding on its line quotes it', () => {
    let state = 7;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    let kept = 0;
    let refused = 0;
    const silent: string[] = [];
    for (let round = 0; round < 8000; round++) {
      const pieces = Array.from({ length: 1 + next(5) }, () => PIECES[next(PIECES.length)]);
      const typed = pieces.join('').replaceAll(/^[ \t]+|[ \t]+$/g, '');
      // Quotation marks around the whole are no part of a value; a comment after them is none either,
      // nor is a note of a template.
      if (typed === '' || /^(["']).*\1(?:[ \t]+#.*)?$|[ \t]{2}#[ 　]/u.test(typed)) continue;
      const { title, problems } = told(`title: ${typed}\nkind: notice`);
      if (title === typed) {
        kept++;
        continue;
      }
      refused++;
      const words = problems
        .filter(({ line }) => line === 2)
        .map(({ value = '', expected = '' }) => `${value}\n${expected}`)
        .join('\n');
      const quoted = [typed, typed.replaceAll("'", "''"), typed.slice(1)].some((form) =>
        words.includes(form),
      );
      if (!quoted) silent.push(`${typed} → ${JSON.stringify(title)} ${JSON.stringify(problems)}`);
    }
    expect(silent).toEqual([]);
    expect(kept).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(1000);
  });
});
