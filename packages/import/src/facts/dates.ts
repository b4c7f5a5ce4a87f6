import { isRealDay } from '@columns/content';
import { chineseNumber, digits } from '@columns/office/words';

const ZERO = '〇○零ＯOo0０';
const YEAR = `[12１２][\\d０-９]{3}|二[${ZERO}一二三四五六七八九]{3}|一九[${ZERO}一二三四五六七八九]{2}`;
const SMALL = '[\\d０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}';
const CHINESE = `(${YEAR})\\s*年\\s*(${SMALL})\\s*月\\s*(${SMALL})\\s*(?:日|号)?`;
const PLAIN = '((?:19|20)\\d{2})\\s*[-/.．]\\s*(\\d{1,2})\\s*[-/.．]\\s*(\\d{1,2})';

export interface FoundDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/** Every real day that a text names: 2023年5月29日, 二〇二〇年六月四日, 2023-05-29, 2015.10.28. */
export function findDays(text: string): FoundDay[] {
  return [...text.matchAll(new RegExp(`${CHINESE}|(?<![\\d.])${PLAIN}(?![\\d.])`, 'g'))].flatMap(
    (match) => {
      const [year, month, rest] =
        match[1] === undefined ? [match[4], match[5], match[6]] : [match[1], match[2], match[3]];
      const day = toDay(digits(year ?? ''), chineseNumber(month ?? ''), chineseNumber(rest ?? ''));
      return day === undefined
        ? []
        : [{ day, start: match.index, end: match.index + match[0].length }];
    },
  );
}

/** The day a text begins with, or all that it is. */
export function readDay(text: string): string | undefined {
  const found = findDays(text.trim())[0];
  return found?.start === 0 ? found.day : undefined;
}

/** Whether the text is a day and nothing else. */
export function isOnlyDay(text: string): boolean {
  const line = text.trim();
  const found = findDays(line)[0];
  return found?.start === 0 && /^[日号\s]?$/.test(line.slice(found.end));
}

export function toDay(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isRealDay(text) ? text : undefined;
}
