import type { Rule } from './rule.ts';
import { didYouMean, quoted } from './rule.ts';

const ELEMENTS = '基层政务公开标准目录“公开内容（要素）”';

/** Rules about the CSV of a register. */
export const registerRules = {
  'shape/csv-missing': {
    level: 'error',
    title: '名录清单要有数据表',
    message: ({ value }) => `缺少数据表 ${quoted(value)}`,
    mend: () => '把同名的 .csv 文件放在 .md 旁边',
    source: ELEMENTS,
  },
  'shape/csv-syntax': {
    level: 'error',
    title: '数据表每行格数相同',
    message: ({ value }) => `数据表有误：${value}`,
    mend: ({ expected }) =>
      expected === undefined ? '用 Excel 打开核对后重新另存为 CSV' : `应为 ${expected}`,
    source: 'RFC 4180',
  },
  'shape/csv-column-missing': {
    level: 'error',
    title: '数据表含有全部要素',
    message: ({ field, value }) => `数据表缺少“${field}”一列；现有：${value}`,
    mend: (problem) =>
      `${didYouMean(problem)}补上这一列（来自${problem.expected}）；确不适用时，在 .md 中用 columns 写明实际表头`,
    source: ELEMENTS,
  },
  'shape/csv-column-unknown': {
    level: 'error',
    title: '数据表没有表头以外的列',
    message: ({ value, expected }) => `列 ${quoted(value)} 不在${expected}中`,
    mend: () => '在 columns 中加上这一列，或从数据表中删去',
    source: ELEMENTS,
  },
  'shape/csv-column-duplicate': {
    level: 'error',
    title: '列名不重复',
    message: ({ value }) => `列名 ${quoted(value)} 出现了两次`,
    mend: () => '改名或删去其中一列',
    source: ELEMENTS,
  },
} as const satisfies Record<string, Rule>;
