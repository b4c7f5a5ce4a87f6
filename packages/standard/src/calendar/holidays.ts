import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * Only the package's tables are used: its functions work in local time, and they treat a year
 * without data as plain weekdays without a word.
 */
const tablesSchema = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
});

const require = createRequire(import.meta.url);
const tables = tablesSchema.parse(require('chinese-days/dist/chinese-days.json'));

/** Days off by the State Council's arrangement, weekends inside it included. */
export const holidays: ReadonlySet<string> = new Set(Object.keys(tables.holidays));

/** Weekend days that are worked in exchange (调休上班). */
export const makeUpDays: ReadonlySet<string> = new Set(Object.keys(tables.workdays));

/**
 * The years with data. 国庆 is the sign: an arrangement always names it, while single days of
 * January may come with the arrangement of the year before.
 */
const years = [...holidays]
  .filter((day) => day.endsWith('-10-01'))
  .map((day) => Number(day.slice(0, 4)))
  .sort((a, b) => a - b);

const known: ReadonlySet<number> = new Set(years);

/** The first and the last year with data of holidays and make-up days. */
export const calendarYears = { first: years[0] ?? Number.NaN, last: years.at(-1) ?? Number.NaN };

/** The arrangements of some years, as whoever reads hours needs them. */
export interface ArrangedDays {
  readonly years: readonly string[];
  /** Days off, weekends inside them included. */
  readonly off: readonly string[];
  /** Weekend days that are worked in exchange. */
  readonly work: readonly string[];
}

/** The last two years with data, for what is asked on a reader's own day: small enough to be sent along. */
export function arrangedDays(): ArrangedDays {
  const last = years.slice(-2).map(String);
  const ofThem = (days: ReadonlySet<string>) =>
    [...days].filter((day) => last.includes(day.slice(0, 4))).sort();
  return { years: last, off: ofThem(holidays), work: ofThem(makeUpDays) };
}

/**
 * The year whose arrangement should be known by a day and is not: the day's own, and from November on, when the State
 * Council publishes it, the next.
 */
export function missingArrangement(day: string): number | undefined {
  const year = Number(day.slice(0, 4));
  const wanted = day.slice(5, 7) >= '11' ? [year, year + 1] : [year];
  return wanted.find((one) => !known.has(one));
}

/** A computation needs a year whose holidays are not known. The message is for officers. */
export class CalendarRangeError extends Error {
  readonly year: number;

  constructor(year: number) {
    const { first, last } = calendarYears;
    super(
      `没有${year}年的放假调休数据（现有${first}年至${last}年），无法计算工作日。` +
        '请在国务院办公厅公布该年放假安排后，由维护人员升级 chinese-days 软件包再试。',
    );
    this.name = 'CalendarRangeError';
    this.year = year;
  }
}

/** Throws `CalendarRangeError` unless the year of an ISO day has data. */
export function requireYear(day: string): void {
  const year = Number(day.slice(0, 4));
  if (!known.has(year)) throw new CalendarRangeError(year);
}
