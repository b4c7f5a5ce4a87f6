import { z } from 'zod';
import { channelIdSchema } from './channel.ts';
import { textSchema } from './common.ts';

/** What a deadline counts from or to, with the Chinese wording for pages and messages. */
export const eventLabels = {
  'formed-or-changed': '信息形成或者变更',
  'made-or-obtained': '制定（制作）或者获取信息',
  'decision-made': '作出决定',
  approved: '批准（批复）',
  'congress-approved': '本级人民代表大会或其常务委员会批准',
  'finance-replied': '本级政府财政部门批复',
  'application-received': '收到申请',
  'extension-granted': '原答复期限届满（批准延期）',
  'opinion-asked': '第三方收到征求意见书',
  'land-approval-received': '收到征地批准文件',
  'land-survey-ended': '拟征收土地现状调查结束',
  'compensation-plan-drafted': '拟定《征地补偿安置方案》',
  'allocation-decided': '分配结果确定',
  'policy-formed': '政策文件成文',
  'policy-published': '政策文件公布',
  'message-received': '收到留言',
  'concern-raised': '关切出现',
  'emergency-happened': '突发事件发生',
  'service-changed': '办事条件变更',
  'consultation-opened': '开始征求意见',
  'meeting-held': '会议召开',
  'hearing-held': '组织听证',
  'year-ended': '报告年度结束',
  unstated: '原文未写明起算点',
} as const;

export type DeadlineEvent = keyof typeof eventLabels;

export const eventSchema = z.enum(Object.keys(eventLabels) as DeadlineEvent[]);

/** 工作日 or 日. A week is written as 7 calendar days. */
export const unitSchema = z.enum(['working-day', 'calendar-day']);

const amount = z.int().positive();

/** What any deadline may carry beside its own fields. */
const common = {
  /** Holds only for these channels; absent: for all. */
  channels: z.array(channelIdSchema).min(1).optional(),
  /** Holds only for this part of the item, in the words of the source (处罚决定). */
  scope: textSchema.optional(),
  /** The source adds 法律法规另有规定的从其规定. */
  'subject-to-law': z.literal(true).optional(),
  /** Printed so in the source, but probably an error there: never measure anyone by it. */
  suspect: z.literal(true).optional(),
};

const counted = { amount, unit: unitSchema };

/** A deadline as data, told apart by `kind`. */
export const deadlineSchema = z.discriminatedUnion('kind', [
  /** 形成或变更之日起20个工作日内. */
  z.strictObject({ kind: z.literal('after'), event: eventSchema, ...counted, ...common }),
  /** 组织听证7个工作日前. */
  z.strictObject({ kind: z.literal('before'), event: eventSchema, ...counted, ...common }),
  /** 每20个工作日更新. */
  z.strictObject({ kind: z.literal('every'), ...counted, ...common }),
  /** Shown or open for at least so long: 公示7个工作日, 征求意见不少于30日. */
  z.strictObject({
    kind: z.literal('at-least'),
    purpose: z.enum(['display', 'consultation']),
    ...counted,
    ...common,
    /** A shorter time is allowed when the reason is given. */
    'shorter-with-reason': z.literal(true).optional(),
  }),
  /** 实时公开. */
  z.strictObject({ kind: z.literal('real-time'), ...common }),
  /** 及时公开, 按进展情况及时公开; `event` where the source names one. */
  z.strictObject({ kind: z.literal('promptly'), event: eventSchema.optional(), ...common }),
  /** 长期公开. */
  z.strictObject({ kind: z.literal('lasting'), ...common }),
  /** 随采购公告公开: at the moment of something else, `what` in the words of the source. */
  z.strictObject({ kind: z.literal('with'), what: textSchema, ...common }),
]);

export type Deadline = z.infer<typeof deadlineSchema>;

/** 公开时限: the text of the source and what it means. */
export const timingSchema = z.strictObject({
  text: textSchema,
  deadlines: z.array(deadlineSchema).min(1),
});

export type Timing = z.infer<typeof timingSchema>;
