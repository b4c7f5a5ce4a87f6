import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const TASKS_2019 = '六安市2019年度政务公开目标任务责任清单';
const ANYUE = '安岳县2023年方案';

/** Rules about what people come for: guides, places, frequent matters, public institutions. */
export const serviceRules = {
  'timing/service-change': {
    level: 'warning',
    title: '办理条件变更后及时更新指南',
    message: ({ value, other }) => `变更后的指南 ${value} 才更新，晚于应有的 ${other}`,
    mend: () => '核对变更日期和更新日期；今后条件一变就更新指南，提前更新也可以',
    source: `${TASKS_2019}：办事条件发生变化时，自变化起1个工作日内更新信息（county.yaml 的 deadlines.service-conditions-changed）`,
  },
  'completeness/guide-reference': {
    level: 'warning',
    title: '指南、场所、一件事、评估等所指的是应指的那类信息',
    message: ({ value, other, expected }) => `${quoted(value)} 是${other}，这里应是${expected}`,
    mend: ({ expected }) => `改为${expected}的编号`,
    source: '本平台内容约定',
  },
  'completeness/guide-sheet': {
    level: 'warning',
    title: '一次告知单放得进一页',
    message: () => '条件、材料和流程的文字太长，一次告知单打印不止一页',
    mend: () => '压缩各项文字；详细的说明写在正文中，告知单不印正文',
    source: '六政办秘〔2020〕94号二（四）9：推行政务服务一次告知制度',
  },
  'completeness/place': {
    level: 'warning',
    title: '服务场所的资料齐全',
    message: ({ value }) => `服务场所没有写${value}`,
    mend: () => '补上这些字段；坐标可以在地图应用中查到，datum 写明取自哪种坐标系',
    source: `${ANYUE}附件2“编发‘政务地图’”：在地图中标定，列举具体地址`,
  },
  'completeness/place-outside': {
    level: 'warning',
    title: '服务场所在本县区范围内',
    message: ({ value, other }) => `换算成 CGCS2000 后在 ${value}，不在本县区四至 ${other} 内`,
    mend: () => '核对坐标和坐标系（datum）；场所确在县外的，核对 county.yaml 的 map.bounds',
    source: `${ANYUE}附件2“编发‘政务地图’”`,
  },
  'completeness/place-standard': {
    level: 'warning',
    title: '政务公开专区、查阅点达到方案规定的标准',
    message: ({ value, other }) => `按${other}，这里还没有${value}`,
    mend: () =>
      '配备后写进 equipment（设施设备）、on-display（摆放的资料）、services（能办什么）、staff（咨询服务人员）、accepted（验收）；不是按这个方案建设的，改 county.yaml 的 place-standard',
    source:
      '湘政务公开办发〔2020〕1号三（四）；六政办秘〔2020〕94号二（三）8；安岳县2023年方案二（三）3、附件2；高要区2020年方案三（七）；各条见 packages/standard/data/place-standards.yaml',
  },
  'completeness/place-town': {
    level: 'warning',
    title: '便民服务中心写明所在乡镇（街道）',
    message: ({ value }) => `没有写 ${quoted(value)} 在哪个乡镇（街道）`,
    mend: () => '加上 town，写 towns.yaml 中的编号',
    source: `${ANYUE}附件2“编发‘政务地图’”：标定各乡镇（街道）便民服务中心`,
  },
  'completeness/town-places': {
    level: 'warning',
    title: '各乡镇（街道）都有便民服务中心和政务公开专区',
    message: ({ value, other }) => `没有登记${other}的乡镇（街道）有 ${value}`,
    mend: ({ other }) =>
      `已经有的，各录入一条，kind 写 place，form 写“${other}”，town 写乡镇的编号；还没有建的，按方案建设`,
    source:
      '湘政务公开办发〔2020〕1号三（四）（县、乡2020年底前）；六政办秘〔2020〕94号附件1第27项（2022年底）；安岳县2023年方案附件2“编发‘政务地图’”；高要区2020年方案三（七）',
  },
  'completeness/map-approval': {
    level: 'warning',
    title: '公开的地图有审图号',
    message: ({ value }) => `政务地图标有 ${value} 处场所，county.yaml 没有写审图号`,
    mend: () => '地图送审后，在 county.yaml 的 map 下写 approval-number',
    source: '《地图管理条例》关于公开地图审核和标明审图号的规定',
  },
  'completeness/frequent': {
    level: 'warning',
    title: '高频事项有指南、政策和名录',
    message: ({ value, other }) => `高频事项“${other}”没有${value}`,
    mend: () => '发布缺少的信息；已经发布在别处的，在 county.yaml 的 frequent 中写明编号',
    source: '湘政务公开办发〔2020〕1号四（二）：突出公开群众最需要的高频事项',
  },
  'completeness/institution-items': {
    level: 'warning',
    title: '公共企事业单位、乡镇和村公开目录规定的事项',
    message: ({ value, other }) => `${other}还没有公开：${value}`,
    mend: () =>
      '发布这些信息，unit 写这个单位的编号，discloses 写事项编号；事项与实际不符的，在 _catalogue/ 下以单位编号为名的文件中增、改、删',
    source:
      '《公共企事业单位信息公开规定制定办法》（国办发〔2020〕50号）；各行业的规定见 packages/standard/data/institutions.yaml',
  },
} as const satisfies Record<string, Rule>;
