import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const FORMAT = '《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）';

/** Rules about what appears year by year: annual reports and the gazette. */
export const periodicalRules = {
  'timing/annual-report-late': {
    level: 'warning',
    title: '年报按时公布',
    message: ({ value, other }) => `发布日期 ${value} 晚于规定的最后一日 ${other}`,
    mend: () => '核对发布日期和编制主体；确已逾期的，下一年提前安排',
    source: '《政府信息公开条例》第四十九条、第五十条',
  },
  'timing/annual-report-missing': {
    level: 'warning',
    title: '年报不缺年份',
    message: ({ value, other }) => `“${other}”缺 ${value} 年度的政府信息公开年报，公布期限已过`,
    mend: () => '补发这些年度的政府信息公开年报，写明报告年度',
    source: '《政府信息公开条例》第四十九条、第五十条',
  },
  'law/annual-report-overview': {
    level: 'warning',
    title: '年报的总体情况不超过 1000 字',
    message: ({ value }) => `“总体情况”有 ${value}，超过规定`,
    mend: () => '压缩这一部分；数据放在第二、三、四部分的表中',
    source: FORMAT,
  },
  'law/annual-report-problems': {
    level: 'warning',
    title: '年报的问题及改进情况不照抄上年',
    message: ({ value, other }) => `第五部分与 ${value}报告（${other}）完全相同`,
    mend: () => '写当年的问题，并说明上年所列问题改进得怎样',
    source: FORMAT,
  },
  'law/annual-report-carried': {
    level: 'warning',
    title: '年报的上年结转与上年报告一致',
    message: ({ value, other }) =>
      `“上年结转政府信息公开申请数量”总计是 ${value}，与上年报告（${other}）不一致`,
    mend: () => '核对两年的报告；上年报告有误的，更正后说明',
    source: FORMAT,
  },
  'law/annual-report-documents': {
    level: 'warning',
    title: '年报的规范性文件件数与备案台账一致',
    message: ({ value, other }) => `行政规范性文件“${other}”写的是 ${value}，与本专栏的台账不一致`,
    mend: () => '核对年报和规范性文件的成文日期、有效性；漏录的文件补录，年报有误的更正后说明',
    source: `${FORMAT}第二部分`,
  },
  'law/annual-report-decisions': {
    level: 'warning',
    title: '年报的许可、处罚、强制件数不少于公示的件数',
    message: ({ value, other }) => `“${other}”写的是 ${value}，少于本专栏公示的件数`,
    mend: () => '核对年报和行政许可、行政处罚、行政执法结果各清单；年报有误的更正后说明',
    source: `${FORMAT}第二部分（处理决定数量含依法不公开的）`,
  },
  'completeness/gazette-double': {
    level: 'warning',
    title: '公报期号不重复',
    message: ({ value, other }) => `${quoted(value)} 已经有了：${other}`,
    mend: () => '核对年份和期号；同一期录了两次的，撤回其中一条',
    source: '本平台内容约定',
  },
  'completeness/gazette-missing': {
    level: 'warning',
    title: '公报各期齐全',
    message: ({ value, other }) => `有 ${quoted(other)}，缺少它前面的 ${quoted(value)}`,
    mend: () => '补录缺少的一期，或核对期号',
    source: '六安市2019年政务公开任务（推动政府公报创新发展）',
  },
} as const satisfies Record<string, Rule>;
