import { loadStandard } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { deadlineSettings, interpretationParts, KINDS } from '../src/index.ts';
import { COUNTY, entry, readFiles } from './fixture.ts';

/** What is wrong with one entry of a kind, as `line field=value | expected`. */
function problems(kind: string, lines: readonly string[]): string[] {
  const file = `shili/_${kind}/2023/a.md`;
  const head = [`title: 一`, `kind: ${kind}`, ...lines];
  return readFiles({ [file]: entry(head, '正文。') }).problems.map(
    ({ code, line, field, value, expected }) =>
      `${line} ${code} ${field}=${value ?? ''} | ${expected ?? ''}`,
  );
}

/** `lines` with those of the same field in `changed` in their place; `''` takes a field away. */
function changed(lines: readonly string[], field: string, line: string): string[] {
  return lines.map((each) => (each.startsWith(`${field}:`) ? line : each)).filter(Boolean);
}

const PUBLISHED = 'published: 2023-06-30';
const GOOD = {
  consultation: [
    'form: 行政规范性文件',
    'opens: 2023-05-04',
    'closes: 2023-05-31',
    'draft: 正文',
    'drafting-note: 正文',
    'channels: [信函]',
    'result: {published: 2023-06-20, summary: 一条, opinions: [{opinion: 好, taken: 采纳}]}',
    PUBLISHED,
  ],
  hearing: [
    'form: 听证会',
    'announced: 2023-05-04',
    'held: 2023-05-31',
    'place: 会议室',
    'who: 任何人',
    'how: 报名',
    'result: {published: 2023-06-20, summary: 同意}',
    PUBLISHED,
  ],
  response: [
    'question: 真的吗？',
    'by: 县政府办公室',
    'received: 2023-05-04',
    'answered: 2023-05-05',
    PUBLISHED,
  ],
  message: [
    'form: 咨询',
    'question: 几点开门？',
    'by: 县政府办公室',
    'received: 2023-05-04',
    'answered: 2023-05-05',
    PUBLISHED,
  ],
  proposal: [
    'form: 政协提案',
    'number: 第7号',
    'by: 县政府办公室',
    'received: 2023-05-04',
    'answered: 2023-05-05',
    'satisfaction: 满意',
    PUBLISHED,
  ],
} as const;
type Kind = keyof typeof GOOD;

describe.each(Object.keys(GOOD) as Kind[])('a %s', (kind) => {
  it('that is in order has no problem', () => {
    expect(problems(kind, GOOD[kind])).toEqual([]);
  });

  it('asks for each of its fields by name, at the front matter', () => {
    const optional = new Set(['satisfaction', 'result', 'announced', 'draft', 'drafting-note']);
    for (const line of GOOD[kind]) {
      const field = line.split(':', 1).join('');
      if (field === 'published' || optional.has(field)) continue;
      if (kind === 'proposal' && field === 'received') continue;
      const found = problems(kind, changed(GOOD[kind], field, ''));
      expect(found, field).toEqual([expect.stringContaining(`2 shape/missing-field ${field}=`)]);
    }
  });

  it('knows no other field', () => {
    const [found, ...rest] = problems(kind, [...GOOD[kind], 'opnes: 2023-05-04']);
    expect(found).toContain('shape/unknown-field opnes=opnes');
    expect(rest).toEqual([]);
  });

  it('has a Chinese name, a hint and a label on every field', () => {
    const { name, hint, shape } = KINDS[kind];
    for (const text of [name, hint, ...Object.values(shape).map((field) => field.meta()?.title)])
      expect(text).toMatch(/\p{Script=Han}/u);
  });
});

describe('facts that cannot both be', () => {
  it.each<[Kind, string, string, string]>([
    [
      'consultation',
      'closes',
      'closes: 2023-05-01',
      '6 shape/contradiction closes=截止日期 2023-05-01 早于开始日期 2023-05-04 | 不早于开始日期',
    ],
    [
      'consultation',
      'result',
      'result: {published: 2023-05-20, summary: 一条}',
      '10 shape/contradiction result.published=反馈日期 2023-05-20 早于截止日期 2023-05-31 | 不早于截止日期',
    ],
    [
      'consultation',
      'draft',
      'draft: draft.docx',
      '7 shape/contradiction draft=征求意见稿 draft.docx 没有列在附件中 | attachments 中的文件名，或“正文”',
    ],
    [
      'hearing',
      'held',
      'held: 2023-05-01',
      '6 shape/contradiction held=举行日期 2023-05-01 早于公告日期 2023-05-04 | 不早于公告日期',
    ],
    [
      'hearing',
      'result',
      'result: {published: 2023-05-30, summary: 同意}',
      '10 shape/contradiction result.published=结果公布日期 2023-05-30 早于举行日期 2023-05-31 | 不早于举行日期',
    ],
    [
      'message',
      'answered',
      'answered: 2023-05-03',
      '8 shape/contradiction answered=答复日期 2023-05-03 早于收到日期 2023-05-04 | 不早于收到日期',
    ],
    [
      'response',
      'answered',
      'answered: 2023-05-03',
      '7 shape/contradiction answered=回应日期 2023-05-03 早于关切出现日期 2023-05-04 | 不早于关切出现日期',
    ],
    [
      'proposal',
      'answered',
      'answered: 2023-07-05',
      '10 shape/contradiction published=发布日期 2023-06-30 早于答复日期 2023-07-05 | 不早于答复日期',
    ],
  ])('in a %s: %s', (kind, field, line, expected) => {
    const found = problems(kind, changed(GOOD[kind], field, line));
    expect(found).toEqual([expected]);
  });

  it('in a policy: it ended before it was formed', () => {
    const lines = ['issuer: 县政府', 'formed: 2023-05-04', 'validity:', '  state: 废止'];
    expect(problems('policy', [...lines, '  until: 2023-05-01'])).toEqual([
      '8 shape/contradiction validity.until=有效期至或废止日期 2023-05-01 早于成文日期 2023-05-04 | 不早于成文日期',
    ]);
  });
});

