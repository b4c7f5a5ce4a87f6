import { z } from 'zod';
import { day, form, line, publicLine, url } from '../fields.ts';
import { FIXED_DAY_FORM, FIXED_DAY_PATTERN, fixedDays } from '../fixed-days.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';
import { opinion } from './opinion.ts';
import { notListed, picture } from './pictures.ts';

/** Each way in which people are heard or let in (六政办秘〔2020〕94号, 二（二）5; 2019清单第7、31、32、34项). */
const HEARING_FORMS = [
  '听证会',
  '座谈会',
  '论证会',
  '实地走访',
  '列席会议',
  '政务开放日',
  '在线访谈',
] as const;

const answer = z.strictObject({
  question: publicLine().meta({ title: '提问', description: '概括内容，不写提问人' }),
  answer: line().meta({ title: '回答' }),
});

/** What the public may come to, or is asked at: one file from notice to result. */
export const hearing = defineKind({
  id: 'hearing',
  name: '听证和开放活动',
  group: 'participation',
  hint: '听证会、座谈会、论证会、实地走访、列席会议、政务开放日、在线访谈的公告和结果',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    form: z.enum(HEARING_FORMS).meta({ title: '形式' }),
    announced: day().optional().meta({ title: '公告日期', description: '不写时为发布日期' }),
    held: day().meta({ title: '举行日期' }),
    every: form(FIXED_DAY_PATTERN, FIXED_DAY_FORM).optional().meta({
      title: '固定日子',
      description: '固定的政务开放日，如 每月第一个星期三；举行日期写第一次',
    }),
    until: day().optional().meta({
      title: '固定日子到',
      description: '固定开放日的最后一天，不写时长期有效',
    }),
    place: line().meta({ title: '地点' }),
    who: line().meta({ title: '参加人员', description: '哪些人可以参加，写范围，不写姓名' }),
    how: line().meta({ title: '报名方式' }),
    live: url().optional().meta({ title: '直播网址' }),
    recording: url().optional().meta({ title: '录像网址' }),
    pictures: z.array(picture).min(1).optional().meta({ title: '图片' }),
    result: z
      .strictObject({
        published: day().meta({ title: '结果公布日期' }),
        summary: line().meta({ title: '结果' }),
        opinions: z.array(opinion).optional().meta({ title: '主要意见和采纳情况' }),
        answers: z.array(answer).optional().meta({
          title: '问答',
          description: '在线访谈、列席会议的提问和回答，每问一项',
        }),
      })
      .optional()
      .meta({ title: '结果', description: '举行后补写' }),
  },
  period: ({ held, every, form: sort, result }) => ({
    opens: held,
    closes: held,
    ...(result ? { result: result.published } : {}),
    ...(every === undefined ? {} : { recurs: true }),
    states: ['即将举行', '今日举行', '已举行', '结果已公布'],
    closing: sort,
  }),
  contradictions: (data) => [
    ...inOrder(data, ['announced', '公告日期'], ['held', '举行日期']),
    ...inOrder(data, ['held', '举行日期'], [['result', 'published'], '结果公布日期']),
    ...inOrder(data, ['held', '举行日期'], ['until', '固定日子的最后一天']),
    ...notFixed(data),
    ...notListed(data),
  ],
});

/** Only open days are fixed; the first must be one of them, and an end is an end of something. */
function notFixed({
  form: sort,
  held,
  every,
  until,
}: {
  readonly form: string;
  readonly held: string;
  readonly every?: string | undefined;
  readonly until?: string | undefined;
}): Contradiction[] {
  if (every === undefined) {
    if (until === undefined) return [];
    const message = `写了固定日子的最后一天 ${until}，没有写是哪些日子`;
    return [{ path: ['until'], message, expected: `同时写 every（固定日子）：${FIXED_DAY_FORM}` }];
  }
  if (sort !== '政务开放日') {
    const message = `${sort}每次另行公告，没有固定日子`;
    return [{ path: ['every'], message, expected: '只有政务开放日才写固定日子' }];
  }
  if (fixedDays(every, held, held).length > 0) return [];
  const message = `${held} 不是“${every}”中的一天`;
  return [{ path: ['held'], message, expected: `第一次举行的日子，应是${every}` }];
}
