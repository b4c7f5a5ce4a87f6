import type { LegalDeadline, Standard } from '@columns/standard';
import { z } from 'zod';

/** A number of days of a county's own; 0 means on the same day (同步). */
const days = () => z.int().min(0).optional();

/** Deadlines for which a county may set its own figure: ids of `packages/standard/data/deadlines.yaml`. */
export const deadlineSettings = z.strictObject({
  interpretation: days().meta({
    title: '政策解读时限（工作日）',
    description: '不写时为 0，即与文件同步；六安市的方案为 3',
  }),
  'interpretation-from': z.enum(['发布日期', '成文日期']).optional().meta({
    title: '政策解读时限从哪天起算',
    description: '方案所说的“文件出台之日”；不写时为发布日期',
  }),
  'answer-message': days().meta({ title: '留言答复时限（工作日）' }),
  'service-conditions-changed': days().meta({ title: '办理条件变更后更新指南时限（工作日）' }),
  'consultation-normative': days().meta({ title: '规范性文件征求意见最短时间（工作日）' }),
  'consultation-business': days().meta({ title: '涉企政策征求意见最短时间（日）' }),
  'consultation-major-decision': days().meta({ title: '重大行政决策征求意见最短时间（日）' }),
  'hearing-announced': days().meta({ title: '听证会提前公告时间（日）' }),
});

export type DeadlineSettings = z.infer<typeof deadlineSettings>;

/** 同步解读 is what plans commonly ask for; Lu'an allows 3 working days (六政办秘〔2020〕94号, 二（二）3). */
export const DEADLINE_DEFAULTS = { interpretation: 0 } as const satisfies DeadlineSettings;

/** The deadlines that hold in a county: those of the standard, with the county's own figures. */
export function deadlinesOf(standard: Standard, settings: DeadlineSettings): LegalDeadline[] {
  return standard.deadlines.map((deadline) => {
    const amount = deadline.setting ? own(settings, deadline.id) : undefined;
    if (deadline.rule.kind === 'fixed-date' || amount === undefined) return deadline;
    if (!('amount' in deadline.rule)) return deadline;
    const rule = { ...deadline.rule, amount };
    const formed =
      deadline.id === 'interpretation' && settings['interpretation-from'] === '成文日期';
    if (!formed || rule.kind !== 'after') return { ...deadline, rule };
    return { ...deadline, rule: { ...rule, event: 'policy-formed' } };
  });
}

function own(settings: DeadlineSettings, id: string): number | undefined {
  const value = Object.hasOwn(settings, id) ? settings[id as keyof DeadlineSettings] : undefined;
  return typeof value === 'number' ? value : undefined;
}
