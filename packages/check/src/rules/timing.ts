import type { Rule } from './rule.ts';

/** Rules that depend on the day (`AS_OF`, contract 6). */
export const timingRules = {
  'timing/future-date': {
    level: 'warning',
    title: '发布日期不晚于当日',
    message: ({ value, other }) => `发布日期 ${value} 晚于当日 ${other}`,
    mend: () => '核对日期；尚未发布的信息到发布当日再提交',
    source: '《政府信息公开条例》第二十六条',
  },
} as const satisfies Record<string, Rule>;
