import { describe, expect, test } from 'vitest';
import { latestOf } from '../src/latest.ts';

const leaps = (dates: readonly string[]) => latestOf(dates).farAhead.map((leap) => leap.dates);
const today = (dates: readonly string[]) => latestOf(dates).today;
/** A column that published something each month of a year. */
const YEAR = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-05`);

describe('the day that a column has come to', () => {
  test('is none without dates', () => expect(latestOf([])).toEqual({ farAhead: [] }));

  test('is the date of its only entry, however far that is', () => {
    expect(today(['2062-03-05'])).toBe('2062-03-05');
    expect(leaps(['2062-03-05', '2062-03-05'])).toEqual([]);
  });

  test('is its newest date', () => expect(today(['2026-01-02', '2026-03-05'])).toBe('2026-03-05'));

  test('is not a date more than 366 days after the next older one', () => {
    expect(today(['2024-01-01', '2025-01-01'])).toBe('2025-01-01');
    expect(today(['2024-01-01', '2025-01-02'])).toBe('2024-01-01');
    expect(leaps(['2024-01-01', '2025-01-02'])).toEqual([['2025-01-02']]);
  });

  test('is not a slip that stands in several entries', () => {
    expect(today([...YEAR, '2062-03-05', '2062-03-05', '2062-03-05'])).toBe('2026-12-05');
    expect(leaps([...YEAR, '2062-03-05', '2062-03-05'])).toEqual([['2062-03-05']]);
  });

  test('is neither of two slips, in one year or in two', () => {
    expect(today([...YEAR, '2062-03-05', '2062-04-05'])).toBe('2026-12-05');
    expect(leaps([...YEAR, '2062-03-05', '2062-04-05'])).toEqual([['2062-03-05', '2062-04-05']]);
    expect(leaps([...YEAR, '2036-03-05', '2062-04-05'])).toEqual([['2036-03-05'], ['2062-04-05']]);
    expect(latestOf([...YEAR, '2036-03-05', '2062-04-05']).newest).toBe('2026-12-05');
  });

  test('is the newest date after a long silence, once three dates or the most dates say so', () => {
    expect(today(['2008-05-01', '2019-07-12', ...YEAR])).toBe('2026-12-05');
    expect(
      today(['2019-01-02', '2019-03-04', '2019-05-06', '2019-07-08', ...YEAR.slice(0, 3)]),
    ).toBe('2026-03-05');
    expect(today(['2019-07-12', '2026-03-05', '2026-03-09'])).toBe('2026-03-09');
    expect(today(['2019-07-12', '2026-03-05'])).toBe('2019-07-12');
    expect(leaps(['2008-05-01', '2019-07-12', ...YEAR])).toEqual([]);
  });

  test('is the end of a year or month of which no more is known', () => {
    expect(latestOf(['2019-07-12', '2020'])).toMatchObject({ newest: '2020', today: '2020-12-31' });
    expect(today(['2020', '2020-06-04'])).toBe('2020-06-04');
  });

  test('counts the shortest gap that may be', () => {
    expect(leaps(['2020', '2021-12-31'])).toEqual([]);
    expect(leaps(['2020', '2022-01-02'])).toEqual([['2022-01-02']]);
    expect(leaps(['2020-06-04', '2062'])).toEqual([['2062']]);
  });

  test('does not depend on the order or on how often a date occurs', () => {
    const dates = ['2062-03-05', ...YEAR, ...YEAR.toReversed()];
    expect(latestOf(dates)).toEqual(latestOf(dates.toSorted()));
  });
});
