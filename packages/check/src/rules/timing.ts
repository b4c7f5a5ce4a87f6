import { LONG_GAP } from '@columns/content';
import { SECURITY_DAYS } from './find/security.ts';
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
  'timing/security-expires': {
    level: 'warning',
    title: `安全联系方式（security.txt）没有过期，不在 ${SECURITY_DAYS} 天内过期，有效期不超过一年`,
    message: ({ value, other, expected }) =>
      expected === 'past'
        ? `安全联系方式的有效期到 ${value} 为止，到 ${other} 已经过期，发现安全问题的人会当它作废`
        : expected === 'soon'
          ? `安全联系方式的有效期到 ${value} 为止，从 ${other} 起不足 ${SECURITY_DAYS} 天`
          : `安全联系方式的有效期写到 ${value}，从 ${other} 起超过一年，太久没有人核对`,
    mend: () =>
      '试打电话、试发邮件，核对联系方式还有没有人处理，再把 security 的 expires 改为一年以内的日期',
    source:
      'RFC 9116 第2.5.5节：过期的 security.txt 不得再用，有效期宜在一年以内；到期前提醒的天数是本平台约定',
  },
} as const satisfies Record<string, Rule>;
