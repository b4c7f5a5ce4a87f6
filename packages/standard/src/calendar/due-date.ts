import type { Deadline } from '../schema/deadline.ts';
import type { FixedDate } from '../schema/legal-deadline.ts';
import { addCalendarDays, dayNumber } from './iso-day.ts';
import type { Period } from './working-days.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * The last day that keeps a deadline, or null when the deadline has no number (及时, 长期).
 *
 * `eventDay` (ISO) is the day of the event that the deadline names; for `every` the last update,
 * for `at-least` the first day shown (the result is the last day it must stand), for `fixed-date`
 * any day of the year reported on. Day 1 is the day after (working or calendar, by the unit).
 * A calendar-day deadline that ends on a holiday is not moved.
 * Throws `CalendarRangeError` when working days reach a year without data, `DayFormatError`.
 */
export function dueDate(
  deadline: Deadline | FixedDate,
  eventDay: string,
  excluded: Period[] = [],
): string | null {
  switch (deadline.kind) {
    case 'after':
    case 'every':
    case 'at-least':
      return count(eventDay, deadline.amount, deadline.unit, excluded);
    case 'before':
      return count(eventDay, -deadline.amount, deadline.unit, excluded);
    case 'real-time':
    case 'with':
      return addCalendarDays(eventDay, 0);
    case 'promptly':
    case 'lasting':
      return null;
    case 'fixed-date':
      dayNumber(eventDay);
      return fixedDate(Number(eventDay.slice(0, 4)) + 1, deadline);
  }
}

function count(
  day: string,
  amount: number,
  unit: 'working-day' | 'calendar-day',
  excluded: Period[],
): string {
  return unit === 'working-day'
    ? addWorkingDays(day, amount, excluded)
    : addCalendarDays(day, amount);
}

function fixedDate(year: number, { month, day }: FixedDate): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** What may lengthen the time for answering an application. */
export type AnswerOptions = {
  /** The one extension of at most 20 working days has been granted. */
  extended?: boolean;
  /** Times for asking third parties or other bodies: not counted. */
  excluded?: Period[];
};

/**
 * The last day for answering an application: 20 working days, 20 more when extended, the time of
 * third parties not counted (条例第三十三条). Throws `CalendarRangeError`, `DayFormatError`.
 */
export function answerDueDate(receivedOn: string, options: AnswerOptions = {}): string {
  return addWorkingDays(receivedOn, options.extended ? 40 : 20, options.excluded);
}
