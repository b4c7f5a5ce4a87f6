import { z } from 'zod';
import { amount, day, entryRef, form, line } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

/**
 * The eight kinds of information on a major project, in the order of its life
 * (2019年度六安市政务公开目标任务责任清单第14项; 国办发〔2017〕94号).
 */
export const PROJECT_STAGES = [
  '批准服务',
  '批准结果',
  '招标投标',
  '征收土地',
  '重大设计变更',
  '施工有关',
  '质量安全监督',
  '竣工有关',
] as const;

const FUNDING = ['政府投资', '政府和社会资本合作', '企业投资', '其他'] as const;

const stage = () => z.enum(PROJECT_STAGES).meta({ title: '信息类别' });

const record = z.strictObject({
  stage: stage(),
  date: day().meta({ title: '日期' }),
  title: line().meta({ title: '内容', description: '如 初步设计批复，写明文号' }),
  entry: entryRef().optional().meta({ title: '对应的信息', description: '本专栏中信息的编号' }),
});

const notApplicable = z.strictObject({
  stage: stage(),
  reason: line().meta({ title: '不涉及的原因' }),
});

const month = () =>
  form(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/, '加引号的“年-月”，如 "2026-03"').meta({
    title: '月份',
  });

const progress = z.strictObject({
  month: month(),
  percent: amount().meta({ title: '累计完成（%）', description: '占总工程量的百分比，0 到 100' }),
  invested: amount().optional().meta({ title: '累计完成投资（万元）' }),
  text: line().meta({ title: '当月进展' }),
});

/** 政府和社会资本合作 (2019年责任清单第14项: 项目库、专家库、参与方式、合同、回报机制). */
const ppp = z.strictObject({
  library: line().optional().meta({ title: '项目库', description: '入库编号或入库情况' }),
  way: line().meta({ title: '社会资本参与方式', description: '如 公开招标，占股多少' }),
  contract: line().meta({ title: '项目合同', description: '签订日期和主要内容' }),
  returns: line().meta({ title: '回报机制', description: '如 使用者付费、政府付费' }),
  experts: line().optional().meta({ title: '专家库', description: '评审专家怎样产生，不写姓名' }),
});

/** 存在的问题、责任追究 (2019年责任清单第15项). */
const fault = z.strictObject({
  found: day().meta({ title: '发现日期' }),
  text: line().meta({ title: '存在的问题' }),
  mended: day().optional().meta({ title: '整改日期' }),
  mending: line().optional().meta({ title: '整改情况' }),
  accountability: line().optional().meta({
    title: '责任追究结果',
    description: '写单位、岗位和处理，不写个人姓名',
  }),
});

/** 重大建设项目: one page a project, from its approval to its completion. */
export const project = defineKind({
  id: 'project',
  name: '重大建设项目',
  group: 'lists',
  hint: '一个项目一条：概况、八类信息、按月或按节点的进度',
  csv: false,
  body: 'optional',
  references: ['records'],
  shape: {
    code: line().optional().meta({ title: '项目统一代码' }),
    funding: z.enum(FUNDING).meta({ title: '投资类型' }),
    investment: amount().meta({ title: '总投资（万元）' }),
    scale: line().meta({ title: '建设内容和规模' }),
    site: line().meta({ title: '建设地点' }),
    owner: line().meta({ title: '建设单位' }),
    'owner-post': line().optional().meta({
      title: '建设单位责任岗位',
      description: '写岗位，不写个人姓名',
    }),
    contractor: line().optional().meta({ title: '施工单位' }),
    'contractor-post': line().optional().meta({
      title: '施工单位责任岗位',
      description: '写岗位，不写个人姓名',
    }),
    supervisor: line().optional().meta({ title: '监理单位' }),
    starts: day().optional().meta({ title: '开工日期' }),
    ends: day().optional().meta({ title: '计划竣工日期' }),
    finished: day().optional().meta({ title: '竣工日期' }),
    records: z.array(record).optional().meta({
      title: '已公开的信息',
      description: '每条写明属于八类中的哪一类',
    }),
    ppp: ppp.optional().meta({
      title: '政府和社会资本合作',
      description: '投资类型是“政府和社会资本合作”的填写',
    }),
    contract: line().optional().meta({
      title: '合同履约',
      description: '施工、监理合同履行得怎样，如 按合同工期推进，工程款按节点支付',
    }),
    faults: z.array(fault).min(1).optional().meta({
      title: '存在的问题和责任追究',
      description: '每个问题一项：什么问题、怎样整改、怎样追究责任',
    }),
    'not-applicable': z.array(notApplicable).optional().meta({
      title: '不涉及的类别',
      description: '如不征地、没有重大设计变更，写明原因',
    }),
    progress: z.array(progress).optional().meta({ title: '进度', description: '从早到晚' }),
    'progress-by': z.enum(['按月', '按节点']).optional().meta({
      title: '进度公开方式',
      description: '不写时为按月；按节点公开的，到了节点再写一项进度',
    }),
  },
  contradictions: (data) => [
    ...inOrder(data, ['starts', '开工日期'], ['ends', '计划竣工日期']),
    ...inOrder(data, ['starts', '开工日期'], ['finished', '竣工日期']),
    ...statedAndNot(data['not-applicable'] ?? [], data.records ?? []),
    ...backwards(data.progress ?? []),
    ...withoutPpp(data),
    ...(data.faults ?? []).flatMap((one, index) =>
      inOrder(one, ['found', '发现日期'], ['mended', '整改日期']).map((problem) => ({
        ...problem,
        path: ['faults', index, 'mended'],
      })),
    ),
  ],
});

/** What only such a project has, and whether it is one. */
function withoutPpp(data: { readonly funding: string; readonly ppp?: unknown }): Contradiction[] {
  const together = data.funding === '政府和社会资本合作';
  if (together || data.ppp === undefined) return [];
  return [
    {
      path: ['ppp'],
      message: `投资类型是“${data.funding}”，又写了政府和社会资本合作的内容`,
      expected: '投资类型写“政府和社会资本合作”，或删去 ppp',
    },
  ];
}

type Staged = readonly { readonly stage: (typeof PROJECT_STAGES)[number] }[];

/** A kind of information that is said not to exist, and then told. */
function statedAndNot(none: Staged, records: Staged): Contradiction[] {
  return none.flatMap(({ stage: name }, index) =>
    records.some((each) => each.stage === name)
      ? [
          {
            path: ['not-applicable', index, 'stage'],
            message: `${name}写了不涉及，又列有信息`,
            expected: '只写其中一处',
          },
        ]
      : [],
  );
}

type Months = readonly { readonly month: string; readonly percent: number }[];

/** Months go forward, each once; what is done is not undone. */
function backwards(months: Months): Contradiction[] {
  return months.flatMap(({ month: name, percent }, index): Contradiction[] => {
    const before = months[index - 1];
    const at = (field: string, message: string, expected: string) => [
      { path: ['progress', index, field], message, expected },
    ];
    if (percent > 100) return at('percent', `累计完成 ${percent}% 超过 100%`, '0 到 100');
    if (!before) return [];
    if (name <= before.month)
      return at('month', `${name} 排在 ${before.month} 之后`, '从早到晚，每月一项');
    if (percent < before.percent)
      return at(
        'percent',
        `${name} 累计完成 ${percent}%，少于 ${before.month} 的 ${before.percent}%`,
        '不少于上月；上月有误的，改正上月',
      );
    return [];
  });
}
