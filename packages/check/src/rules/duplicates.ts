import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const ONCE = '同一信息只存一处：重复发布是评估常见的扣分项；要列入多个事项用 also';

/** Rules about what is there twice, or where it does not belong. */
export const duplicateRules = {
  'duplicates/same': {
    level: 'warning',
    title: '一条信息不发布两次',
    message: ({ other }) => `正文与 ${other} 相同`,
    mend: () => '只留一条，另一处所属的事项写进它的 also；已经公开过的地址写进 formerly',
    source: ONCE,
  },
  'duplicates/same-title': {
    level: 'warning',
    title: '同一天没有标题相同的两条信息',
    message: ({ value, other }) => `${quoted(value)} 同一天已在 ${other} 发布`,
    mend: () => '同一条信息的，只留一条；是两件事的，标题中写明区别，如批次、地点',
    source: ONCE,
  },
  'duplicates/similar': {
    level: 'warning',
    title: '没有大致相同的信息',
    message: ({ value, other }) => `正文与 ${other} 大致相同（约 ${value}）`,
    mend: () => '核对是否同一条信息：是的只留一条；是更正的，改原来那条',
    source: ONCE,
  },
  'duplicates/wrong-domain': {
    level: 'warning',
    title: '单位在自己的领域发布',
    message: ({ value, other }) => `${quoted(value)} 不牵头也不配合领域 ${quoted(other)}`,
    mend: () => '核对发布机构和所放的文件夹；确有职责的，写进 departments.yaml 中该单位的 domains',
    source: '本县区方案的领域分工表（packages/standard/data/structures）',
  },
} as const satisfies Record<string, Rule>;
