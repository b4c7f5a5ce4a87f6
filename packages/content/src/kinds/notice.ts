import { z } from 'zod';
import { day } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';
import { reassesses } from './reassesses.ts';

/** What is told of the work of disclosure itself: 六政办秘〔2020〕94号三（一）; 2019清单第90项. */
export const OPENNESS_SECTIONS = ['工作动态', '经验做法', '条例宣传', '培训'] as const;

/** 通知公告: told once, shown for a while. */
export const notice = defineKind({
  id: 'notice',
  name: '通知公告',
  group: 'documents',
  hint: '通知、公告、公示和工作动态',
  csv: false,
  body: 'required',
  references: ['reassesses'],
  shape: {
    form: z.enum(['通知', '公告', '公示', '动态']).meta({ title: '类别' }),
    openness: z.enum(OPENNESS_SECTIONS).optional().meta({
      title: '政务公开栏目',
      description: '讲政务公开工作本身的，列入“政务公开工作”页的这一栏',
    }),
    from: day().optional().meta({
      title: '起始日期',
      description: '停水停电、交通管制、招聘报名等从哪天起；不写时为发布日期',
    }),
    until: day().optional().meta({
      title: '截止日期',
      description: '停水停电、交通管制、招聘报名等到哪天为止；到期前列在首页“正在进行”',
    }),
    'shown-until': day().optional().meta({ title: '公示截止日期' }),
    reassesses: reassesses(),
  },
  contradictions: (data) => [
    ...inOrder(data, ['published', '发布日期'], ['shown-until', '公示截止日期']),
    ...inOrder(data, ['from', '起始日期'], ['until', '截止日期']),
    ...inOrder(data, ['published', '发布日期'], ['until', '截止日期']),
  ],
});
