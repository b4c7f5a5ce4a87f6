import type { Rule } from './rule.ts';

const TASKS_2019 = '六安市2019年度政务公开目标任务责任清单';

/** Rules about normative documents and their interpretation. */
export const documentRules = {
  'completeness/document-files': {
    level: 'warning',
    title: '规范性文件附 PDF 和 Word 版',
    message: ({ value }) => `规范性文件没有附 ${value} 版，读者不能下载`,
    mend: () => '把文件放进同名文件夹，并在 attachments 中列出',
    source: `${TASKS_2019}第3项（PDF 下载）；基层政务公开考核通行指标（Word 和 PDF）`,
  },
  'completeness/validity': {
    level: 'warning',
    title: '规范性文件标明有效性',
    message: () => '规范性文件没有标明有效性',
    mend: () => '加上 validity，写明 state（有效、已修改、废止、失效）和 until（有效期至）',
    source: '行政规范性文件清理结果公开的要求（2019年责任清单第34项；安岳县2023年方案二（二）2）',
  },
  'completeness/ended-by': {
    level: 'warning',
    title: '已修改、废止的文件写明依据的文件',
    message: ({ value }) => `文件标为“${value}”，没有写明被哪个文件修改或废止`,
    mend: () => '在 validity 下加上 by，写修改或废止它的文件的编号；该文件未录入的先录入',
    source: `${TASKS_2019}第34项：废止、失效等情况在原文件上明确标注`,
  },
  'completeness/ended-when': {
    level: 'warning',
    title: '已修改、废止、失效的文件写明日期',
    message: ({ value }) => `文件标为“${value}”，没有写明从哪天起，不能列入当年的清理结果`,
    mend: () => '在 validity 下加上 until，写修改、废止或失效的日期',
    source: `${TASKS_2019}第34项：公开规范性文件清理结果`,
  },
  'completeness/shown-until': {
    level: 'warning',
    title: '公示写明截止日期',
    message: () => '公示可以提意见，没有写公示截止日期，网页不能显示到哪天为止',
    mend: () => '加上 shown-until（公示截止日期）；不接受意见的，form 改为“公告”',
    source: '基层政务公开标准目录“公示”类事项；《重大行政决策程序暂行条例》',
  },
  'timing/validity-over': {
    level: 'warning',
    title: '有效期已过的文件不再标为有效',
    message: ({ value, other }) => `有效期至 ${value}，到 ${other} 已过，仍标为“有效”`,
    mend: () => '核对后把 state 改为“失效”，或写明延长后的 until',
    source: '高要区2020年方案三（四）：对失效政府信息进行清理规范',
  },
  'timing/interpretation': {
    level: 'warning',
    title: '规范性文件和重大政策按时解读',
    message: ({ value, other }) =>
      value === undefined
        ? `文件最迟在 ${other}应有解读，还没有`
        : `最早的解读发布于 ${value}，晚于应有的 ${other}`,
    mend: ({ value }) =>
      value === undefined
        ? '起草解读，kind 写 interpretation，interprets 写本文件的编号；可与文件在同一次提交中发布'
        : '核对解读的发布日期；今后解读与文件一同起草、一同发布',
    source:
      '六政办秘〔2020〕94号二（二）3：文件出台之日起3个工作日内；其他方案：同步（county.yaml 的 deadlines.interpretation，从哪天起算见 interpretation-from）',
  },
} as const satisfies Record<string, Rule>;
