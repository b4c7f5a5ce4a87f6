import { z } from 'zod';
import { inOrder } from '../order.ts';
import { answerShape } from './answer.ts';
import { defineKind } from './kind.ts';

/** 留言选登: one citizen's question and its answer, told without the citizen (六安市2019年任务第7项). */
export const message = defineKind({
  id: 'message',
  name: '留言选登',
  group: 'participation',
  hint: '选登群众留言和公开答复',
  csv: false,
  body: 'required',
  references: ['about'],
  shape: {
    form: z
      .enum(['咨询', '建议', '投诉', '求助', '给领导留言', '其他'])
      .meta({ title: '留言类型' }),
    ...answerShape({ question: '留言内容', received: '收到日期', answered: '答复日期' }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['received', '收到日期'], ['answered', '答复日期']),
    ...inOrder(data, ['answered', '答复日期'], ['published', '发布日期']),
  ],
});
