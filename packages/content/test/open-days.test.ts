import { describe, expect, it } from 'vitest';
import { fixedDays, openDaysBetween } from '../src/index.ts';
import { entry, readFiles } from './fixture.ts';

describe('fixed days', () => {
  it.each([
    ['每周星期三', '2026-02-01', '2026-02-20', ['2026-02-04', '2026-02-11', '2026-02-18']],
    ['每月第一个星期三', '2026-01-01', '2026-03-31', ['2026-01-07', '2026-02-04', '2026-03-04']],
    ['每月最后一个星期日', '2026-02-01', '2026-03-31', ['2026-02-22', '2026-03-29']],
    ['每月28日', '2026-01-29', '2026-03-28', ['2026-02-28', '2026-03-28']],
    ['每年6月5日', '2025-01-01', '2026-12-31', ['2025-06-05', '2026-06-05']],
    ['每月第四个星期一', '2026-02-24', '2026-02-28', []],
  ])('%s', (every, from, until, days) => {
    expect(fixedDays(every, from, until)).toEqual(days);
  });

  it('of every weekday in every month are one each, and lie in their week', () => {
    for (const weekday of '一二三四五六日') {
      for (const [index, ordinal] of ['一', '二', '三', '四'].entries()) {
        const days = fixedDays(`每月第${ordinal}个星期${weekday}`, '2024-01-01', '2024-12-31');
        expect(days.map((day) => day.slice(0, 7))).toEqual([
          ...new Set(days.map((d) => d.slice(0, 7))),
        ]);
        expect(days).toHaveLength(12);
        for (const day of days) {
          expect(Math.ceil(Number(day.slice(8)) / 7)).toBe(index + 1);
          expect('日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()]).toBe(weekday);
        }
      }
    }
  });

  it('that are none throw', () => {
    for (const every of ['每天', '每月31日', '每月第五个星期三', '星期三'])
      expect(() => fixedDays(every, '2026-01-01', '2026-01-02')).toThrow(RangeError);
  });
});

const openDay = (...lines: string[]) =>
  entry(
    [
      ...['title: 一', 'kind: hearing', 'form: 政务开放日', 'held: 2023-06-07', 'place: 大厅'],
      ...['who: 任何人', 'how: 现场登记', ...lines],
    ].filter(
      (line, _, all) => !all.some((o) => o !== line && lines.includes(o) && key(o) === key(line)),
    ),
    '正文。\n',
  );
const key = (line: string) => line.split(':', 1).join('');
const told = (...lines: string[]) =>
  readFiles({ 'shili/_hearing/2023/a.md': openDay(...lines) }).problems.map(
    ({ line, code, field, value, expected }) => `${line} ${code} ${field}=${value} | ${expected}`,
  );

describe('an open day', () => {
  it('may come again on fixed days, until a last one', () => {
    expect(told('every: 每月第一个星期三', 'until: 2023-12-31')).toEqual([]);
  });

  it('says which days in one of the forms', () => {
    expect(told('every: 每月31日').join()).toMatch(
      /shape\/bad-format every=每月31日 \| 每周星期几.*如 每月第一个星期三/,
    );
  });

  it('begins on one of its days, and ends after it began', () => {
    expect(told('every: 每月第二个星期三').join()).toMatch(
      /shape\/contradiction held=2023-06-07 不是“每月第二个星期三”中的一天/,
    );
    expect(told('every: 每月第一个星期三', 'until: 2023-06-01').join()).toMatch(
      /until=固定日子的最后一天 2023-06-01 早于举行日期 2023-06-07/,
    );
    expect(told('until: 2023-12-31').join()).toMatch(/没有写是哪些日子/);
    expect(told('form: 听证会', 'every: 每月第一个星期三').join()).toMatch(
      /听证会每次另行公告，没有固定日子/,
    );
  });

  it('is counted on each of its days, a single one on its own, in order', () => {
    const { column } = readFiles({
      'shili/_hearing/2023/a.md': openDay('every: 每月第一个星期三', 'until: 2023-08-02'),
      'shili/_hearing/2023/b.md': openDay('held: 2023-07-01'),
      'shili/_hearing/2023/c.md': openDay('form: 列席会议'),
    });
    const days = openDaysBetween(column?.entries ?? [], '2023-06-08', '2023-12-31');
    expect(days.map(({ day, entry: { id } }) => `${day} ${id}`)).toEqual([
      '2023-07-01 b',
      '2023-07-05 a',
      '2023-08-02 a',
    ]);
  });
});