describe('bad values', () => {
  it.each<[Kind, string, string, string]>([
    ['consultation', 'form', 'form: 意见', '4 shape/unknown-choice form=意见'],
    ['consultation', 'opens', 'opens: 2023-02-30', '5 shape/impossible-date opens=2023-02-30'],
    ['consultation', 'channels', 'channels: []', '9 shape/missing-field channels='],
    ['hearing', 'form', 'form: 茶话会', '4 shape/unknown-choice form=茶话会'],
    ['proposal', 'satisfaction', 'satisfaction: 一般', '9 shape/unknown-choice satisfaction=一般'],
    ['message', 'form', 'form: 表扬', '4 shape/unknown-choice form=表扬'],
    ['response', 'by', 'by:', '5 shape/missing-field by='],
  ])('in a %s: %s', (kind, field, line, expected) => {
    expect(problems(kind, changed(GOOD[kind], field, line))).toEqual([
      expect.stringContaining(expected),
    ]);
  });

  it('of an opinion are told with its place in the list', () => {
    const result =
      'result: {published: 2023-06-20, summary: 一条, opinions: [{opinion: 好, taken: 可}]}';
    expect(problems('consultation', changed(GOOD.consultation, 'result', result))).toEqual([
      '10 shape/unknown-choice result.opinions.0.taken=可 | 采纳、部分采纳、不采纳',
    ]);
  });

  it.each([
    '13800138000',
    '电话是13800138000。',
    '11010519491231002X',
    '身份证号110105194912310021',
  ])('a question never holds a mobile or identity number: %s', (text) => {
    const lines = changed(GOOD.message, 'question', `question: "${text}"`);
    expect(problems('message', lines)).toEqual([
      `5 shape/bad-format question=${text} | 一行不为空的文字，不含手机号和身份证号（也不写姓名、住址）`,
    ]);
  });

  it.each([
    '12345热线打不通',
    '每户补助13800元',
    '编号20230504001',
    '座机0564-1234567',
    '138001380001',
  ])('other numbers may stand in a question: %s', (text) => {
    const lines = changed(GOOD.message, 'question', `question: "${text}"`);
    expect(problems('message', lines)).toEqual([]);
  });
});

describe('the seven parts of an interpretation', () => {
  const names = (...texts: string[]) =>
    interpretationParts(texts.map((text, index) => ({ id: `s-${index + 1}`, text })))
      .filter(({ id }) => id !== undefined)
      .map(({ name, id }) => `${id} ${name}`);

  it('are known by their headings, however these are numbered', () => {
    expect(
      names(
        '一、制定背景和依据',
        '（二）制定意义和总体考虑',
        '3. 研判和起草过程',
        '工作目标',
        '五、主要内容',
        '创新举措',
        '保障措施',
      ),
    ).toEqual([
      's-1 制定背景和依据',
      's-2 制定意义和总体考虑',
      's-3 研判和起草过程',
      's-4 工作目标',
      's-5 主要内容',
      's-6 创新举措',
      's-7 保障措施',
    ]);
  });

  it('may be fewer, and one heading is one part', () => {
    expect(names('起草背景', '政策亮点', '联系方式')).toEqual([
      's-1 制定背景和依据',
      's-2 创新举措',
    ]);
  });
});

describe('deadlines of a county', () => {
  const amounts = (county: string) => {
    const { column, problems: found } = readFiles({ 'shili/county.yaml': COUNTY + county });
    const rules = column?.deadlines.map(({ id, rule }) => [id, Reflect.get(rule, 'amount')]);
    return { found, of: Object.fromEntries(rules ?? []) };
  };

  it('are those of the standard, with interpretation on the same day', () => {
    const { of } = amounts('');
    expect(of).toMatchObject({ interpretation: 0, 'answer-message': 5, 'hearing-announced': 7 });
    expect(of['consultation-major-decision']).toBe(30);
  });

  it('may be its own', () => {
    const { of, found } = amounts('deadlines: {interpretation: 3, answer-message: 2}\n');
    expect(found).toEqual([]);
    expect(of).toMatchObject({ interpretation: 3, 'answer-message': 2, 'hearing-announced': 7 });
  });

  it('are only those that a county may set', () => {
    const { found } = amounts('deadlines: {answer-application: 30, interpretation: -1}\n');
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'shape/unknown-field deadlines.answer-application',
      'shape/bad-format deadlines.interpretation',
    ]);
    expect(found[1]?.expected).toBe('不小于 0 的整数');
    const settings = loadStandard().deadlines.filter(({ setting }) => setting);
    const known = settings.map(({ id }) => id);
    // `interpretation-from` says from which day `interpretation` counts.
    for (const id of Object.keys(deadlineSettings.shape))
      expect(known).toContain(id.replace(/-from$/, ''));
  });
});
