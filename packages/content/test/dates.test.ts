import { describe, expect, it } from 'vitest';
import { isRealDay } from '../src/dates.ts';

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
