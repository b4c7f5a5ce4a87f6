import type { Files } from '@columns/content/fixture';
import { COUNTY, entry, policy, readFiles } from '@columns/content/fixture';
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../src/index.ts';
import { check } from '../src/index.ts';
import { documentRules } from '../src/rules/documents.ts';
import { participationRules } from '../src/rules/participation.ts';

const ASOF = '2023-06-30';

/** An entry of a kind; later lines of the same field win, and `-field` takes one away. */
function written(kind: string, lines: readonly string[]): string {
  const fields = new Map(
    [`title: 一`, `kind: ${kind}`, ...lines].map((line) => [keyOf(line), line]),
  );
  for (const line of lines)
    if (line.startsWith('-')) for (const key of [line, line.slice(1)]) fields.delete(key);
  return entry([...fields.values()], '正文。');
}
const keyOf = (line: string) => line.split(':', 1).join('');

const consultation = (...lines: string[]) =>
  written('consultation', [
    'form: 行政规范性文件',
    'opens: 2023-05-04',
    'closes: 2023-05-31',
    'draft: 正文',
    'drafting-note: 正文',
    'basis: 上级文件',
    'channels: [信函]',
    'result: {published: 2023-06-20, summary: 没有收到意见}',
    ...lines,
  ]);
const hearing = (...lines: string[]) =>
  written('hearing', [
    'form: 听证会',
    'published: 2023-05-04',
    'held: 2023-05-31',
    'place: 会议室',
    'who: 任何人',
    'how: 报名',
    'result: {published: 2023-06-20, summary: 同意}',
    ...lines,
  ]);
const message = (...lines: string[]) =>
  written('message', [
    'form: 咨询',
    'question: 几点开门？',
    'by: 县政府办公室',
    'received: 2023-04-26',
    'answered: 2023-05-05',
    ...lines,
  ]);
const response = (...lines: string[]) =>
  written('response', [
    'question: 真的吗？',
    'by: 县政府',
    'received: 2023-05-08',
    'answered: 2023-05-22',
    ...lines,
  ]);
const proposal = (...lines: string[]) =>
  written('proposal', [
    'form: 政协提案',
    'number: 第7号',
    'by: 县政府',
    'answered: 2023-05-05',
    ...lines,
  ]);
const normative = (...lines: string[]) =>
  policy([
    'normative: true',
    'validity: {state: 有效, until: 2028-05-29}',
    'attachments: [{file: a.pdf, name: 甲}, {file: a.docx, name: 甲}]',
    ...lines,
  ]);
const bare = (...lines: string[]) => policy(['normative: true', ...lines]);
const interpretation = (published: string) =>
  written('interpretation', ['form: 文字', 'interprets: [a]', `published: ${published}`]);

const attachments = { 'shili/_policy/2023/a/a.pdf': 'x', 'shili/_policy/2023/a/a.docx': 'x' };
const one = (kind: string, text: string): Files => ({ [`shili/_${kind}/2023/a.md`]: text });
const document = (text: string): Files => ({ ...one('policy', text), ...attachments });
const explained = (published: string): Files => ({
  'shili/_interpretation/2023/b.md': interpretation(published),
});
const county = (...lines: string[]): Files => ({
  'shili/county.yaml': `${COUNTY}${lines.join('\n')}\n`,
});

/** For each rule, counties that keep it and those that do not, with what is said of them. */
const CASES: Partial<
  Record<RuleId, { keeps: Files[]; breaks: [files: Files, where: string, message: string][] }>
