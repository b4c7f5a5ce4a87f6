import type { Rule } from './rule.ts';

const LAW = '《政府信息公开条例》';
const INSPECTION = '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）';

/** Rules about what should be there, and when. */
export const coverageRules = {
  'timing/publication': {
    level: 'warning',
    title: '在公开时限内发布',
    message: ({ value, other, expected }) =>
      `${value} 发布，晚于应公开的 ${other}（${expected}）`.replace(/（）$/, ''),
    mend: () => '核对成文日期 formed 和发布日期；确已逾期的，今后在时限内发布',
    source: `${LAW}第二十六条；基层政务公开标准目录“公开时限”`,
  },
  'law/review': {
    level: 'warning',
    title: '先审后发',
    message: () => '没有发布审核的记录',
    mend: () => '加上 review，写明审核岗位 by、日期 date 和保密审查结果 secrecy；不写个人姓名',
    source: `${LAW}第十七条；设置 review-from`,
  },
  'law/review-late': {
    level: 'warning',
    title: '审核不晚于发布',
    message: ({ value, other }) => `审核日期 ${value} 晚于发布日期 ${other}`,
    mend: () => '核对两个日期；先发后审的，今后先审核再发布',
    source: `${LAW}第十七条`,
  },
  'law/reassess-missing': {
    level: 'warning',
    title: '不予公开的信息定期评估',
    message: () => '不予公开的信息没有写明下次评估日期',
    mend: () => '在 attribute 下加上 reassess，写下次评估的日期，一般不超过一年',
    source: `${LAW}第十八条；高要区2020年方案：每年重新评估`,
  },
  'timing/reassess': {
    level: 'warning',
    title: '按期重新评估不予公开的信息',
    message: ({ value, other }) => `应在 ${value} 前重新评估，到 ${other} 还没有更新`,
    mend: () => '评估后写上新的 reassess；可以公开的，改为主动公开并补上内容',
    source: `${LAW}第十八条`,
  },
  'completeness/empty-domain': {
    level: 'warning',
    title: '每个领域都有信息',
    message: ({ value, other }) => `${value} 个领域既没有信息也没有情况说明：${other}`,
    mend: () => '按标准目录录入；确无可公开的，录入 kind 为 statement 的情况说明',
    source: `空白栏目：${INSPECTION}`,
  },
  'completeness/empty-items': {
    level: 'warning',
    title: '事项没有空白',
    message: ({ value, other }) => `领域“${value}”中还没有信息、也没有情况说明的事项：${other}`,
    mend: () => '按标准目录录入；确无可公开的，用 statement 的 covers 列出并说明原因',
    source: `空白栏目：${INSPECTION}；只计核实过的目录行`,
  },
  'completeness/elements': {
    level: 'warning',
    title: '公开要素齐全',
    message: ({ value, other }) => `事项“${value}”的信息中没有找到这些公开要素：${other}`,
    mend: () => '核对后补上；已有而用词不同的，改用目录中的词，或在 catalogue.yaml 中改要素',
    source: '基层政务公开标准目录“公开内容（要素）”；只计核实过的目录行',
  },
  'timing/period-missing': {
    level: 'warning',
    title: '按月、季、年公开的不缺期',
    message: ({ value, other }) => `事项“${value}”到期没有公开：${other}`,
    mend: () => '补上缺的各期，用 period 写明是哪一期；不再按期公开的，在目录中改公开周期',
    source: '标准目录中的公开周期（every、by）',
  },
  'timing/period-late': {
    level: 'warning',
    title: '按月、季、年公开的不逾期',
    message: ({ value, other }) => `事项“${value}”的这一期应在 ${other} 前公开`,
    mend: () => '核对发布日期和 period；确已逾期的，下一期提前安排',
    source: '标准目录中的公开周期（every、by）',
  },
  'completeness/period': {
    level: 'warning',
    title: '按期公开的信息写明是哪一期',
    message: ({ value, other, expected }) =>
      value
        ? `事项“${other}”${expected}公开一次，所属时期 ${value} 不是这样的一期`
        : `事项“${other}”${expected}公开一次，没有写是哪一期`,
    mend: () => '写 period，如 2026-03（月）、2026Q1（季度）、2026H1（半年）、2026（年）',
    source: '标准目录中的公开周期（every）',
  },
  'completeness/period-form': {
    level: 'warning',
    title: '按期公开的信息用目录规定的表',
    message: ({ value, other, expected }) =>
      `事项“${other}”应当用“${expected}”公开，这条${value ? `用的是“${value}”` : '没有用清单'}`,
    mend: ({ expected }) =>
      `改成“${expected}”的清单，按表填写；不用这张表的，在目录中改这一事项的公开用表`,
    source: '标准目录中的公开用表（as）',
  },
  'completeness/balance-carried': {
    level: 'warning',
    title: '期初余额接上一期的期末余额',
    message: ({ value, other, expected }) =>
      `期初余额是 ${value}，上一期（${expected}）的期末余额是 ${other}`,
    mend: () => '核对两期的余额，更正写错的一期',
    source: '《村民委员会组织法》第三十条、第三十一条',
  },
  'completeness/statutory-part': {
    level: 'warning',
    title: '专栏有指南和制度',
    message: ({ value }) => `没有登记${value}`,
    mend: ({ other }) => `录入后，在 county.yaml 的 parts 下写 ${other} 和信息编号`,
    source: `${LAW}第十二条；国办公开办函〔2019〕61号`,
  },
  'completeness/statutory-classes': {
    level: 'warning',
    title: '法定主动公开的各类信息都有',
    message: ({ value, other }) => `法定主动公开的信息有 ${value} 类还没有：${other}`,
    mend: () =>
      '录入到“主动公开基本目录”中相应的事项（“政府信息公开”页列出各类和事项）；确无可公开的，录入情况说明',
    source: `${LAW}第二十条、第二十一条`,
  },
  'completeness/statutory-points': {
    level: 'warning',
    title: '指南和制度写全法定内容',
    message: ({ value, other }) => `“${other}”没有写明：${value}`,
    mend: () =>
      '在正文中补上；机构名称、地址、时间、电话、传真和网上联系方式，也可以写在 departments.yaml 中主管单位的资料里',
    source: `${LAW}第十二条等，见 packages/standard/data/statute.yaml`,
  },
  'timing/catalogue-filing': {
    level: 'warning',
    title: '目录按时报备和公布',
    message: ({ value, other, expected }) =>
      `公开事项目录应在 ${expected} 前${value}，逾期或没有记录的：${other}`,
    mend: () =>
      '在 _catalogue/ 中各主体的文件里写 filing 的 filed（报备日期）、published（公布日期）；一起办的写在 towns.yaml 等文件中',
    source: '目录文件中的 filing（file-by、publish-by）',
  },
  'timing/stale-column': {
    level: 'warning',
    title: '专栏经常更新',
    message: ({ value, other }) => `最新的信息是 ${value} 的，到 ${other} 没有更新`,
    mend: () => '及时发布；确无新信息的，核对是否漏发',
    source: `${INSPECTION}；设置 column-fresh-days`,
  },
  'timing/stale-kind': {
    level: 'warning',
    title: '通知公告、政策文件按时更新',
    message: ({ value, other }) => `最新的${value}是 ${other} 的，超过了更新期限`,
    mend: () => '核对有没有漏发的文件',
    source: `${INSPECTION}；设置 notice-fresh-days、policy-fresh-days`,
  },
  'timing/stale-domain': {
    level: 'warning',
    title: '各领域按时更新',
    message: ({ value, other }) => `${value} 个领域超过更新期限：${other}`,
    mend: () => '核对有没有漏发的信息；确无变化的，在情况说明中写明核对日期',
    source: `${INSPECTION}；设置 domain-fresh-days`,
  },
} as const satisfies Record<string, Rule>;
