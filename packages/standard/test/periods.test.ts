import { describe, expect, test } from 'vitest';
import {
  PERIOD_PATTERN,
  periodDue,
  periodEnd,
  periodLength,
  periodsOf,
  periodText,
} from '../src/index.ts';

describe('a period', () => {
  test.each([
    ['2026-03', 'month', '2026-03-31', '2026年3月'],
    ['2024-02', 'month', '2024-02-29', '2024年2月'],
    ['2026Q1', 'quarter', '2026-03-31', '2026年第1季度'],
    ['2026Q4', 'quarter', '2026-12-31', '2026年第4季度'],
    ['2026H1', 'half-year', '2026-06-30', '2026年上半年'],
    ['2026H2', 'half-year', '2026-12-31', '2026年下半年'],
    ['2026', 'year', '2026-12-31', '2026年'],
  ])('%s is a %s that ends on %s: %s', (period, length, end, text) => {
    expect([periodLength(period), periodEnd(period), periodText(period)]).toEqual([
      ...[length, end, text],
    ]);
    expect(period).toMatch(PERIOD_PATTERN);
  });

  test.each(['2026-13', '2026-00', '2026-3', '2026Q5', '2026Q0', '2026H3', '26', '2026年', ''])(
    '%s is none',
    (text) => {
      expect(periodLength(text)).toBeUndefined();
      expect(text).not.toMatch(PERIOD_PATTERN);
    },
  );

  test('is due so many days after its end, or on a day of the next year', () => {
    expect(periodDue('2026-03', 15)).toBe('2026-04-15');
    expect(periodDue('2026-12', 15)).toBe('2027-01-15');
    expect(periodDue('2026Q4', 30)).toBe('2027-01-30');
    expect(periodDue('2026', '01-31')).toBe('2027-01-31');
    expect(periodDue('2026', undefined)).toBeUndefined();
  });

  test('those of a year follow one another without a gap, whatever their length', () => {
    for (const every of ['month', 'quarter', 'half-year', 'year'] as const) {
      const periods = [...periodsOf(every, 2026), ...periodsOf(every, 2027)];
      const ends = periods.map(periodEnd);
      expect(ends).toEqual([...ends].sort());
      expect(new Set(ends).size).toBe(ends.length);
      expect(periods.every((period) => periodLength(period) === every)).toBe(true);
      expect(periodEnd(periodsOf(every, 2026).at(-1) as string)).toBe('2026-12-31');
    }
  });
});
