import { z } from 'zod';
import { day } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';
import { reassesses } from './reassesses.ts';

/** 通知公告: told once, shown for a while. */
export const notice = defineKind({
  id: 'notice',
  name: '通知公告',
  hint: '通知、公告、公示和工作动态',
  csv: false,
  body: 'required',
  references: ['reassesses'],
  shape: {
    form: z.enum(['通知', '公告', '公示', '动态']).meta({ title: '类别' }),
    'shown-until': day().optional().meta({ title: '公示截止日期' }),
    reassesses: reassesses(),
  },
  contradictions: (data) =>
    inOrder(data, ['published', '发布日期'], ['shown-until', '公示截止日期']),
});
