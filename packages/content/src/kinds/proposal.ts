import { z } from 'zod';
import { day, line } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';

/** 建议提案办理: the answer and how content its mover is (六安市2019年任务第9项). Never names the mover. */
export const proposal = defineKind({
  id: 'proposal',
  name: '建议提案办理',
  group: 'participation',
  hint: '人大代表建议、政协提案的办理答复',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    form: z.enum(['人大代表建议', '政协提案']).meta({ title: '类别' }),
    number: line().meta({ title: '编号', description: '如 第12号，全是数字时加引号' }),
    session: line().optional().meta({ title: '届次', description: '如 县十八届人大四次会议' }),
    by: line().meta({ title: '承办单位' }),
    received: day().optional().meta({ title: '交办日期' }),
    answered: day().meta({ title: '答复日期' }),
    satisfaction: z
      .enum(['满意', '基本满意', '不满意'])
      .optional()
      .meta({ title: '代表、委员对办理情况的意见' }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['received', '交办日期'], ['answered', '答复日期']),
    ...inOrder(data, ['answered', '答复日期'], ['published', '发布日期']),
  ],
});
