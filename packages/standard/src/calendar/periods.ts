import type { DueBy, PeriodLength } from '../schema/period.ts';
import { addCalendarDays } from './iso-day.ts';

/*
 * A period is written as `2026-03` (a month), `2026Q1` (a quarter), `2026H1` (half a year) or `2026`.
 */

/** The forms of periods: one capture is the year, the other the number in it. */
const FORMS: Readonly<Record<PeriodLength, RegExp>> = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})Q([1-4])$/,
  'half-year': /^(\d{4})H([12])$/,
  year: /^(\d{4})$/,
};

const MONTHS: Readonly<Record<PeriodLength, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const LENGTHS = Object.keys(FORMS) as PeriodLength[];

/** Any period that exists. */
export const PERIOD_PATTERN = /^\d{4}(?:-(?:0[1-9]|1[0-2])|Q[1-4]|H[12])?$/;

/** How long a period is, or undefined for what is none. */
export function periodLength(period: string): PeriodLength | undefined {
  return LENGTHS.find((length) => FORMS[length].test(period));
}

/** The last day (ISO) of a period that exists. */
export function periodEnd(period: string): string {
  const length = periodLength(period);
  if (length === undefined) throw new RangeError(`no period: ${period}`);
  const [, year = '', part = '1'] = FORMS[length].exec(period) as RegExpExecArray;
  const last = Number(part) * MONTHS[length];
  const next = last === 12 ? `${two(Number(year) + 1, 4)}-01` : `${year}-${two(last + 1)}`;
  return addCalendarDays(`${next}-01`, -1);
}

/** The last day on which what a period asks for is in time; undefined where no day is set. */
export function periodDue(period: string, by: DueBy | undefined): string | undefined {
  if (by === undefined) return undefined;
  const end = periodEnd(period);
  return typeof by === 'number' ? addCalendarDays(end, by) : `${Number(end.slice(0, 4)) + 1}-${by}`;
}

/** The periods of a year. */
export function periodsOf(every: PeriodLength, year: number): string[] {
  const many = 12 / MONTHS[every];
  const name = two(year, 4);
  return Array.from({ length: many }, (_, index) => {
    if (every === 'year') return name;
    if (every === 'month') return `${name}-${two(index + 1)}`;
    return `${name}${every === 'quarter' ? 'Q' : 'H'}${index + 1}`;
  });
}

/** A period in Chinese: 2026年3月, 2026年第1季度, 2026年上半年, 2026年. */
export function periodText(period: string): string {
  const length = periodLength(period);
  if (length === undefined) return period;
  const [, year = '', part = ''] = FORMS[length].exec(period) as RegExpExecArray;
  if (length === 'month') return `${year}年${Number(part)}月`;
  if (length === 'quarter') return `${year}年第${part}季度`;
  if (length === 'half-year') return `${year}年${part === '1' ? '上' : '下'}半年`;
  return `${year}年`;
}

function two(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
