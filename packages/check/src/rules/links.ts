import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

/** Rules about where links lead; a page that does not exist is `shape/unknown-reference`. */
export const linkRules = {
  'links/dead-anchor': {
    level: 'warning',
    title: '页内链接有落点',
    message: ({ value }) => `页内没有 ${quoted(value)} 这个位置`,
    mend: ({ expected }) =>
      expected === undefined ? '那一页没有标题，删去 # 和后面的部分' : '改成“应为”所列的位置之一',
    source: '政府网站检查指标：错链、死链',
  },
  'links/unlisted-host': {
    level: 'warning',
    title: '外部链接在本县区的清单中',
    message: ({ value, other }) => `${quoted(value)} 不在可以链接的网站清单中${other ?? ''}`,
    mend: () => '核对网址；确需链接的，把网站名写进 county.yaml 的 known-sites',
    source: '《政府网站发展指引》（国办发〔2017〕47号）：链接外部网站须审核',
  },
} as const satisfies Record<string, Rule>;
