import { LONG_GAP } from '@columns/content';
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
  'timing/far-ahead': {
    level: 'warning',
    title: `发布日期不比此前的日期突然晚 ${LONG_GAP} 天以上（多半是年份写错；隔了几年才又有 1、2 个发布日期的也会问到）`,
    message: ({ value, other }) =>
      `发布日期 ${value} 比本专栏此前的日期晚 ${LONG_GAP} 天以上，年份是否写错（此前最新的是 ${other}）`,
    mend: () =>
      '核对年份，写错的改正；没有写错的不用改，有 3 个发布日期后不再提醒。没有给出“当日”（AS_OF）时，这样的日期不作为当日',
    source: '《政府信息公开条例》第二十六条；本平台内容约定',
  },
} as const satisfies Record<string, Rule>;
