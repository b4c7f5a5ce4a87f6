import { describe, expect, it } from 'vitest';
import {
  chineseDate,
  dateText,
  firstDay,
  isRealDate,
  isRealDay,
  isSurelyAfter,
  lastDay,
} from '../src/dates.ts';

describe('a day', () => {
  it.each(['2023-05-29', '2024-02-29', '2000-02-29', '1949-10-01', '2023-12-31', '2023-04-30'])(
    'exists: %s',
    (text) => expect(isRealDay(text)).toBe(true),
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-01-32',
    '1948-12-31',
    '0203-05-29',
  ])('does not exist: %s', (text) => expect(isRealDay(text)).toBe(false));

  it.each([
    '2023-5-29',
    '2023/05/29',
    '2023.05.29',
    '20230529',
    '2023年5月29日',
    ' 2023-05-29',
    '2023-05-29\n',
    '２０２３-05-29',
    '2023-05-29T00:00',
    '',
  ])('is not written so: %j', (text) => expect(isRealDay(text)).toBe(false));
});

describe('a date that is known in part', () => {
  it.each(['2023', '2023-05', '2023-05-29', '1949'])('is a date: %s', (text) =>
    expect(isRealDate(text)).toBe(true),
  );

  it.each(['1948', '2023-13', '2023-00', '2023-5', '2023-02-29', '23', '2023年', '2023-', ''])(
    'is none: %j',
    (text) => expect(isRealDate(text)).toBe(false),
  );

  it('is no day', () => expect(['2023', '2023-05'].map(isRealDay)).toEqual([false, false]));

  it.each([
    ['2023', '2023年', '2023年'],
    ['2023-05', '2023年5月', '2023年5月'],
    ['2023-05-09', '2023-05-09', '2023年5月9日'],
  ])('%s is shown in lists as %s, in sentences as %s', (date, list, sentence) =>
    expect([dateText(date), chineseDate(date)]).toEqual([list, sentence]),
  );

  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2023-05-09', '2023-05-09', '2023-05-09'],
  ])('%s may be any day from %s to %s', (date, first, last) =>
    expect([firstDay(date), lastDay(date)]).toEqual([first, last]),
  );

  it.each([
    ['2024', '2023', true],
    ['2023', '2023', false],
    ['2023', '2023-05-29', false],
    ['2023-06', '2023-05-29', true],
    ['2023-05', '2023-05-29', false],
    ['2023-05-30', '2023-05-29', true],
  ])('%s is surely after %s: %s', (date, other, surely) =>
    expect(isSurelyAfter(date, other)).toBe(surely),
  );

  it('sorts as a text before the days that it may be', () =>
    expect(['2023-05-29', '2024', '2023', '2023-05', '2022-12-31'].sort()).toEqual([
      '2022-12-31',
      '2023',
      '2023-05',
      '2023-05-29',
      '2024',
    ]));
});
