import { z } from 'zod';
import { count, day, entryRef, hours, line, telephone, url } from '../fields.ts';
import { inOrder } from '../order.ts';
import type { Contradiction } from './kind.ts';
import { defineKind } from './kind.ts';

const MATERIAL_FORMS = ['原件', '复印件', '原件和复印件', '电子材料'] as const;

const material = z.strictObject({
  name: line().meta({ title: '材料名称' }),
  form: z.enum(MATERIAL_FORMS).optional().meta({ title: '材料形式' }),
  copies: count().meta({ title: '份数', description: '只核验、不收取的写 0' }),
  note: line().optional().meta({ title: '说明', description: '如 在哪里开具、什么情况下需要' }),
});

const step = z.strictObject({
  name: line().meta({ title: '环节', description: '如 申请、受理、审核、办结' }),
  text: line().optional().meta({ title: '怎样办' }),
  time: line().optional().meta({ title: '所需时间' }),
});

const change = z.strictObject({
  date: day().meta({ title: '变更日期', description: '办理条件从哪天起变了' }),
  updated: day().meta({ title: '更新日期', description: '本指南哪天按变更改好并公开' }),
  text: line().meta({ title: '变更内容' }),
});

/**
 * 办事指南: all that a person must know before setting out, told once (六政办秘〔2020〕94号, 二（四）9;
 * 安岳县2023年方案, 二（三）1). Facts, not prose: the page, the 一次告知单 and the booklet are made of them.
 */
export const guide = defineKind({
  id: 'guide',
  name: '办事指南',
  group: 'services',
  hint: '一个办理事项的条件、材料、流程、时限和地点，逐项填写',
  csv: false,
  body: 'optional',
  references: ['places', 'policies'],
  names: { places: ['place'], policies: ['policy'] },
  shape: {
    code: line().optional().meta({ title: '事项编码' }),
    power: line().optional().meta({
      title: '职权编码',
      description: '权责清单中的职权编码；清单、收费、许可公示与本指南由此互相连通',
    }),
    who: line().meta({ title: '服务对象', description: '哪些人、哪些单位可以办' }),
    amount: z.array(line()).min(1).optional().meta({
      title: '能领多少',
      description: '补贴、津贴、待遇的标准或金额，每档一行，如 80—89周岁：每人每月100元',
    }),
    basis: z.array(line()).min(1).meta({ title: '办理依据', description: '每个依据一行' }),
    conditions: z.array(line()).min(1).meta({ title: '办理条件', description: '每个条件一行' }),
    materials: z.array(material).min(1).meta({
      title: '申请材料',
      description: '每种材料一项；不需要材料的，写一项“不需要提交材料”，份数 0',
    }),
    flow: z.array(step).min(1).meta({ title: '办理流程', description: '每个环节一项' }),
    limit: z
      .strictObject({
        promised: line().meta({ title: '承诺时限', description: '如 当场办结、5个工作日' }),
        legal: line().optional().meta({ title: '法定时限' }),
      })
      .meta({ title: '办理时限' }),
    fee: z
      .strictObject({
        charged: z.enum(['不收费', '收费']).meta({ title: '是否收费' }),
        standard: line().optional().meta({ title: '收费标准' }),
        basis: line().optional().meta({ title: '收费依据' }),
      })
      .meta({ title: '收费' }),
    place: line().optional().meta({ title: '办理地点' }),
    places: z.array(entryRef()).min(1).optional().meta({
      title: '办理场所',
      description: '政务地图中场所的编号，地址、电话随场所更新',
    }),
    hours: hours('办理时间'),
    telephone: telephone().meta({ title: '咨询电话' }),
    complaints: telephone().optional().meta({ title: '监督投诉电话' }),
    online: url().optional().meta({ title: '网上办理地址' }),
    result: line().meta({ title: '办理结果', description: '如 发给证书、决定书，资金到账' }),
    delivery: line().optional().meta({ title: '结果送达' }),
    policies: z.array(entryRef()).min(1).optional().meta({
      title: '相关政策',
      description: '本专栏中政策文件的编号',
    }),
    changes: z.array(change).min(1).optional().meta({
      title: '办理条件变更',
      description: '每次变更一项，最近的在前',
    }),
  },
  contradictions: (data) => [
    ...nowhere(data),
    ...unexplainedFee(data.fee),
    ...(data.changes ?? []).flatMap((one, index) =>
      inOrder(
        { published: data.published, changes: { [index]: one } },
        ['published', '发布日期'],
        [['changes', String(index), 'updated'], '更新日期'],
      ).map((fault) => ({ ...fault, path: ['changes', index, 'updated'] })),
    ),
  ],
});

interface Fee {
  readonly charged: '不收费' | '收费';
  readonly standard?: string | undefined;
  readonly basis?: string | undefined;
}

/** Who must pay must be told how much and by what right; who need not must not be told a price. */
function unexplainedFee({ charged, standard, basis }: Fee): Contradiction[] {
  const fault = (field: keyof Fee, message: string, expected: string) => [
    { path: ['fee', field], message, expected },
  ];
  if (charged === '不收费') {
    return standard === undefined
      ? []
      : fault('standard', `写了“不收费”，又写了收费标准 ${standard}`, '收费的，charged 写“收费”');
  }
  if (standard === undefined)
    return fault('standard', '写了“收费”，没有写收费标准', '如 每件 5 元');
  if (basis === undefined) return fault('basis', '写了“收费”，没有写收费依据', '文件名称和文号');
  return [];
}

function nowhere(data: {
  readonly place?: string | undefined;
  readonly places?: readonly string[] | undefined;
}): Contradiction[] {
  if (data.place !== undefined || data.places !== undefined) return [];
  return [
    {
      path: ['place'],
      message: '没有写在哪里办',
      expected: 'place（办理地点）的文字，或 places（办理场所）中政务地图场所的编号',
    },
  ];
}
