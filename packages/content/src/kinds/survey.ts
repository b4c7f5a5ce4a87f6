import { z } from 'zod';
import { count, day, line, publicLine } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

const SURVEY_FORMS = ['问卷调查', '民意调查', '网上调查', '满意度评议'] as const;
const ANSWER_TYPES = ['单选', '多选', '填空'] as const;

const option = z.strictObject({
  option: line().meta({ title: '选项' }),
  votes: count().optional().meta({ title: '选择人数', description: '公布结果时填写' }),
});

const question = z.strictObject({
  question: line().meta({ title: '问题' }),
  type: z.enum(ANSWER_TYPES).meta({ title: '题型' }),
  options: z.array(option).min(1).optional().meta({
    title: '选项和结果',
    description: '单选、多选题每个选项一项；填空题不写',
  }),
  unanswered: count().optional().meta({ title: '未答份数', description: '不写时为 0' }),
  replies: z.array(publicLine()).min(1).optional().meta({
    title: '填空题的主要回答',
    description: '概括内容，不写回答人',
  }),
});

/**
 * 问卷和民意调查: questions as data from the first day, and in the same file what came of them
 * (六政办秘〔2020〕94号, 二（二）5; 2019年度六安市政务公开目标任务责任清单第35项). Sheets come in on paper, by mail or
 * at an address elsewhere: the page itself takes none.
 */
export const survey = defineKind({
  id: 'survey',
  name: '问卷和民意调查',
  group: 'participation',
  hint: '调查的问题、对象和截止日期，截止后公布结果',
  csv: false,
  body: 'optional',
  references: [],
  shape: {
    form: z.enum(SURVEY_FORMS).meta({ title: '调查形式' }),
    opens: day().meta({ title: '开始日期' }),
    closes: day().meta({ title: '截止日期' }),
    who: line().meta({ title: '调查对象', description: '写范围，不写姓名' }),
    channels: z.array(line()).min(1).meta({
      title: '参加方式',
      description: '每种方式一行，如纸质问卷在哪里领、信寄到哪里、网上问卷的网址',
    }),
    questions: z.array(question).min(1).meta({ title: '问题', description: '每个问题一项' }),
    result: z
      .strictObject({
        published: day().meta({ title: '结果公布日期' }),
        collected: count().meta({ title: '收回份数' }),
        valid: count().meta({ title: '有效份数' }),
        summary: line().meta({ title: '结果和采用情况' }),
      })
      .optional()
      .meta({ title: '调查结果', description: '截止后补写，同时填写各选项的选择人数' }),
  },
  period: ({ opens, closes, result }) => ({
    opens,
    closes,
    ...(result ? { result: result.published } : {}),
    states: ['即将开始', '调查中', '已结束', '结果已公布'],
    closing: '调查截止',
  }),
  contradictions: (data) => [
    ...inOrder(data, ['opens', '开始日期'], ['closes', '截止日期']),
    ...inOrder(data, ['closes', '截止日期'], [['result', 'published'], '结果公布日期']),
    ...moreValid(data.result),
    ...data.questions.flatMap((each, index) =>
      askedWrongly(each).concat(summedWrongly(each, data.result)).map(under(index)),
    ),
  ],
});

type Question = z.infer<typeof question>;
interface Sheets {
  readonly collected: number;
  readonly valid: number;
}

const under =
  (index: number) =>
  ({ path, ...fault }: Contradiction): Contradiction => ({
    ...fault,
    path: ['questions', index, ...path],
  });

function moreValid(result: Sheets | undefined): Contradiction[] {
  if (result === undefined || result.valid <= result.collected) return [];
  return [
    {
      path: ['result', 'valid'],
      message: `有效份数 ${result.valid} 多于收回份数 ${result.collected}`,
      expected: '不多于收回份数',
    },
  ];
}

/** A choice without anything to choose, a blank with options, an option that stands there twice. */
function askedWrongly({ type, options, replies }: Question): Contradiction[] {
  if (type === '填空') {
    if (options === undefined) return [];
    return [
      { path: ['options'], message: '填空题写了选项', expected: '单选或多选；填空题不写 options' },
    ];
  }
  if (replies !== undefined)
    return [
      { path: ['replies'], message: `${type}题写了填空的回答`, expected: 'options 中各选项的人数' },
    ];
  if (options === undefined || options.length < 2)
    return [
      {
        path: options ? ['options'] : ['type'],
        message: `${type}题不足两个选项`,
        expected: '两个以上选项',
      },
    ];
  return options.flatMap(({ option: text }, index) => {
    const first = options.findIndex((other) => other.option === text);
    if (first === index) return [];
    return [
      {
        path: ['options', index, 'option'],
        message: `选项“${text}”已经是第 ${first + 1} 项`,
        expected: '每个选项只写一次',
      },
    ];
  });
}

/** Of one choice the votes and the unanswered are the valid sheets; of several no option has more than them. */
function summedWrongly(asked: Question, result: Sheets | undefined): Contradiction[] {
  const { type, options = [], unanswered = 0 } = asked;
  if (type === '填空' || options.length === 0) return [];
  const told = options.flatMap(({ votes }) => votes ?? []);
  if (result === undefined) {
    const index = options.findIndex(({ votes }) => votes !== undefined);
    if (index < 0) return [];
    return [
      {
        path: ['options', index, 'votes'],
        message: '写了选择人数，没有写调查结果',
        expected: '补上 result；还没有结果的，不写选择人数',
      },
    ];
  }
  if (told.length < options.length) {
    const index = options.findIndex(({ votes }) => votes === undefined);
    return [
      {
        path: ['options', index, 'option'],
        message: '已有调查结果，这个选项没有写选择人数',
        expected: '选择人数；没有人选的写 0',
      },
    ];
  }
  const sum = told.reduce((total, votes) => total + votes, 0);
  const answered = result.valid - unanswered;
  if (type === '单选') {
    if (sum === answered) return [];
    return [
      {
        path: ['options'],
        message: `各选项合计 ${sum} 人，加上未答 ${unanswered} 份是 ${sum + unanswered}，有效份数是 ${result.valid}`,
        expected: '单选题各选项人数与未答份数之和等于有效份数',
      },
    ];
  }
  const most = options.findIndex(({ votes = 0 }) => votes > answered);
  if (most >= 0)
    return [
      {
        path: ['options', most, 'votes'],
        message: `选择人数 ${options[most]?.votes} 多于答题的 ${answered} 份`,
        expected: '不多于有效份数减去未答份数',
      },
    ];
  if (sum >= answered) return [];
  return [
    {
      path: ['options'],
      message: `各选项合计 ${sum} 人，少于答题的 ${answered} 份`,
      expected: '多选题每份至少选一项；没有选的计入未答份数',
    },
  ];
}
