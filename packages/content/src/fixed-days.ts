import { addCalendarDays } from '@columns/standard';

const WEEKDAYS = '日一二三四五六';
const ORDINALS = ['一', '二', '三', '四'];

/** 每周星期三, 每月第一个星期三, 每月最后一个星期五, 每月15日, 每年6月5日: days that come again by themselves. */
export const FIXED_DAY_PATTERN =
  /^每(?:周星期([一二三四五六日])|月(?:第([一二三四])个|(最后)一个)星期([一二三四五六日])|月([1-9]|1\d|2[0-8])日|年([1-9]|1[0-2])月([1-9]|1\d|2[0-8])日)$/;

export const FIXED_DAY_FORM =
  '每周星期几、每月第几个（或最后一个）星期几、每月几日（1 到 28）、每年几月几日，如 每月第一个星期三';

/**
 * The days of a rule between two days, both included, ISO and in order.
 *
 * @throws RangeError for a rule that is none (`FIXED_DAY_PATTERN`)
 */
export function fixedDays(every: string, from: string, until: string): string[] {
  const isDay = dayTest(every);
  const days: string[] = [];
  for (let day = from; day <= until; day = addCalendarDays(day, 1)) {
    if (isDay(new Date(`${day}T00:00:00Z`))) days.push(day);
  }
  return days;
}

function dayTest(every: string): (date: Date) => boolean {
  const match = FIXED_DAY_PATTERN.exec(every);
  if (!match) throw new RangeError(`“${every}” is no rule of fixed days`);
  const [, weekly, ordinal, last, weekday, monthDay, month, yearDay] = match;
  if (weekly) return (date) => date.getUTCDay() === WEEKDAYS.indexOf(weekly);
  if (weekday) {
    const wanted = WEEKDAYS.indexOf(weekday);
    return (date) => {
      if (date.getUTCDay() !== wanted) return false;
      const day = date.getUTCDate();
      if (!last) return Math.ceil(day / 7) === ORDINALS.indexOf(ordinal as string) + 1;
      const inMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
      return day + 7 > inMonth.getUTCDate();
    };
  }
  if (monthDay) return (date) => date.getUTCDate() === Number(monthDay);
  return (date) =>
    date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(yearDay);
}
