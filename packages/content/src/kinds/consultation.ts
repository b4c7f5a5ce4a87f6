import { z } from 'zod';
import { day, line } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';
import { opinion } from './opinion.ts';

/** What is consulted on; each but the last has its own least time (`deadlines.yaml`). */
const CONSULTATION_TYPES = ['行政规范性文件', '涉企政策', '重大行政决策', '其他'] as const;

/** An attachment's name, or where there is none the text itself. */
const IN_TEXT = '正文';
const material = (title: string) =>
  line()
    .optional()
    .meta({ title, description: `附件的文件名；写在正文中的写“${IN_TEXT}”` });

/** 意见征集: one file from the draft to what became of the opinions (《重大行政决策程序暂行条例》第十五条). */
export const consultation = defineKind({
  id: 'consultation',
  name: '意见征集',
  group: 'participation',
  hint: '公开征求意见的公告和反馈',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    form: z.enum(CONSULTATION_TYPES).meta({ title: '征集类型' }),
    opens: day().meta({ title: '开始日期' }),
    closes: day().meta({ title: '截止日期' }),
    'shorter-reason': line().optional().meta({
      title: '缩短期限的理由',
      description: '征集时间短于规定时写明',
    }),
    basis: line().optional().meta({ title: '制定依据' }),
    draft: material('征求意见稿'),
    'drafting-note': material('起草说明'),
    channels: z.array(line()).min(1).meta({
      title: '反馈渠道',
      description: '每种渠道一行；写上网址、电子邮箱的，页面上可以直接点开',
    }),
    asked: z.array(line()).min(1).optional().meta({
      title: '听取意见的企业和协会',
      description: '涉企政策写明问了哪些企业、商会、行业协会，每个一行，不写个人姓名',
    }),
    result: z
      .strictObject({
        published: day().meta({ title: '反馈日期' }),
        summary: line().meta({ title: '征集情况' }),
        opinions: z.array(opinion).optional().meta({ title: '意见和采纳情况' }),
      })
      .optional()
      .meta({ title: '征集结果', description: '截止后补写' }),
  },
  period: ({ opens, closes, result }) => ({
    opens,
    closes,
    ...(result ? { result: result.published } : {}),
    states: ['即将开始', '征集中', '已结束', '已反馈'],
    closing: '意见征集截止',
  }),
  contradictions: (data) => [
    ...inOrder(data, ['opens', '开始日期'], ['closes', '截止日期']),
    ...inOrder(data, ['closes', '截止日期'], [['result', 'published'], '反馈日期']),
    ...unlisted(data, 'draft', '征求意见稿'),
    ...unlisted(data, 'drafting-note', '起草说明'),
  ],
});

type Materials = {
  readonly draft?: string | undefined;
  readonly 'drafting-note'?: string | undefined;
  readonly attachments?: readonly { readonly file: string }[] | undefined;
};

/** A draft that is named as a file must be one that readers can open. */
function unlisted(
  data: Materials,
  field: 'draft' | 'drafting-note',
  label: string,
): Contradiction[] {
  const file = data[field];
  const listed = data.attachments?.some((attachment) => attachment.file === file) ?? false;
  if (file === undefined || file === IN_TEXT || listed) return [];
  return [
    {
      path: [field],
      message: `${label} ${file} 没有列在附件中`,
      expected: `attachments 中的文件名，或“${IN_TEXT}”`,
    },
  ];
}
