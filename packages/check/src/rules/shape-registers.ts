import type { Problem } from '@columns/content';
import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const CSV = '逗号分隔的数据表的通用格式（RFC 4180）';
const ELEMENTS = '基层政务公开标准目录“公开内容（要素）”';

/** Whether the columns are those of a form, told by its name in quotation marks. */
function fixed({ expected }: Problem): boolean {
  return expected?.startsWith('“') ?? false;
}

/** Rules about the CSV of a register. */
export const registerRules = {
  'shape/csv-missing': {
    level: 'error',
    title: '名录清单要有数据表',
    message: ({ value }) => `缺少数据表 ${quoted(value)}`,
    mend: () =>
      '把同名的 .csv 文件放在 .md 旁边；是 Excel 文件的，用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”',
    source: ELEMENTS,
  },
  'shape/csv-syntax': {
    level: 'error',
    title: '数据表每行格数相同',
    message: ({ value }) => `数据表有误：${value}`,
    mend: () =>
      '用 Excel 打开核对：第一行是列名，每列都有名称，各行格数相同；再另存为“CSV UTF-8（逗号分隔）”',
    source: CSV,
  },
  'shape/csv-separator': {
    level: 'error',
    title: '数据表用半角逗号分隔',
    message: ({ value }) => `分隔符不是逗号，是${value}，整张表被读成了一列`,
    mend: () => '用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”',
    source: CSV,
  },
  'shape/csv-title-row': {
    level: 'error',
    title: '数据表的第一行是列名',
    message: ({ value, other }) => `第一行不是表头，是 ${quoted(value)}；列名在第 ${other} 行`,
    mend: ({ other }) =>
      `删去第 ${other} 行以上的各行，让列名成为第一行；标题写在同名 .md 文件的 title 中`,
    source: CSV,
  },
  'shape/csv-column-missing': {
    level: 'error',
    title: '数据表含有全部要素',
    message: ({ field, value }) => `数据表缺少“${field}”一列；现有的列：${value}`,
    mend: (problem) =>
      fixed(problem)
        ? `${problem.other === undefined ? '' : `“${problem.other}”如果就是这一列，改正列名；否则`}补上这一列`
        : `${problem.other === undefined ? '' : `“${problem.other}”如果就是这一列，改正列名；否则`}补上这一列；确实不适用的，在同名 .md 文件中用 columns 写明实际的列名`,
    source: ELEMENTS,
  },
  'shape/csv-column-unknown': {
    level: 'error',
    title: '数据表没有表头以外的列',
    message: ({ value }) => `没有写明会有 ${quoted(value)} 一列`,
    mend: (problem) =>
      fixed(problem)
        ? '这种清单的列是规定的：改正列名，或从数据表中删去这一列'
        : '在同名 .md 文件的 columns 中加上这一列，或从数据表中删去',
    source: ELEMENTS,
  },
  'shape/csv-column-duplicate': {
    level: 'error',
    title: '列名不重复',
    message: ({ value }) => `列名 ${quoted(value)} 出现了两次`,
    mend: () => '改名或删去其中一列',
    source: ELEMENTS,
  },
  'shape/csv-total': {
    level: 'error',
    title: '合计等于各项之和',
    message: ({ value, other }) => `合计写的是 ${value}，各项之和是 ${other}`,
    mend: () =>
      '核对合计和各项；“其中：”开头的行不计入；确因四舍五入略有出入的，在同名 .md 文件中写 rounded: true',
    source: '六安市2019年度政务公开目标任务责任清单第28、29项；财政预决算标准目录',
  },
} as const satisfies Record<string, Rule>;
