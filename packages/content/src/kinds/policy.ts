import { z } from 'zod';
import { line } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';

/** 政策文件: what a government or its office issued. */
export const policy = defineKind({
  id: 'policy',
  name: '政策文件',
  hint: '政府或部门印发的文件',
  csv: false,
  body: 'required',
  references: [],
  shape: {
    issuer: line().meta({ title: '发文机关' }),
    normative: z.boolean().optional().meta({
      title: '行政规范性文件',
      description: '涉及公民、法人权利义务并反复适用的文件写 true',
    }),
    major: z.boolean().optional().meta({
      title: '重大政策',
      description: '不是规范性文件、但须解读的重大政策措施写 true',
    }),
  },
  contradictions: (data) =>
    inOrder(data, ['formed', '成文日期'], [['validity', 'until'], '有效期至或废止日期']),
});
