import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const PAIRS = 'packages/standard/data/pairs.yaml 各行所注的来源';
const JOINS = 'packages/standard/data/joins.yaml 各行所注的来源';

/** Rules about what must be followed by what, and about keys that several lists share. */
export const pairRules = {
  'timing/pair-missing': {
    level: 'warning',
    title: '前一环节之后，按时有后一环节（公示有结果、审计有整改 …）',
    message: ({ value, other }) => `最迟在 ${other}应有${value}，还没有`,
    mend: ({ mend }) => mend ?? '发布后一环节，在它的 follows 写本信息的编号',
    source: PAIRS,
  },
  'timing/pair-late': {
    level: 'warning',
    title: '后一环节不逾期',
    message: ({ value, other }) => `${value}，晚于应有的 ${other}`,
    mend: () => '核对两处的日期；确已逾期的，今后按时公开',
    source: PAIRS,
  },
  'timing/pair-order': {
    level: 'warning',
    title: '后一环节不早于前一环节',
    message: ({ value, other }) => `${value} 早于${other}`,
    mend: () => '核对两处的日期和所写的编号；写反了的，改过来',
    source: PAIRS,
  },
  'timing/pair-withdrawn': {
    level: 'warning',
    title: '后一环节撤回后另有替代',
    message: ({ value, other }) => `与本信息成对的${quoted(value)}已于 ${other} 撤回，没有别的代替`,
    mend: ({ mend }) => mend ?? '另行发布，在它的 follows 写本信息的编号',
    source: PAIRS,
  },
  'completeness/pair-before': {
    level: 'warning',
    title: '有前一环节（重大政策有预公开 …）',
    message: ({ value, other }) => `${other}之前没有${value}`,
    mend: ({ mend }) => mend ?? '在 follows 写前一环节的编号；没有公开过的，补充公开',
    source: PAIRS,
  },
  'completeness/join-missing': {
    level: 'warning',
    title: '清单之间互相对得上（有权力有指南 …）',
    message: ({ value }) => `${value}`,
    mend: ({ mend }) => mend ?? '补上缺少的一半',
    source: JOINS,
  },
  'completeness/join-unknown': {
    level: 'warning',
    title: '各清单写的编码在总清单中找得到',
    message: ({ value, other }) => `${quoted(value)} 不是${other}`,
    mend: () => '写错的改正；总清单缺少的，在总清单中补上',
    source: JOINS,
  },
} as const satisfies Record<string, Rule>;
