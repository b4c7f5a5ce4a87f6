import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const PLAN = '安岳县2023年方案：监测错别字；政府网站检查指标（错别字）';

/** Rules about the words of a text; quotations and proper names are spared. */
export const languageRules = {
  'language/typo': {
    level: 'warning',
    title: '没有错别字',
    message: ({ value, other }) => `${quoted(value)} 可能是错别字${other ?? ''}`,
    mend: ({ expected }) =>
      `核对后改为“${expected}”；原文确是如此的，加引号或书名号，或写进 check.yaml 的 proper`,
    source: PLAN,
  },
  'language/leading-body': {
    level: 'warning',
    title: '领导机关、重要表述的名称准确',
    message: ({ value, other }) => `${quoted(value)} 的写法可能有误${other ?? ''}`,
    mend: ({ expected }) => `核对后改为“${expected}”`,
    source: `${PLAN}；严重表述错误单项否决`,
  },
  'language/doubled': {
    level: 'warning',
    title: '没有多打的字词',
    message: ({ value, other }) => `${quoted(value)} 可能多打了字${other ?? ''}`,
    mend: () => '核对后删去多余的字；叠词确实如此的，写进 check.yaml 的 proper',
    source: PLAN,
  },
  'language/half-width': {
    level: 'warning',
    title: '中文里用全角标点',
    message: ({ value, other }) => `中文里用了半角标点：${quoted(value)}${other ?? ''}`,
    mend: () => '改成全角标点：，；：？！（）',
    source: 'GB/T 15834-2011《标点符号用法》',
  },
  'language/unit-names': {
    level: 'warning',
    title: '一个单位一个名称',
    message: ({ value, other }) => `同一单位用了两个名称：${quoted(other)} 和 ${quoted(value)}`,
    mend: ({ expected }) => `统一为“${expected}”；引自原文的，加引号或书名号`,
    source: '基层政务公开评估的通行指标：发布机构名称一致',
  },
  'language/unit-twice': {
    level: 'warning',
    title: '名单中一个名称只属于一个单位',
    message: ({ value, other }) => `名称 ${quoted(value)} 已属于 ${quoted(other)}`,
    mend: () => '核对 departments.yaml、towns.yaml；同一单位录了两次的，合并成一个',
    source: '《政府信息公开条例》第二十条第（二）项',
  },
} as const satisfies Record<string, Rule>;
