import { z } from 'zod';

/** A day that is none: 2025-02-30, or not written `YYYY-MM-DD`. The message is for officers. */
export class DayFormatError extends Error {
  readonly day: string;

  constructor(day: string) {
    super(`“${day}”不是有效日期，应写成 YYYY-MM-DD，如 2025-03-01。`);
    this.name = 'DayFormatError';
    this.day = day;
  }
}

const daySchema = z.iso.date();
const msPerDay = 86_400_000;

/**
 * Days since 1970-01-01. All counting goes through UTC, so that the time zone of the process
 * cannot matter. Throws `DayFormatError`.
 */
export function dayNumber(day: string): number {
  if (!daySchema.safeParse(day).success) throw new DayFormatError(day);
  return Date.parse(`${day}T00:00:00Z`) / msPerDay;
}

/** The day `YYYY-MM-DD` of a day number. */
export function dayFromNumber(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/**
 * The calendar day `amount` days after `day` (before it, when negative). Needs no calendar data.
 * Throws `DayFormatError`.
 */
export function addCalendarDays(day: string, amount: number): string {
  return dayFromNumber(dayNumber(day) + amount);
}
