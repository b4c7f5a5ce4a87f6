import { z } from 'zod';
import { day, entryRef, line } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';

const EVALUATION_FORMS = ['政策评估', '决策后评价', '项目评估', '规划评估'] as const;
const CONCLUSIONS = ['继续执行', '修改完善后执行', '停止执行', '废止'] as const;

const indicator = z.strictObject({
  name: line().meta({ title: '指标' }),
  target: line().optional().meta({ title: '目标' }),
  reached: line().meta({ title: '实际' }),
});

/**
 * 政策评估和决策后评价: what a policy has done, and what follows (《重大行政决策程序暂行条例》第三十六条;
 * 2019年度六安市政务公开目标任务责任清单第35项: 评估计划、评估项目、评估方案 and the result).
 */
export const evaluation = defineKind({
  id: 'evaluation',
  name: '政策评估',
  group: 'participation',
  hint: '对已公开的政策、决策、项目执行效果的评估，从方案到结论',
  csv: false,
  body: 'required',
  references: ['evaluates', 'surveys'],
  names: { evaluates: ['policy', 'project', 'notice', 'consultation'], surveys: ['survey'] },
  shape: {
    form: z.enum(EVALUATION_FORMS).meta({ title: '评估类型' }),
    evaluates: z.array(entryRef()).min(1).meta({ title: '所评估的文件、决策或项目' }),
    by: line().meta({ title: '评估单位' }),
    entrusted: line().optional().meta({ title: '受委托的第三方机构' }),
    from: day().meta({ title: '评估期间自' }),
    until: day().meta({ title: '评估期间至' }),
    methods: z
      .array(line())
      .min(1)
      .meta({ title: '评估方法', description: '如 问卷调查、座谈会，每种一行' }),
    surveys: z.array(entryRef()).min(1).optional().meta({
      title: '所用的问卷和民意调查',
      description: '本专栏中问卷和民意调查的编号',
    }),
    result: z
      .strictObject({
        published: day().meta({ title: '结果公布日期' }),
        conclusion: z.enum(CONCLUSIONS).meta({ title: '结论' }),
        summary: line().meta({ title: '主要结果' }),
        indicators: z
          .array(indicator)
          .min(1)
          .optional()
          .meta({ title: '指标', description: '每个指标一项' }),
        next: line().optional().meta({ title: '下一步' }),
      })
      .optional()
      .meta({ title: '评估结果', description: '评估完成后补写；此前公开的是评估方案' }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['from', '评估期间自'], ['until', '评估期间至']),
    ...inOrder(data, ['until', '评估期间至'], [['result', 'published'], '结果公布日期']),
  ],
});
