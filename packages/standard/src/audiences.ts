/** A group of people whom things are for. */
export interface AudienceGroup {
  /** Stands in addresses: `/for/<id>/`. */
  readonly id: string;
  /** What officers write as `audience`, and readers call themselves. */
  readonly name: string;
  /** Whether what is for them is for business or for everyday life: 涉企, 民生. */
  readonly side: '涉企' | '民生';
  /** What they come for, in one line. */
  readonly hint: string;
}

/**
 * For whom an entry may be, in the order they are shown; a row more is a group more. After 高要区2020年方案三（十二）
 * (a 政策直通车 for enterprises and people, sent to those whom it concerns).
 */
export const AUDIENCE_GROUPS = [
  { id: 'enterprises', name: '企业', side: '涉企', hint: '惠企政策、开办和用工、用地、税费' },
  { id: 'self-employed', name: '个体工商户', side: '涉企', hint: '登记、经营许可、扶持和减免' },
  { id: 'investors', name: '投资者', side: '涉企', hint: '项目审批、招商政策、要素保障' },
  { id: 'parents', name: '学生和家长', side: '民生', hint: '入园入学、招生、资助、校外培训' },
  { id: 'elderly', name: '老年人', side: '民生', hint: '养老、高龄津贴、就医' },
  { id: 'disabled', name: '残疾人', side: '民生', hint: '补贴、康复、就业和无障碍' },
  { id: 'farmers', name: '农户', side: '民生', hint: '涉农补贴、土地、宅基地和危房改造' },
  { id: 'job-seekers', name: '求职者', side: '民生', hint: '招聘、培训、就业和失业保障' },
  { id: 'needy', name: '困难群众', side: '民生', hint: '低保、特困、临时救助、法律援助' },
  { id: 'patients', name: '患者', side: '民生', hint: '医疗保障、看病就医、疾病防治' },
  { id: 'veterans', name: '退役军人', side: '民生', hint: '安置、优待、抚恤' },
  { id: 'newcomers', name: '新市民', side: '民生', hint: '落户、居住、住房、随迁子女' },
] as const satisfies readonly AudienceGroup[];

/** The names of the groups: what may stand in `audience`. */
export type AudienceName = (typeof AUDIENCE_GROUPS)[number]['name'];

export const AUDIENCE_NAMES = AUDIENCE_GROUPS.map(({ name }) => name) as [
  AudienceName,
  ...AudienceName[],
];
