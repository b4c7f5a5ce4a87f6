/** A department of a generated county and the domains it answers for. */
export interface DepartmentRow {
  readonly id: string;
  /** Without 县 before it. */
  readonly name: string;
  /** What stands for it in document numbers, after the county's 样. */
  readonly sign: string;
  /** 主题分类 of what it publishes. */
  readonly topic: string;
  readonly domains: readonly string[];
}

export const DEPARTMENTS: readonly DepartmentRow[] = [
  {
    id: 'government-office',
    name: '人民政府办公室',
    sign: '政办',
    topic: '综合政务/政务公开',
    domains: [],
  },
  {
    id: 'development-reform',
    name: '发展和改革局',
    sign: '发改',
    topic: '国民经济管理、国有资产监管/重大建设项目',
    domains: ['major-projects', 'grain-security'],
  },
  {
    id: 'public-resource-trading',
    name: '公共资源交易中心',
    sign: '公管',
    topic: '国民经济管理、国有资产监管/招标投标',
    domains: ['public-resource-trading'],
  },
  {
    id: 'education',
    name: '教育局',
    sign: '教',
    topic: '科技、教育/义务教育',
    domains: ['compulsory-education', 'preschool'],
  },
  {
    id: 'public-security',
    name: '公安局',
    sign: '公',
    topic: '公安、安全、司法/户籍',
    domains: ['household-registration'],
  },
  {
    id: 'civil-affairs',
    name: '民政局',
    sign: '民',
    topic: '民政、扶贫、救灾/社会救助',
    domains: ['social-assistance', 'elder-care', 'disability'],
  },
  {
    id: 'justice',
    name: '司法局',
    sign: '司',
    topic: '公安、安全、司法/法律服务',
    domains: ['legal-services'],
  },
  {
    id: 'finance',
    name: '财政局',
    sign: '财',
    topic: '财政、金融、审计/财政',
    domains: ['budget'],
  },
  {
    id: 'human-resources',
    name: '人力资源和社会保障局',
    sign: '人社',
    topic: '劳动、人事、监察/就业和社会保险',
    domains: ['employment', 'social-insurance'],
  },
  {
    id: 'natural-resources',
    name: '自然资源和规划局',
    sign: '自然资规',
    topic: '国土资源、能源/土地',
    domains: ['urban-rural-planning', 'land-expropriation', 'natural-resources'],
  },
  {
    id: 'ecology',
    name: '生态环境分局',
    sign: '环',
    topic: '城乡建设、环境保护/环境监测、保护与治理',
    domains: ['ecology'],
  },
  {
    id: 'housing-construction',
    name: '住房和城乡建设局',
    sign: '住建',
    topic: '城乡建设、环境保护/住房保障',
    domains: ['affordable-housing', 'house-expropriation', 'rural-housing', 'municipal-services'],
  },
  {
    id: 'urban-management',
    name: '城市管理综合执法局',
    sign: '城管',
    topic: '城乡建设、环境保护/城市管理',
    domains: ['urban-enforcement'],
  },
  {
    id: 'agriculture',
    name: '农业农村局',
    sign: '农',
    topic: '农业、林业、水利/农业',
    domains: ['farm-subsidies', 'poverty-alleviation'],
  },
  {
    id: 'culture-tourism',
    name: '文化和旅游局',
    sign: '文旅',
    topic: '文化、广电、新闻出版/文化',
    domains: ['public-culture', 'tourism', 'broadcasting', 'press-copyright'],
  },
  {
    id: 'health',
    name: '卫生健康委员会',
    sign: '卫健',
    topic: '卫生、体育/卫生',
    domains: ['health'],
  },
  {
    id: 'emergency',
    name: '应急管理局',
    sign: '应急',
    topic: '综合政务/应急管理',
    domains: ['work-safety', 'disaster-relief'],
  },
  {
    id: 'market-supervision',
    name: '市场监督管理局',
    sign: '市监',
    topic: '市场监管、安全生产监管/食品药品监管',
    domains: ['food-drug'],
  },
  {
    id: 'taxation',
    name: '税务局',
    sign: '税',
    topic: '财政、金融、审计/税务',
    domains: ['taxation'],
  },
  {
    id: 'transport',
    name: '交通运输局',
    sign: '交',
    topic: '工业、交通/公路',
    domains: ['transport'],
  },
  {
    id: 'statistics',
    name: '统计局',
    sign: '统',
    topic: '国民经济管理、国有资产监管/统计',
    domains: ['statistics'],
  },
];
