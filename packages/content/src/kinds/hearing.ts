import { z } from 'zod';
import { day, line } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';

/** 听证会、列席会议、政务开放日: what the public may come to; one file from notice to result. */
export const hearing = defineKind({
  id: 'hearing',
  name: '听证和开放活动',
  hint: '听证会、群众列席会议、政务开放日的公告和结果',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    form: z.enum(['听证会', '列席会议', '政务开放日']).meta({ title: '形式' }),
    announced: day().optional().meta({ title: '公告日期', description: '不写时为发布日期' }),
    held: day().meta({ title: '举行日期' }),
    place: line().meta({ title: '地点' }),
    who: line().meta({ title: '参加人员', description: '哪些人可以参加，写范围，不写姓名' }),
    how: line().meta({ title: '报名方式' }),
    result: z
      .strictObject({
        published: day().meta({ title: '结果公布日期' }),
        summary: line().meta({ title: '结果' }),
      })
      .optional()
      .meta({ title: '结果', description: '举行后补写' }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['announced', '公告日期'], ['held', '举行日期']),
    ...inOrder(data, ['held', '举行日期'], [['result', 'published'], '结果公布日期']),
  ],
});
