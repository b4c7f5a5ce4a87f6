import type { Random } from './random.ts';

/** The last day that anything generated is published on; fixed, for nothing reads the clock. */
export const LAST_DAY = '2026-10-31';

/** More is published each year; the last one is not over. */
const YEARS: readonly (readonly [number, number])[] = [
  [2015, 3],
  [2016, 4],
  [2017, 5],
  [2018, 6],
  [2019, 8],
  [2020, 9],
  [2021, 10],
  [2022, 11],
  [2023, 12],
  [2024, 12],
  [2025, 12],
  [2026, 8],
];

export const GENERATED_YEARS: readonly number[] = YEARS.map(([year]) => year);

/** A day of publishing, `YYYY-MM-DD`. Never after the 28th: then a later year has it too. */
export function publishingDay(random: Random): string {
  const year = random.weighted(YEARS);
  const month = random.between(1, year === 2026 ? 10 : 12);
  return `${year}-${two(month)}-${two(random.between(1, 28))}`;
}

/** The day so many calendar days later, or earlier when negative, but not after the last one. */
export function daysAfter(day: string, days: number): string {
  const [year, month, date] = parts(day);
  const moved = new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
  return days > 0 && moved > LAST_DAY ? LAST_DAY : moved;
}

/** The day so many years later, which may lie after the last day. */
export function yearsAfter(day: string, years: number): string {
  const [year] = parts(day);
  const rest = day.slice(4);
  return `${year + years}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** 2023年5月9日. */
export function inChinese(day: string): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function parts(day: string): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}