> = {
  'completeness/document-files': {
    keeps: [
      document(normative()),
      one('policy', policy()),
      one('policy', bare('withdrawn: {date: 2023-06-01, reason: 有误}')),
    ],
    breaks: [
      [
        one('policy', bare()),
        '_policy/2023/a.md:5 normative（行政规范性文件）',
        '规范性文件没有附 PDF、Word 版，读者不能下载',
      ],
      [
        {
          ...one('policy', bare('attachments: [{file: a.pdf, name: 甲}]')),
          'shili/_policy/2023/a/a.pdf': 'x',
        },
        '_policy/2023/a.md:6 attachments（附件）',
        '规范性文件没有附 Word 版，读者不能下载',
      ],
    ],
  },
  'completeness/validity': {
    keeps: [document(normative()), one('policy', policy())],
    breaks: [
      [
        one('policy', bare()),
        '_policy/2023/a.md:5 normative（行政规范性文件）',
        '规范性文件没有标明有效性',
      ],
    ],
  },
  'completeness/ended-by': {
    keeps: [
      {
        ...one('policy', policy(['validity: {state: 废止, until: 2023-06-01, by: b}'])),
        'shili/_policy/2023/b.md': policy(),
      },
      one('policy', policy(['validity: {state: 失效, until: 2023-06-01}'])),
    ],
    breaks: [
      [
        one('policy', policy(['validity: {state: 废止, until: 2023-06-01}'])),
        '_policy/2023/a.md:5 validity（有效性）',
        '文件标为“废止”，没有写明被哪个文件修改或废止',
      ],
      [
        one('policy', policy(['validity: {state: 已修改, until: 2023-06-01}'])),
        '_policy/2023/a.md:5 validity（有效性）',
        '文件标为“已修改”，没有写明被哪个文件修改或废止',
      ],
    ],
  },
  'completeness/ended-when': {
    keeps: [one('policy', policy(['validity: {state: 失效, until: 2023-06-01}']))],
    breaks: [
      [
        one('policy', policy(['validity: {state: 失效}'])),
        '_policy/2023/a.md:5 validity（有效性）',
        '文件标为“失效”，没有写明从哪天起，不能列入当年的清理结果',
      ],
    ],
  },
  'timing/validity-over': {
    keeps: [one('policy', policy([`validity: {state: 有效, until: ${ASOF}}`]))],
    breaks: [
      [
        one('policy', policy(['validity: {state: 有效, until: 2023-06-29}'])),
        '_policy/2023/a.md:5 validity（有效性）',
        '有效期至 2023-06-29，到 2023-06-30 已过，仍标为“有效”',
      ],
    ],
  },
  'timing/interpretation': {
    keeps: [
      { ...document(normative()), ...explained('2023-05-29') },
      // 2023-05-29 was a Monday: the third working day is Thursday.
      {
        ...document(normative()),
        ...explained('2023-06-01'),
        ...county('deadlines: {interpretation: 3}'),
      },
      {
        ...document(normative()),
        ...explained('2023-06-01'),
        ...county('deadlines: {interpretation: 3, interpretation-from: 成文日期}'),
      },
      one('policy', policy()),
      document(normative('published: 2023-06-30')),
      one('policy', bare('validity: {state: 失效, until: 2023-06-01}')),
    ],
    breaks: [
      [
        document(normative()),
        '_policy/2023/a.md:8 published（发布日期）',
        '文件最迟在 2023-05-29（自发布日期 2023-05-29 起算）应有解读，还没有',
      ],
      [
        one('policy', policy(['major: true'])),
        '_policy/2023/a.md:6 published（发布日期）',
        '文件最迟在 2023-05-29（自发布日期 2023-05-29 起算）应有解读，还没有',
      ],
      [
        {
          ...document(normative()),
          ...explained('2023-06-02'),
          ...county('deadlines: {interpretation: 3}'),
        },
        '_policy/2023/a.md:8 published（发布日期）',
        '最早的解读发布于 2023-06-02，晚于应有的 2023-06-01（自发布日期 2023-05-29 起算）',
      ],
      [
        document(normative('formed: 2023-05-22')),
        '_policy/2023/a.md:9 published（发布日期）',
        '文件最迟在 2023-05-29（自发布日期 2023-05-29 起算，成文日期是 2023-05-22）应有解读，还没有',
      ],
      [
        {
          ...document(normative('formed: 2023-05-22')),
          ...explained('2023-05-29'),
          ...county('deadlines: {interpretation: 3, interpretation-from: 成文日期}'),
        },
        '_policy/2023/a.md:8 formed（成文日期）',
        '最早的解读发布于 2023-05-29，晚于应有的 2023-05-25（自成文日期 2023-05-22 起算）',
      ],
    ],
  },
  'timing/answer': {
    // 29 April to 3 May 2023 were days off, 6 May was worked: day 5 after 26 April is 6 May.
    // Concerns have no such limit: the five days are those of letters.
    keeps: [one('message', message('answered: 2023-05-06')), one('response', response())],
    breaks: [
      [
        one('message', message('answered: 2023-05-08')),
        '_message/2023/a.md:8 answered（答复日期）',
        '答复于 2023-05-08，晚于应答复的 2023-05-06',
      ],
      [
        {
          ...one('message', message('answered: 2023-05-04')),
          ...county('deadlines: {answer-message: 2}'),
        },
        '_message/2023/a.md:8 answered（答复日期）',
        '答复于 2023-05-04，晚于应答复的 2023-04-28',
      ],
    ],
  },
  'timing/emergency': {
    keeps: [
      one('response', response()),
      one('response', response('emergency: true', 'answered: 2023-05-09')),
    ],
    breaks: [
      [
        one('response', response('emergency: true', 'answered: 2023-05-10')),
        '_response/2023/a.md:7 answered（回应日期）',
        '回应于 2023-05-10，事件发生在 2023-05-08，已超过24小时',
      ],
    ],
  },
  'timing/consultation-short': {
    keeps: [
      one('consultation', consultation('closes: 2023-05-12')),
      one('consultation', consultation('form: 其他', 'closes: 2023-05-05')),
      one('consultation', consultation('form: 涉企政策', 'shorter-reason: 情况紧急')),
      one('consultation', consultation('form: 涉企政策', 'closes: 2023-06-03')),
    ],
    breaks: [
      [
        one('consultation', consultation('closes: 2023-05-11')),
        '_consultation/2023/a.md:6 closes（截止日期）',
        '2023-05-11 截止，按这一类型至少应到 2023-05-12',
      ],
      [
        one('consultation', consultation('form: 重大行政决策')),
        '_consultation/2023/a.md:6 closes（截止日期）',
        '2023-05-31 截止，按这一类型至少应到 2023-06-03',
      ],
    ],
  },
  'timing/consultation-result': {
    keeps: [
      one('consultation', consultation()),
      one('consultation', consultation(`closes: ${ASOF}`, '-result')),
    ],
    breaks: [
      [
        one('consultation', consultation('-result', 'closes: 2023-06-29')),
        '_consultation/2023/a.md:6 closes（截止日期）',
        '意见征集 2023-06-29 已截止，到 2023-06-30 还没有反馈结果',
      ],
    ],
  },
  'completeness/consultation': {
    keeps: [one('consultation', consultation())],
    breaks: [
      [
        one('consultation', consultation('-draft', '-basis')),
        '_consultation/2023/a.md:3 kind（体裁）',
        '意见征集没有写明征求意见稿、制定依据',
      ],
    ],
  },
  'completeness/opinion-reason': {
    keeps: [
      one(
        'consultation',
        consultation(
          'result: {published: 2023-06-20, summary: 二条, opinions: [{opinion: 好, taken: 采纳}, {opinion: 快, taken: 不采纳, reason: 做不到}]}',
        ),
      ),
    ],
    breaks: [
      [
        one(
          'consultation',
          consultation(
            'result: {published: 2023-06-20, summary: 二条, opinions: [{opinion: 好, taken: 采纳}, {opinion: 快, taken: 部分采纳}]}',
          ),
        ),
        '_consultation/2023/a.md:11 result.opinions 第 2 项 reason（理由）',
        '意见部分采纳，没有说明理由',
      ],
    ],
  },
  'timing/hearing-notice': {
    keeps: [
      one('hearing', hearing('held: 2023-05-11')),
      one('hearing', hearing('form: 列席会议', 'held: 2023-05-05')),
    ],
    breaks: [
      [
        one('hearing', hearing('held: 2023-05-10')),
        '_hearing/2023/a.md:5 published（发布日期）',
        '听证会公告于 2023-05-04，最晚应在 2023-05-03 公告',
      ],
      [
        one('hearing', hearing('announced: 2023-05-30')),
        '_hearing/2023/a.md:11 announced（公告日期）',
        '听证会公告于 2023-05-30，最晚应在 2023-05-24 公告',
      ],
    ],
  },
  'timing/hearing-result': {
    keeps: [one('hearing', hearing()), one('hearing', hearing(`held: ${ASOF}`, '-result'))],
    breaks: [
      [
        one('hearing', hearing('-result')),
        '_hearing/2023/a.md:6 held（举行日期）',
        '2023-05-31 已举行，到 2023-06-30 还没有公布结果',
      ],
    ],
  },
  'completeness/satisfaction': {
    keeps: [one('proposal', proposal('satisfaction: 不满意'))],
    breaks: [
      [
        one('proposal', proposal()),
        '_proposal/2023/a.md:7 answered（答复日期）',
        '没有写代表、委员对办理情况的意见',
      ],
    ],
  },
  'timing/no-calendar': {
    keeps: [one('message', message()), one('consultation', consultation('form: 其他'))],
    breaks: [
      [
        {
          'shili/_message/2049/a.md': message(
            'received: 2049-05-04',
            'answered: 2049-05-05',
            'published: 2049-05-06',
          ),
        },
        '_message/2049/a.md:7 received（收到日期）',
        '从 2049-05-04 起算的期限要用到还没有放假安排的年份，算不出，未作检查',
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
    const { file = '', line, field = '' } = finding ?? {};
    expect(`${file.replace('shili/', '')}:${line} ${field}`).toBe(where);
    expect(finding).toMatchObject({ level: 'warning', message });
    expect(finding?.mend).toMatch(/\p{Script=Han}{4}/u);
  });
});

it('a consultation that was withdrawn is asked for nothing more', () => {
  const files = one(
    'consultation',
    consultation('-result', '-draft', 'withdrawn: {date: 2023-06-01, reason: 有误}'),
  );
  const rules = check(readFiles(files), { asOf: ASOF }).map(({ rule }) => rule);
  expect(rules).toEqual([]);
});

it('every rule over documents and participation has its case', () => {
  // These need settings, rows or texts: inspect-rules.test.ts.
  const elsewhere =
    /^(?:timing\/(?:open-day.*|media-stale|training)|completeness\/(?:shown-until|media-reviewer))$/;
  const ids = [...Object.keys(documentRules), ...Object.keys(participationRules)].filter(
    (id) => !elsewhere.test(id),
  );
  expect(Object.keys(CASES).sort()).toEqual(ids.sort());
});
