import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

/** Rules about when a place is open: hours are data, and one place has one. */
export const hoursRules = {
  'completeness/hours': {
    level: 'warning',
    title: '开放时间写明哪天、几点到几点',
    message: ({ value }) => `${quoted(value)} 看不出哪天、几点到几点开`,
    mend: () =>
      '写成 工作日 8:30—12:00，14:30—17:30；周六 9:00—12:00 这样；临时变动加在后面，如 ；2026-10-01至2026-10-08 不开放；其他说明放进括号',
    source: '安岳县2023年方案附件2“编发‘政务地图’”；页面据此告诉群众现在开不开、周六开不开',
  },
  'law/hours-differ': {
    level: 'warning',
    title: '一个场所只有一种开放时间',
    message: ({ value, other }) => `这里的时间是 ${quoted(value)}，${other}`,
    mend: () => '向场所核对后，把写错的一处改过来；分时段不同的，在两处都写全',
    source: '六政办秘〔2020〕94号二（五）10：相同事项的公开内容对应一致',
  },
} as const satisfies Record<string, Rule>;
