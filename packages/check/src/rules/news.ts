import type { Rule } from './rule.ts';

const TASKS_2019 = '六安市2019年度政务公开目标任务责任清单';
const LUAN_2020 = '六政办秘〔2020〕94号';

/** Rules about surveys, press conferences, alerts, and about who interprets. */
export const newsRules = {
  'timing/survey-result': {
    level: 'warning',
    title: '问卷和民意调查截止后公布结果',
    message: ({ value, other }) => `调查 ${value} 已截止，到 ${other} 还没有公布结果`,
    mend: () => '补上调查结果和各选项的选择人数',
    source: `${TASKS_2019}第35项：重大民生决策民意调查，以公开促落实；第31项：征求意见的采纳情况应予公布`,
  },
  'timing/alert-first': {
    level: 'warning',
    title: '重大、特别重大突发事件按时首次发布',
    message: ({ value, other }) => `首次发布在${value}，超过 ${other} 小时`,
    mend: () => '核对发生时间和首次发布时间；确实晚了的，在发布内容中说明原因',
    source: `${TASKS_2019}第6项：特别重大、重大突发事件最迟5小时内发布权威信息（check.yaml 的 emergency-hours）`,
  },
  'timing/alert-briefing': {
    level: 'warning',
    title: '重大、特别重大突发事件按时举行新闻发布会',
    message: ({ value, other }) =>
      value === undefined
        ? `事件发生已超过 ${other} 小时，没有新闻发布会`
        : `新闻发布会在${value}，超过 ${other} 小时`,
    mend: () => '在历次发布中加上新闻发布会一项，写明时间；确实没有举行的，说明原因',
    source: `${TASKS_2019}第6项：24小时内举行新闻发布会（check.yaml 的 emergency-briefing-hours）`,
  },
  'completeness/alert-result': {
    level: 'warning',
    title: '突发事件结束后公布处置结果',
    message: ({ value, other }) => `事件 ${value} 已结束，到 ${other} 没有发布处置结果`,
    mend: () => '在历次发布中加上处置结果一项',
    source: '安岳县2023年方案附件2、六安市2019年清单第5项：讲清事实真相、有关政策措施、处置结果',
  },
  'timing/briefing': {
    level: 'warning',
    title: '按季度举行新闻发布会，负责人按规定出席',
    message: ({ value, other }) => `到 ${other}，${value}`,
    mend: () => '补录已经举行的新闻发布会，写明发布人的身份；没有举行的，尽快安排',
    source: `${TASKS_2019}第4项“4·2·1+N”：重点部门每季度至少一次，相关负责人每半年、主要负责人每年至少出席一次；只查 check.yaml 中写了 quarterly-briefings 的县区和开过新闻发布会的单位`,
  },
  'timing/head-interpretation': {
    level: 'warning',
    title: '主要负责人每年解读政策',
    message: ({ value, other }) => `到 ${other} 的一年内，这个单位的主要负责人解读政策 ${value}`,
    mend: () => '补录主要负责人的解读，解读人选“主要负责人”；没有的，尽快安排',
    source: `${TASKS_2019}第3项：主要负责人年内解读重要政策措施不少于1次；只查 check.yaml 中写了 head-interpretations 的县区和发布过解读的单位`,
  },
  'law/interpreted-by': {
    level: 'warning',
    title: '谁起草，谁解读',
    message: ({ value, other }) => `解读单位是“${value}”，所解读的文件由“${other}”起草`,
    mend: () => '核对解读单位和文件的起草单位；写的是同一单位不同名称的，改为一致',
    source: `${TASKS_2019}第3项、肇庆市高要区方案三（十）：谁起草、谁解读`,
  },
  'completeness/business-asked': {
    level: 'warning',
    title: '涉企政策写明听取了哪些企业和协会的意见',
    message: () => '涉企政策征求意见，没有写听取了哪些企业、商会、行业协会的意见',
    mend: () => '补上听取意见的企业和协会，每个一行，不写个人姓名',
    source: `${LUAN_2020}二（二）5：企业家、商会、行业协会等参与涉企政策制定`,
  },
  'completeness/bundle-guides': {
    level: 'warning',
    title: '一件事包含两个以上办理事项',
    message: () => '只有一个办理事项，不成“一件事”',
    mend: () => '加上要一起办的办事指南；确实只有一个的，直接公开办事指南',
    source: `${LUAN_2020}二（四）9：以为企业和群众“办好一件事”为标准，集成办事服务信息`,
  },
  'completeness/meeting-opinions': {
    level: 'warning',
    title: '座谈、论证、走访、列席后公布主要意见，访谈后公布问答',
    message: ({ value }) => `公布了结果，没有写${value}`,
    mend: ({ value }) => `在结果中补上${value}；没有人提意见的，在结果中写明`,
    source: `${TASKS_2019}第31项：公开座谈会主要意见；第32项：公开公众列席会议提出的意见；第7项：在线访谈`,
  },
} as const satisfies Record<string, Rule>;
