import type { Hours, HoursDay, HoursRow } from './hours.ts';
import { WEEKDAYS } from './hours.ts';

/** `10-01`: a season has no year. */
const SEASON = 5;

/** What is known of days off: the State Council's arrangements of some years. Days are `YYYY-MM-DD`. */
export interface DaysOff {
  /** The years whose arrangement is known. */
  readonly years: readonly string[];
  /** Days off, weekends within them included. */
  readonly off: readonly string[];
  /** Days at weekends that are worked in exchange. */
  readonly work: readonly string[];
}

/** From a time to a time, `HH:MM`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The times of a day; none where it is closed. Not told: what the day is, or what holds on it, is not known. */
export type OpenTimes = readonly Span[] | undefined;

/**
 * When a place is open on a day.
 *
 * Of a day in a year without an arrangement only what holds on any day is known. A weekday's hours say nothing about a
 * day off of the State Council's that falls on it, unless the line says what holds on 节假日.
 */
export function timesOn(hours: Hours, day: string, calendar: DaysOff): OpenTimes {
  // A day that is named with its year stands before a season.
  const special = hours.exceptions
    .filter(({ from, to }) => isWithin(day, from, to))
    .sort((a, b) => b.from.length - a.from.length);
  for (const { rows } of special) {
    const times = spans(rows, day, calendar);
    if (times !== 'unnamed') return times;
  }
  const times = spans(hours.week, day, calendar);
  return times === 'unnamed' ? [] : times;
}

/** Whether a place is open on a weekday (0 Sunday) of an ordinary week: what a filter asks. */
export function opensOn({ week, exceptions }: Hours, weekday: number): boolean {
  const seasons = exceptions.filter(({ from }) => from.length === SEASON);
  const all = [...week, ...seasons.flatMap(({ rows }) => rows)];
  const rows = all.filter(({ days }) => isNamed(days, weekday));
  return rows.length > 0 && rows.every(({ from }) => from !== undefined);
}

/**
 * Whether two lines say the same to somebody who wants to go there, however they are written. 周一至周五 is taken for
 * 工作日, and what is told of days off alone does not make two hours of one.
 */
export function sameHours(one: Hours, other: Hours): boolean {
  return written(one) === written(other);
}

/** What holds on each day of an ordinary week, and in each period. */
function written({ week, exceptions }: Hours): string {
  const table = (rows: readonly HoursRow[]) =>
    WEEKDAYS.map((_, weekday) =>
      rows
        .filter(({ days, from }) => from !== undefined && isNamed(days, weekday))
        .map(({ from = '', to = '' }) => `${from}-${to}`)
        .sort()
        .join(),
    ).join('|');
  const periods = exceptions.map(({ from, to, rows }) => `${from}/${to}:${table(rows)}`);
  return [table(week), ...periods.sort()].join('\n');
}

function isNamed(days: readonly HoursDay[], weekday: number): boolean {
  return days.some(
    (day) =>
      day === '每天' ||
      day === WEEKDAYS[weekday] ||
      (day === '工作日' && weekday > 0 && weekday < 6),
  );
}

/** Of rows that do not name the day nothing follows: `unnamed`. */
function spans(rows: readonly HoursRow[], day: string, calendar: DaysOff): OpenTimes | 'unnamed' {
  if (!calendar.years.includes(day.slice(0, 4))) {
    const always = rows.length > 0 && rows.every(({ days }) => days.includes('每天'));
    return always ? spansOf(rows) : undefined;
  }
  const isOff = calendar.off.includes(day);
  const ofDaysOff = rows.filter(({ days }) => days.includes('节假日'));
  if (isOff && ofDaysOff.length > 0) return spansOf(ofDaysOff);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWorked = calendar.work.includes(day) || (!isOff && weekday > 0 && weekday < 6);
  const name = WEEKDAYS[weekday] as HoursDay;
  const applying = rows.filter(
    ({ days }) =>
      days.includes('每天') || days.includes(name) || (isWorked && days.includes('工作日')),
  );
  if (applying.length === 0) return 'unnamed';
  const isByWeekday = applying.some(({ days }) => !days.includes('每天') && days.includes(name));
  return isOff && isByWeekday ? undefined : spansOf(applying);
}

function spansOf(rows: readonly HoursRow[]): Span[] {
  if (rows.some(({ from }) => from === undefined)) return [];
  return rows
    .map(({ from = '', to = '' }) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function isWithin(day: string, from: string, to: string): boolean {
  const at = from.length === SEASON ? day.slice(5) : day;
  return from <= to ? from <= at && at <= to : at >= from || at <= to;
}
