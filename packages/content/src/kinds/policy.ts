import { z } from 'zod';
import { day, line, telephone } from '../fields.ts';
import { inOrder } from '../order.ts';
import { defineKind } from './kind.ts';
import { reassesses } from './reassesses.ts';
import { repostedFrom } from './reposted.ts';

/** What a policy gives to whom it concerns, told as facts (高要区2020年方案三（十二） “政策直通车”). */
const benefit = z.strictObject({
  conditions: z.array(line()).min(1).meta({ title: '享受条件', description: '每个条件一行' }),
  materials: z.array(line()).min(1).meta({
    title: '所需材料',
    description: '每种一行；免申即享的写“不需要提交材料”',
  }),
  limit: line().meta({ title: '兑现时限', description: '如 受理后10个工作日内拨付' }),
  closes: day().optional().meta({ title: '申报截止日期', description: '长期受理的不写' }),
  amount: line().optional().meta({ title: '支持标准' }),
  how: line().optional().meta({ title: '怎样申报', description: '在哪里交、找哪个单位' }),
  telephone: telephone().optional().meta({ title: '咨询电话' }),
});

/** 政策文件: what a government or its office issued. */
export const policy = defineKind({
  id: 'policy',
  name: '政策文件',
  group: 'documents',
  hint: '政府或部门印发的文件',
  csv: false,
  body: 'required',
  references: ['reassesses'],
  shape: {
    issuer: line().meta({ title: '发文机关' }),
    'drafted-by': line().optional().meta({
      title: '起草单位',
      description: '谁起草谁解读：解读单位应是它',
    }),
    ...repostedFrom,
    normative: z.boolean().optional().meta({
      title: '行政规范性文件',
      description: '涉及公民、法人权利义务并反复适用的文件写 true',
    }),
    major: z.boolean().optional().meta({
      title: '重大政策',
      description: '不是规范性文件、但须解读的重大政策措施写 true',
    }),
    benefit: benefit.optional().meta({
      title: '惠企利民要点',
      description: '有补助、减免、奖励等可以申报的政策：谁能享受、交什么材料、多久兑现、何时截止',
    }),
    reassesses: reassesses(),
  },
  contradictions: (data) => [
    ...inOrder(data, ['formed', '成文日期'], [['validity', 'until'], '有效期至或废止日期']),
    ...inOrder(data, ['formed', '成文日期'], [['benefit', 'closes'], '申报截止日期']),
  ],
});
