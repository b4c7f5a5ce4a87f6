/*
 * A date is written as far as it is known: `2019`, `2019-06` or `2019-06-12`. What is not known is not
 * made up, so no reader is told of a 1 January that nobody wrote. Read as texts, dates sort by time; one
 * of which less is known stands before the days that it may be.
 *
 * Whatever prints a date asks `dateText` or `chineseDate`; whatever compares dates of which a part may
 * be unknown asks `firstDay`, `lastDay` or `isSurelyAfter`.
 */

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Years before 1949 are taken for slips. */
const EARLIEST = 1949;

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isRealDay(text: string): boolean {
  return isWholeDay(text) && isRealDate(text);
}

/** Whether `text` is a year, a month or a day that exists: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isRealDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month = 1, day = 1] = match.slice(1).map((part) => part && Number(part)) as number[];
  if (year === undefined || year < EARLIEST || month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

/** Whether a date says its day. */
export function isWholeDay(date: string): boolean {
  return date.length === 'YYYY-MM-DD'.length;
}

/** The first day that a date may be. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 'YYYY-MM-DD'.length);
}

/** The last day that a date may be: a deadline is judged by it, never by a day that is not known. */
export function lastDay(date: string): string {
  if (isWholeDay(date)) return date;
  const [year, month = 12] = date.split('-').map(Number) as [number, number?];
  return `${year}-${two(month)}-${two(daysIn(year, month))}`;
}

/** Whether `date` is after `other`, whichever days they may be. */
export function isSurelyAfter(date: string, other: string): boolean {
  return firstDay(date) > lastDay(other);
}

/** As lists show it: `2019-06-12`, 2019年6月, 2019年. */
export function dateText(date: string): string {
  return isWholeDay(date) ? date : chineseDate(date);
}

/** As sentences and the document's header have it: 2019年6月12日, 2019年6月, 2019年. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
