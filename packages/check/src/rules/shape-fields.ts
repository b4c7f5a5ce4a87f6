import type { Rule } from './rule.ts';
import { didYouMean, quoted } from './rule.ts';

const HEADER = '《政府信息公开条例》第十二条；公文标识';

/** Rules about front matter, references and county files. */
export const fieldRules = {
  'shape/front-matter-missing': {
    level: 'error',
    title: '文件以说明信息的字段开头',
    message: () => '文件开头没有两行“---”之间的字段',
    mend: () => '第一行写 ---，下面每行一个“字段: 值”，再写一行 ---，然后是正文',
    source: HEADER,
  },
  'shape/yaml-syntax': {
    level: 'error',
    title: '字段写成“字段: 值”',
    message: ({ value }) => value ?? '',
    mend: () => '照此改正后再提交；半角冒号后要有一个空格，同一层左对齐',
    source: 'YAML 1.2',
  },
  'shape/unknown-kind': {
    level: 'error',
    title: '体裁是规定的几种之一',
    message: ({ value }) => `没有体裁 ${quoted(value)}`,
    mend: didYouMean,
    source: '本平台内容约定',
  },
  'shape/unknown-field': {
    level: 'error',
    title: '只用规定的字段',
    message: ({ value }) => `没有字段 ${quoted(value)}`,
    mend: ({ expected }) =>
      expected === undefined ? '删去这一行，或核对字段名' : `是否应为“${expected}”？`,
    source: HEADER,
  },
  'shape/missing-field': {
    level: 'error',
    title: '必填字段不能缺',
    message: () => '缺少这个字段，或没有填写',
    mend: () => '补上这一行',
    source: HEADER,
  },
  'shape/wrong-type': {
    level: 'error',
    title: '值的种类正确',
    message: ({ value }) => `${quoted(value)} 的种类不对`,
    mend: () => '改成要求的写法',
    source: HEADER,
  },
  'shape/unknown-choice': {
    level: 'error',
    title: '值在可选范围内',
    message: ({ value }) => `${quoted(value)} 不在可选范围内`,
    mend: () => '改成可选值之一，一字不差',
    source: HEADER,
  },
  'shape/bad-format': {
    level: 'error',
    title: '值的写法正确',
    message: ({ value }) => `${quoted(value)} 的写法不对`,
    mend: () => '改成要求的写法',
    source: HEADER,
  },
  'shape/impossible-date': {
    level: 'error',
    title: '日期确实存在',
    message: ({ value }) => `${quoted(value)} 不是一个日期`,
    mend: () => '写成“年-月-日”，月和日各两位',
    source: HEADER,
  },
  'shape/unknown-reference': {
    level: 'error',
    title: '提到的信息存在',
    message: ({ value }) => `没有编号或地址为 ${quoted(value)} 的信息`,
    mend: didYouMean,
    source: '文件与解读双向关联',
  },
  'shape/unknown-unit': {
    level: 'error',
    title: '单位在单位名单中',
    message: ({ value }) => `名单中没有单位 ${quoted(value)}`,
    mend: (problem) =>
      `${didYouMean(problem)}改用名单中的编号，或先在 departments.yaml、towns.yaml 中登记`,
    source: '《政府信息公开条例》第二十条第（二）项',
  },
  'shape/address-taken': {
    level: 'error',
    title: '曾用地址不与他页相同',
    message: ({ value, other }) => `曾用地址 ${quoted(value)} 正被 ${other} 使用`,
    mend: () => '删去这一行，或给占用者换编号',
    source: '公开过的地址长期有效',
  },
  'shape/origin-missing': {
    level: 'error',
    title: '演示专栏的内容写明来源或标为示例',
    message: () => '既没有 source，也没有写 example: true',
    mend: () => '真实内容写 source: 文件名称和位置；虚构内容写 example: true',
    source: '演示专栏约定',
  },
  'shape/body-missing': {
    level: 'error',
    title: '信息要有正文或附件',
    message: () => '没有正文',
    mend: () => '在第二行 --- 之后写正文，或附上文件',
    source: '《政府信息公开条例》第六条',
  },
  'shape/body-not-allowed': {
    level: 'error',
    title: '依申请公开和不予公开的信息只登记目录',
    message: ({ value, other }) => `公开属性为“${value}”，却带有${other}；仓库本身是公开的`,
    mend: () =>
      '删去正文、数据表和附件，只保留文件开头的字段；若可以公开，把 attribute.type 改为 主动',
    source: '《政府信息公开条例》第十三条至第十六条',
  },
} as const satisfies Record<string, Rule>;
