import type { Contradiction } from '../kinds/kind.ts';
import {
  APPLICANTS,
  APPLICATION_ROWS,
  BROUGHT,
  CARRIED,
  DISPUTE_ROWS,
  numbersOf,
  OUTCOMES,
  RECEIVED,
  RESULT_ROWS,
  type ReportNumbers,
  type ReportRow,
  TOTAL,
} from './tables.ts';

/**
 * What does not add up in parts three and four. The format itself says: 第一项加第二项之和，等于
 * 第三项加第四项之和; and each 总计 is the sum of what it stands beside or below.
 */
export function sumFaults(data: {
  readonly applications: ReportNumbers;
  readonly disputes: ReportNumbers;
}): Contradiction[] {
  const { applications, disputes } = data;
  return [
    ...APPLICATION_ROWS.flatMap((row) => across('applications', applications, row, APPLICANTS)),
    ...APPLICANTS.flatMap((name, column) => down(applications, name, column)),
    ...DISPUTE_ROWS.flatMap((row) => across('disputes', disputes, row, OUTCOMES)),
  ];
}

/** A row whose last number is not the sum of those before it. */
function across(
  field: string,
  table: ReportNumbers,
  row: ReportRow,
  columns: readonly string[],
): Contradiction[] {
  const numbers = numbersOf(table, row, columns);
  const stated = numbers.at(-1) ?? 0;
  const counted = sum(numbers.slice(0, -1));
  if (stated === counted) return [];
  return [
    {
      path: [field, row.key, columns.length - 1],
      message: `“${row.label}”一行的总计写作 ${stated}，前 ${columns.length - 1} 个数相加是 ${counted}`,
      expected: `${counted}，或改正这一行的其他数`,
    },
  ];
}

/** A column whose results do not make its total, or whose two sides differ. */
function down(table: ReportNumbers, name: string, column: number): Contradiction[] {
  const at = (row: ReportRow) => numbersOf(table, row, APPLICANTS)[column] ?? 0;
  const total = at(TOTAL);
  const counted = sum(RESULT_ROWS.map(at));
  const come = at(RECEIVED) + at(BROUGHT);
  const gone = total + at(CARRIED);
  return [
    ...(total === counted
      ? []
      : [
          {
            path: ['applications', TOTAL.key, column],
            message: `“${name}”一列的办理结果总计写作 ${total}，（一）至（六）各行相加是 ${counted}`,
            expected: `${counted}，或改正这一列的其他数`,
          },
        ]),
    ...(come === gone
      ? []
      : [
          {
            path: ['applications', CARRIED.key, column],
            message: `“${name}”一列：新收加上年结转是 ${come}，办理结果总计加结转下年是 ${gone}，两者应当相等`,
            expected: '新收＋上年结转＝办理结果总计＋结转下年度继续办理',
          },
        ]),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
