import type { Rule } from './rule.ts';
import { quoted } from './rule.ts';

const ONE_A_ROW = '一行一条，可检索、可核查、可利用（政务公开名录的要求）';
const times = (count: string | undefined) => (count === undefined ? '' : `，共 ${count} 处`);
const ELEMENTS = '基层政务公开标准目录“公开内容（要素）”';

/** Rules about the rows of a table: what a sheet shows at once, and a list of records makes wrong. */
export const rowRules = {
  'text/no-rows': {
    level: 'warning',
    title: '数据表有内容',
    message: () => '数据表只有表头，没有一行内容',
    mend: () => '在表头下逐行填写；确实没有的，改为发布说明（体裁 statement），写明没有的原因',
    source: ELEMENTS,
  },
  'text/total-row': {
    level: 'warning',
    title: '合计不作为一条记录',
    message: ({ value, other }) => `${quoted(value)} 一行会算作一条记录${times(other)}`,
    mend: () => '删去这一行，合计写在同名 .md 文件的正文或内容概述中',
    source: ONE_A_ROW,
  },
  'text/note-row': {
    level: 'warning',
    title: '表下的注不作为一条记录',
    message: ({ value, other }) => `${quoted(value)} 一行会算作一条记录${times(other)}`,
    mend: () => '从数据表中删去，写在同名 .md 文件的正文中',
    source: ONE_A_ROW,
  },
  'text/merged-cells': {
    level: 'warning',
    title: '合并的单元格拆开，逐行填写',
    message: ({ field, other }) =>
      `“${field ?? '第一列'}”是空的，像是合并的单元格${times(other)}：检索和下载时不知道属于哪一个`,
    mend: () => '在 Excel 中取消合并，每一行都填上',
    source: ONE_A_ROW,
  },
  'text/repeated-row': {
    level: 'warning',
    title: '数据表没有重复的行',
    message: ({ value, other }) => `这一行与前面的一行完全相同（${quoted(value)}）${times(other)}`,
    mend: () => '重复录入的，删去；是两件事的，补上能区分的内容',
    source: ONE_A_ROW,
  },
  'text/full-width': {
    level: 'warning',
    title: '数据表中的数字和字母用半角',
    message: ({ value, other }) =>
      `${quoted(value)} 中有全角的数字或字母，检索和计算时认不出${times(other)}`,
    mend: () => '照“应为”改成半角',
    source: ONE_A_ROW,
  },
  'text/spoilt-cell': {
    level: 'warning',
    title: '数据表中没有被 Excel 改坏的内容',
    message: ({ value, other }) =>
      `${quoted(value)} 是 Excel 改坏的内容，不是原来的文字${times(other)}`,
    mend: () => '把这一列的单元格格式设为“文本”，照原件重新填写',
    source: ONE_A_ROW,
  },
  'text/telephone-zero': {
    level: 'warning',
    title: '电话带区号，区号以 0 开头',
    message: ({ value, other }) => `${quoted(value)} 的区号少了开头的 0${times(other)}`,
    mend: ({ value = '' }) =>
      `补上 0，写作“区号-号码”，如 0${areaCode(value)}-…；在 Excel 中先把这一列设为“文本”`,
    source: ELEMENTS,
  },
} as const satisfies Record<string, Rule>;

/** 28 of 2824520001, 564 of 5643370001: those of the largest cities are shorter by one. */
function areaCode(number: string): string {
  const [, before] = /^(\d{2,3})-/.exec(number) ?? [];
  return before ?? number.slice(0, /^(?:10|2\d)/.test(number) ? 2 : 3);
}
