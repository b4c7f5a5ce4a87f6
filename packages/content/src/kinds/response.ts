import { z } from 'zod';
import { inOrder } from '../order.ts';
import { answerShape } from './answer.ts';
import { defineKind } from './kind.ts';

/** 回应关切: what many ask or misunderstand, answered for all (六政办秘〔2020〕94号, 二（二）3). */
export const response = defineKind({
  id: 'response',
  name: '回应关切',
  group: 'participation',
  hint: '对社会关注、误解的问题作出的公开回应',
  csv: false,
  body: 'required',
  references: ['about'],
  shape: {
    ...answerShape({ question: '关切的问题', received: '关切出现日期', answered: '回应日期' }),
    emergency: z.boolean().optional().meta({
      title: '特别重大、重大突发事件',
      description: '这类事件最迟5小时内发布权威信息、24小时内举行新闻发布会；是的写 true',
    }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['received', '关切出现日期'], ['answered', '回应日期']),
    ...inOrder(data, ['answered', '回应日期'], ['published', '发布日期']),
  ],
});
