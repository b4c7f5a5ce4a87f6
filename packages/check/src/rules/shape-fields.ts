import type { Rule } from './rule.ts';
import { didYouMean, quoted } from './rule.ts';

const HEADER = '《政府信息公开条例》第十二条；公文标识';

const NAME = /\p{Script=Han}/u;

/** Rules about front matter, references and county files. */
export const fieldRules = {
  'shape/front-matter-missing': {
    level: 'error',
    title: '文件以说明信息的字段开头',
    message: () => '文件开头没有写在两行“---”之间的字段（标题、体裁、发布日期等）',
    mend: () =>
      '第一行只写 ---，下面每行写一个“字段: 值”，再写一行 ---，然后写正文；可以照着同类信息的文件写',
    source: HEADER,
  },
  'shape/yaml-syntax': {
    level: 'error',
    title: '字段写成“字段: 值”',
    message: ({ value }) => value ?? '',
    mend: () => '照此改正这一行：每行一个“字段: 值”，冒号用半角并在后面空一格，同一层的各行左对齐',
    source: '本平台内容约定（YAML 1.2）',
  },
  'shape/unknown-kind': {
    level: 'error',
    title: '体裁是规定的几种之一',
    message: ({ value }) => `没有体裁 ${quoted(value)}`,
    mend: (problem) => didYouMean(problem, '改成上面列出的体裁之一，写英文'),
    source: '本平台内容约定',
  },
  'shape/unknown-field': {
    level: 'error',
    title: '只用规定的字段',
    message: ({ value }) => `没有字段 ${quoted(value)}`,
    mend: ({ expected }) =>
      expected === undefined
        ? '核对字段名；不需要的，删去这一行'
        : `改成“${expected}”；不需要的，删去这一行`,
    source: HEADER,
  },
  'shape/missing-field': {
    level: 'error',
    title: '必填字段不能缺',
    message: ({ value, file }) => {
      if (file.endsWith('.csv')) return '这一格没有填';
      return value === '' ? '写了字段名，没有填内容' : '缺少这个字段';
    },
    mend: ({ value, file }) =>
      file.endsWith('.csv')
        ? '填上这一格'
        : value === ''
          ? '填上内容；不是必填的，可以删去这一行'
          : '补上这一行，填写内容',
    source: HEADER,
  },
  'shape/wrong-type': {
    level: 'error',
    title: '一项、多项、分层各按要求填写',
    message: ({ value }) => `这里不能填 ${quoted(value)}`,
    mend: () => '照“应为”的写法重写；可以参照同类信息的文件',
    source: HEADER,
  },
  'shape/unknown-choice': {
    level: 'error',
    title: '值在可选范围内',
    message: ({ value }) => `${quoted(value)} 不在可选范围内`,
    mend: () => '改成“应为”所列之一，一字不差',
    source: HEADER,
  },
  'shape/bad-format': {
    level: 'error',
    title: '值的写法正确',
    message: ({ value }) => `${quoted(value)} 的写法不对`,
    mend: () => '照“应为”的写法改正',
    source: HEADER,
  },
  'shape/impossible-date': {
    level: 'error',
    title: '日期确实存在',
    message: ({ value }) => `${quoted(value)} 不是一个日期`,
    mend: () => '核对日期；年写四位，月和日各写两位，中间用半角连字符',
    source: HEADER,
  },
  'shape/contradiction': {
    level: 'error',
    title: '各字段之间不矛盾',
    message: ({ value }) => value || '几个字段互相矛盾',
    mend: () => '核对这几个字段，改正其中写错的一个',
    source: HEADER,
  },
  'shape/unknown-reference': {
    level: 'error',
    title: '提到的信息存在',
    message: ({ value }) => `${quoted(value)} 所指的信息或文件不存在`,
    mend: (problem) => didYouMean(problem, '核对后改正；所指的信息尚未录入的，先录入或删去这一处'),
    source: '文件与解读双向关联',
  },
  'shape/unknown-unit': {
    level: 'error',
    title: '单位在单位名单中',
    message: ({ value, other }) =>
      NAME.test(value ?? '')
        ? `这里写单位的编号，不写名称 ${quoted(value)}${other === undefined ? '' : `：它的编号是 ${other}`}`
        : `名单中没有单位 ${quoted(value)}`,
    mend: (problem) =>
      NAME.test(problem.value ?? '') && problem.other !== undefined
        ? `改成 ${problem.other}`
        : didYouMean(
            problem,
            '改用名单中的编号，或先在 departments.yaml（部门）、towns.yaml（乡镇、街道）中登记',
          ),
    source: '《政府信息公开条例》第二十条第（二）项',
  },
  'shape/address-taken': {
    level: 'error',
    title: '曾用地址不与他页相同',
    message: ({ value, other }) => `${quoted(value)} 正被 ${other} 使用`,
    mend: () => '删去这个曾用地址；确曾用过的，给正在使用它的信息换一个文件名',
    source: '公开过的地址长期有效',
  },
  'shape/origin-missing': {
    level: 'error',
    title: '演示专栏的内容写明来源或标为示例',
    message: () => '没有写明内容的来源，也没有标为示例',
    mend: () => '真实内容加一行“source: 文件名称和所在位置”；示例内容加一行“example: true”',
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
    message: ({ value, other }) =>
      `公开方式是 ${quoted(value)}，却带有${other}；提交到这里的文件，任何人都能看到`,
    mend: () =>
      '删去正文、数据表和附件，只保留文件开头的字段，概述、关键词也不透露内容；若可以公开，把 attribute 下的 type 改为“主动”',
    source: '《政府信息公开条例》第十三条至第十六条',
  },
} as const satisfies Record<string, Rule>;
