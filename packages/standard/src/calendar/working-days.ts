import { holidays, makeUpDays, requireYear } from './holidays.ts';
import { dayFromNumber, dayNumber, weekday } from './iso-day.ts';

/** From a day to a day, both included. */
export type Period = { from: string; to: string };

/**
 * Whether a day is a working day by China's official calendar.
 * Throws `CalendarRangeError` for a year without data, `DayFormatError` for no day.
 */
export function isWorkingDay(day: string): boolean {
  return isWorkingNumber(dayNumber(day));
}

function isWorkingNumber(number: number): boolean {
  const day = dayFromNumber(number);
  requireYear(day);
  if (makeUpDays.has(day)) return true;
  const week = weekday(number);
  return week !== 0 && week !== 6 && !holidays.has(day);
}

/**
 * The last of `amount` working days counted from `day`. Day 1 is the next working day: the day of
 * the event itself never counts, whether it is a working day or not. A negative amount counts back;
 * 0 gives `day` itself. Days in `excluded` do not count (第三方意见所需时间, 条例第三十三条).
 * Throws `CalendarRangeError`, `DayFormatError`.
 */
export function addWorkingDays(day: string, amount: number, excluded: Period[] = []): string {
  const skipped = excluded.map(({ from, to }) => [dayNumber(from), dayNumber(to)] as const);
  const step = amount < 0 ? -1 : 1;
  let number = dayNumber(day);
  let left = Math.abs(amount);
  while (left > 0) {
    number += step;
    const counts = !skipped.some(([from, to]) => from <= number && number <= to);
    if (isWorkingNumber(number) && counts) left -= 1;
  }
  return dayFromNumber(number);
}

/**
 * How many working days lie after `from` up to `to`, `to` included: what `addWorkingDays` undoes.
 * Negative when `to` is earlier. Throws `CalendarRangeError`, `DayFormatError`.
 */
export function workingDaysBetween(from: string, to: string): number {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  if (end < start) {
    let back = 0;
    for (let number = start - 1; number >= end; number -= 1) if (isWorkingNumber(number)) back -= 1;
    return back;
  }
  let count = 0;
  for (let number = start + 1; number <= end; number += 1) if (isWorkingNumber(number)) count += 1;
  return count;
}
