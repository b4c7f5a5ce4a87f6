import type { EntryLink, EntryOf, ReportGroup, ReportRow } from '@columns/content';
import { APPLICANTS, isGroup, linkTo, numbersOf, RECEIVED, RESULTS } from '@columns/content';
import type { ChartMark } from '@columns/export/chart';
import { getColumn, getKind } from './column.ts';

export type AnnualReport = EntryOf<'annual-report'>;
type Numbers = AnnualReport['data']['applications'];

/** The open reports, newest year first; in one year the government's own before its agencies'. */
export function annualReports(): AnnualReport[] {
  return getKind('annual-report').sort((a, b) => b.data.year - a.data.year || rank(a) - rank(b));
}

function rank({ data }: AnnualReport): number {
  return data.by === '本级政府' ? 0 : 1;
}

/** The last column of a row: 总计. */
export function totalOf(numbers: Numbers, row: ReportRow): number {
  return numbersOf(numbers, row, APPLICANTS).at(-1) ?? 0;
}

/** How many new applications came from whom. */
export function applicantBars(numbers: Numbers): ChartMark[] {
  const received = numbersOf(numbers, RECEIVED, APPLICANTS);
  return APPLICANTS.slice(0, -1).map((label, index) => ({ label, value: received[index] ?? 0 }));
}

/** The six results with their numbers, without their numerals. */
export function resultBars(numbers: Numbers): ChartMark[] {
  return RESULTS.map((result) => ({
    label: shortName(result),
    value: resultTotal(numbers, result),
  }));
}

function shortName({ label }: ReportRow | ReportGroup): string {
  return label.replace(/^（.）/, '').replace(/（.*）$/, '');
}

function resultTotal(numbers: Numbers, result: ReportRow | ReportGroup): number {
  const rows = isGroup(result) ? result.rows : [result];
  return rows.reduce((sum, row) => sum + totalOf(numbers, row), 0);
}

/** The forms whose rows are what part two of a report counts. */
const COUNTED = ['permits', 'penalties', 'enforcement-results', 'fees-collected'];

/** The registers of a year's decisions and fees, as far as they stand here one by one. */
export function decisionsOf(year: number): EntryLink[] {
  const { county } = getColumn();
  return getKind('register')
    .filter(({ table, data }) => {
      const form = table?.form ?? '';
      return COUNTED.includes(form) && (data.period ?? data.published).startsWith(`${year}`);
    })
    .map((entry) => linkTo(entry, county));
}
