import type { Rule } from './rule.ts';

const PLAN_2020 = '六政办秘〔2020〕94号';
const GAOYAO = '高要区2020年方案';

/** Rules about how disclosure reaches people: whom to apply to, whom to ring, for whom, and where else. */
export const reachRules = {
  'completeness/receiver': {
    level: 'warning',
    title: '受理公开申请的机构资料齐全',
    message: ({ value, other }) =>
      other === undefined
        ? `没有写政府信息公开工作机构的单位：${value}`
        : `${other}的政府信息公开工作机构没有写${value}`,
    mend: () =>
      '在这个单位下写 openness，写明 name（机构名称）、address、hours、telephone、fax、mail 和 post（岗位）；确实没有传真的，向主管单位确认后在 mail 写明网上受理方式',
    source: `《政府信息公开条例》第十二条；${PLAN_2020}三（二）、附件1第8项：明确公开工作机构和人员`,
  },
  'completeness/consult': {
    level: 'warning',
    title: '咨询电话有人登记',
    message: ({ value, other }) => `咨询电话写的是${other}（${value}），这个单位没有登记电话`,
    mend: () => '在 departments.yaml 中给这个单位写 telephone，或者改用登记了电话的单位',
    source: '六安市人民政府办公室2019年7月2日通知页末：政策咨询的电话',
  },
  'completeness/doors': {
    level: 'warning',
    title: '登记互动交流、在线办事和依申请公开的入口',
    message: ({ value }) => `county.yaml 的 links 中没有${value}的入口`,
    mend: () => '写明平台的 name、for（用途）和 address；本地没有这个平台的，登记上级统一的平台',
    source: `${PLAN_2020}二（三）7、二（二）4：设置互动交流、在线办事入口和统一的依申请公开受理平台`,
  },
  'completeness/benefit': {
    level: 'warning',
    title: '惠企政策写明条件、材料和时限',
    message: ({ value }) => `面向${value}的政策没有写惠企利民要点`,
    mend: () =>
      '加上 benefit（惠企利民要点），写明享受条件、所需材料、兑现时限和申报截止日期；没有可以申报的内容的，从面向人群中删去企业一类',
    source: `${GAOYAO}三（十二）：“政策直通车”；六安市2019年度政务公开目标任务责任清单第1项：惠企利民政策集中发布`,
  },
  'completeness/channels': {
    level: 'warning',
    title: '规定的公开渠道都用了',
    message: ({ value, other }) => `事项“${other}”还规定了这些公开渠道，没有写公开情况：${value}`,
    mend: () =>
      '在另外的公开渠道中补上这几种渠道的发布日期；确实不用的，在目录中改这一事项的公开渠道',
    source: '湘政务公开办发〔2020〕1号三（二）：对照标准指引规定的公开渠道和载体公开',
  },
  'completeness/channel-unlisted': {
    level: 'warning',
    title: '另外的公开渠道是目录规定的',
    message: ({ value, other }) => `事项“${other}”的公开渠道中没有“${value}”`,
    mend: () => '核对渠道的名称；确实在这个渠道公开的，在目录中给这一事项加上它',
    source: '湘政务公开办发〔2020〕1号三（二）：对照标准指引规定的公开渠道和载体公开',
  },
} as const satisfies Record<string, Rule>;
