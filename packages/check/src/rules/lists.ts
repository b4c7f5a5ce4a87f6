import type { Rule } from './rule.ts';

const TASKS_2019 = '六安市2019年度政务公开目标任务责任清单';

/** Rules about registers, ledgers, projects, and matters that several levels disclose. */
export const listRules = {
  'timing/decision-shown': {
    level: 'warning',
    title: '行政许可、行政处罚按时公示',
    message: ({ value, other }) => `公示于 ${value}，晚于应公示的 ${other}`,
    mend: () => '核对决定日期和公示日期；确已逾期的，今后在决定后7个工作日内公示',
    source: '行政许可和行政处罚等信用信息公示的规定（双公示）',
  },
  'timing/approved-accounts': {
    level: 'warning',
    title: '预算、决算批准后按时公开',
    message: ({ value, other }) => `发布于 ${value}，晚于应公开的 ${other}`,
    mend: () => '核对批准日期 approved 和发布日期；确已逾期的，下一年提前安排',
    source: '《预算法》第十四条：批准后20日内',
  },
  'completeness/approved-date': {
    level: 'warning',
    title: '预算、决算写明批准日期',
    message: ({ value }) => `“${value}”没有写批准日期，不能核对是否按时公开`,
    mend: () => '加上 approved，写人民代表大会或其常务委员会批准的日期',
    source: '《预算法》第十四条',
  },
  'completeness/directory-elements': {
    level: 'warning',
    title: '名录有事项的全部要素',
    message: ({ value }) => `名录缺少要素：${value}`,
    mend: () => '在数据表中补上这几列；列名与要素一致，或以要素的名称结尾',
    source: '湘政务公开办发〔2020〕1号三（二）：按公开内容（要素）逐个明细',
  },
  'completeness/directory-cells': {
    level: 'warning',
    title: '名录的要素逐个填写',
    message: ({ value }) => `有 ${value} 行没有填这个要素，第一处在这里`,
    mend: () => '逐行补上；确实没有的写“无”',
    source: '湘政务公开办发〔2020〕1号三（二）',
  },
  'timing/task-overdue': {
    level: 'warning',
    title: '任务在截止日期前完成',
    message: ({ value, other }) => `截止 ${value}，到 ${other} 状态还是未完成`,
    mend: () => '已经完成的，状态改为“已完成”并写佐证；没有完成的，督促责任单位并说明原因',
    source: '六政办秘〔2020〕94号三（一）：加强调度和督促检查；安岳县2023年方案四（二）',
  },
  'completeness/task-state': {
    level: 'warning',
    title: '过了截止日期的任务写明状态',
    message: ({ value, other }) => `到 ${other}，有 ${value} 项任务过了截止日期，状态是“原件未载”`,
    mend: () => '向责任单位核实后，把状态改为“已完成”“进行中”或“未开始”；完成的写佐证',
    source: '六政办秘〔2020〕94号三（一）：加强调度和督促检查；安岳县2023年方案四（二）',
  },
  'completeness/task-evidence': {
    level: 'warning',
    title: '已完成的任务有佐证',
    message: () => '状态是“已完成”，没有写佐证',
    mend: () => '在“佐证”一列写本专栏中能说明完成情况的信息的编号，几个编号用“、”隔开',
    source: '安岳县2023年方案四（二）：形成推进工作台账',
  },
  'completeness/task-state-date': {
    level: 'warning',
    title: '任务的状态写明日期',
    message: ({ value }) => `状态是“${value}”，没有写是哪一天的状态`,
    mend: () => '加“状态日期”一列，逐行写核对状态的日期；全部是同一天的，填“状态更新日期”',
    source: '安岳县2023年方案四（二）：形成推进工作台账；2019清单第99项：对照序时进度',
  },
  'completeness/proof-withdrawn': {
    level: 'warning',
    title: '任务的佐证没有撤回',
    message: ({ value }) => `佐证“${value}”已经撤回，不能再说明任务的完成情况`,
    mend: () => '换成仍在公开的信息；没有的，删去这一处并核对任务的状态',
    source: '安岳县2023年方案四（二）：形成推进工作台账',
  },
  'completeness/proof-page': {
    level: 'warning',
    title: '作佐证的页面有内容',
    message: ({ value, other }) =>
      other === undefined
        ? `佐证“${value}”的页面上还没有内容`
        : `佐证“${value}”的页面上还没有内容：${other}`,
    mend: () => '先录入这个页面所列的信息，或换成能说明任务完成情况的佐证',
    source: '安岳县2023年方案四（二）：形成推进工作台账',
  },
  'completeness/project-stages': {
    level: 'warning',
    title: '重大建设项目的八类信息不缺',
    message: ({ value }) => `没有公开这几类信息：${value}`,
    mend: () =>
      '在 records 中补上；还没有形成的，形成后补；确实不涉及的，在 not-applicable 中写明原因',
    source: `${TASKS_2019}第14项；国办发〔2017〕94号`,
  },
  'timing/project-progress': {
    level: 'warning',
    title: '在建项目按月或按节点公开进度',
    message: ({ value, other }) =>
      value === undefined
        ? `项目已开工，到 ${other} 没有公开过进度`
        : `最近的进度是 ${value}，到 ${other} 没有按月更新`,
    mend: () =>
      '在 progress 中补上；按节点公开的，写 progress-by: 按节点；已经竣工的，写 finished（竣工日期）',
    source: `${TASKS_2019}第15项：按月或节点公开项目建设序时进度；设置 project-progress-months`,
  },
  'law/matter-differs': {
    level: 'warning',
    title: '同一事项在县、乡、村公开的内容一致',
    message: ({ value, other }) => `本文写的是${value}，${other}`,
    mend: () => '核对后改正写错的一处；确因地方标准不同的，写明是哪一级的标准',
    source: '六政办秘〔2020〕94号二（五）10：相同事项的公开内容对应一致',
  },
} as const satisfies Record<string, Rule>;
