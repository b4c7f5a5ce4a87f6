import type { Rule } from './rule.ts';

const DECISIONS = '《重大行政决策程序暂行条例》';
const TASKS_2019 = '六安市2019年度政务公开目标任务责任清单';

/** Rules about what citizens ask, say and come to. */
export const participationRules = {
  'timing/answer': {
    level: 'warning',
    title: '按时答复留言',
    message: ({ value, other }) => `答复于 ${value}，晚于应答复的 ${other}`,
    mend: () => '核对收到和答复的日期；确实晚了的，在答复中说明原因',
    source: `${TASKS_2019}第7项：有关政务的发帖、邮件5个工作日内回复（county.yaml 的 deadlines.answer-message）`,
  },
  'timing/emergency': {
    level: 'warning',
    title: '特别重大、重大突发事件最迟次日有回应',
    message: ({ value, other }) => `回应于 ${value}，事件发生在 ${other}，已超过24小时`,
    mend: () => '核对日期；确实晚了的说明原因，今后5小时内发布权威信息、24小时内举行新闻发布会',
    source: `${TASKS_2019}第6项：最迟5小时内发布权威信息、24小时内举行新闻发布会；其他关切第5项只说第一时间，不计天数`,
  },
  'timing/consultation-short': {
    level: 'warning',
    title: '征集意见的时间够长',
    message: ({ value, other }) => `${value} 截止，按这一类型至少应到 ${other}`,
    mend: () => '延后 closes；确需缩短的，在 shorter-reason 写明理由',
    source: `${DECISIONS}第十五条（30日；确需缩短的说明理由）；各地对规范性文件、涉企政策的规定`,
  },
  'timing/consultation-result': {
    level: 'warning',
    title: '征集结束后反馈结果',
    message: ({ value, other }) => `意见征集 ${value} 已截止，到 ${other} 还没有反馈结果`,
    mend: () => '加上 result，写明反馈日期 published、征集情况 summary 和各条意见 opinions',
    source: `${TASKS_2019}第31项：征求意见的采纳情况应予公布`,
  },
  'completeness/consultation': {
    level: 'warning',
    title: '意见征集有草案、依据和起草说明',
    message: ({ value }) => `意见征集没有写明${value}`,
    mend: () => '补上 draft、basis、drafting-note；草案和说明写在正文中的，值写“正文”',
    source: '安岳县2023年方案二（一）1：预公开决策草案、决策依据和解读材料',
  },
  'completeness/opinion-reason': {
    level: 'warning',
    title: '没有采纳的意见说明理由',
    message: ({ value }) => `意见${value}，没有说明理由`,
    mend: () => '在这条意见下加上 reason',
    source: `${TASKS_2019}第31项：不采纳的，公布时要说明理由`,
  },
  'timing/hearing-notice': {
    level: 'warning',
    title: '听证会提前公告',
    message: ({ value, other }) => `听证会公告于 ${value}，最晚应在 ${other} 公告`,
    mend: () => '核对公告和举行的日期；公告晚了的，推迟听证会',
    source: '听证会举行7日前公告（county.yaml 的 deadlines.hearing-announced）',
  },
  'timing/hearing-result': {
    level: 'warning',
    title: '听证会、列席会议、开放日后公布结果',
    message: ({ value, other }) => `${value} 已举行，到 ${other} 还没有公布结果`,
    mend: () => '加上 result，写明公布日期 published 和结果 summary',
    source: `${TASKS_2019}第31、32项：公开座谈会主要意见、公众列席会议的意见`,
  },
  'timing/open-day': {
    level: 'warning',
    title: '本地方案规定的政务开放日不少',
    message: ({ value, other }) => `到 ${other} 的一年内，政务开放日举行和预告了 ${value}`,
    mend: () =>
      '举行后录入，kind 写 hearing，form 写“政务开放日”；还没有举行的，先公布日期和参加办法',
    source:
      '没有全国统一的次数，只查 check.yaml 中写了 open-days 的县区；安岳县2023年方案二（一）3、附件2：各乡镇（街道）、县级相关部门每年至少1次',
  },
  'timing/open-day-each': {
    level: 'warning',
    title: '各部门和乡镇都举行本地方案规定的政务开放日',
    message: ({ value, other }) => `到 ${other} 的一年内，政务开放日${value}`,
    mend: () =>
      '举行后各录入一条，kind 写 hearing，form 写“政务开放日”，unit 写单位的编号；固定的开放日写 every，如 每月第一个星期三',
    source:
      '没有全国统一的要求，只查 check.yaml 中写了 open-days-each 的县区；安岳县2023年方案二（一）3、附件2：各乡镇（街道）、县级相关部门每年至少1次，有条件的可以设立固定的开放日',
  },
  'timing/training': {
    level: 'warning',
    title: '本地方案规定的政务公开培训不少',
    message: ({ value, other }) => `到 ${other} 的一年内，登记的政务公开培训有 ${value}`,
    mend: () => '培训后录入：清单种类（form）写“政务公开培训”，每次一行',
    source:
      '没有全国统一的次数，只查 check.yaml 中写了 trainings 的县区；高要区2020年方案四（三）：每年至少组织1次集中学习培训；六政办秘〔2020〕94号附件1第29项',
  },
  'completeness/media-reviewer': {
    level: 'warning',
    title: '在用的政务新媒体有审核岗位',
    message: ({ value }) => `账号“${value}”在用，没有写审核岗位`,
    mend: () => '写明发布前由哪个岗位审核（写岗位，不写姓名）；没有人审核的，先停用',
    source: '安岳县2023年方案附件2第18项：解决有账号无监管、有发布无审核的问题',
  },
  'timing/media-stale': {
    level: 'warning',
    title: '在用的政务新媒体按时更新',
    message: ({ value, other }) => `账号“${value}”在用，到核对的 ${other} 已超过规定的天数没有更新`,
    mend: () => '督促主办单位更新后，改“最近更新”；不再使用的，状态改为停用或注销',
    source: '国办秘函〔2019〕19号：政务新媒体两周未更新；设置 media-fresh-days',
  },
  'completeness/satisfaction': {
    level: 'warning',
    title: '建议提案的办理评价一并公开',
    message: () => '没有写代表、委员对办理情况的意见',
    mend: () => '收到意见后加上 satisfaction（满意、基本满意、不满意）',
    source: `${TASKS_2019}第9项：公开办理结果和满意度`,
  },
  'timing/no-calendar': {
    level: 'warning',
    title: '计算工作日要有当年的放假安排',
    message: ({ value }) => `从 ${value} 起算的期限要用到还没有放假安排的年份，算不出，未作检查`,
    mend: () => '国务院办公厅公布放假安排后，请维护人员升级 chinese-days 软件包再查',
    source: '国务院办公厅每年关于节假日安排的通知',
  },
} as const satisfies Record<string, Rule>;
