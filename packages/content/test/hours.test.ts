import { arrangedDays } from '@columns/standard';
import { describe, expect, it } from 'vitest';
import { openNow, opensOn, readHours, sameHours, timesOn } from '../src/hours/index.ts';

const WEEK = '工作日 8:30—12:00，14:00—17:30；周六 9:00—12:00';
const read = (text: string) => {
  const hours = readHours(text);
  if (!hours) throw new Error(`not read: ${text}`);
  return hours;
};
const spans = (text: string, day: string) =>
  timesOn(read(text), day, arrangedDays())?.map(({ from, to }) => `${from}-${to}`);

describe('a line of hours is read as data', () => {
  it('days, times and what differs for some days', () => {
    expect(read(`${WEEK}；2026-10-01至2026-10-08 不开放（示例）`)).toEqual({
      week: [
        { days: ['工作日'], from: '08:30', to: '12:00' },
        { days: ['工作日'], from: '14:00', to: '17:30' },
        { days: ['周六'], from: '09:00', to: '12:00' },
      ],
      exceptions: [{ from: '2026-10-01', to: '2026-10-08', rows: [{ days: ['每天'] }] }],
      note: '示例',
    });
  });

  it.each([
    '工作日上午8时30分至12时，下午2时至5时30分',
    '工作日 上午8:30-12:00 下午14:00-17:30',
    '法定工作日8点半到12点、14点到17点半',
    '工作日：８：３０～１２：００；工作日：14：00—17：30',
    '星期一至星期五 08:30—12:00、14:00—17:30（法定节假日除外）',
    '每周一到周五上午8:30至12:00，下午2:00至5:30',
  ])('%s says the same as in figures', (text) => {
    expect(sameHours(read(text), read('工作日 8:30—12:00，14:00—17:30'))).toBe(true);
  });

  it.each([
    '工作日',
    '朝九晚五',
    '工作日 8:30—12:00，下午另约',
    '8:30—12:00',
    '工作日 8:30—12:00，2:00—5:30',
    '工作日 17:00—9:00',
    '工作日 8:70—12:00',
    '2026-02-30 9:00—12:00；工作日 9:00—17:00',
    '2026-10-08至2026-10-01 不开放；工作日 9:00—17:00',
    '周一至周五',
    '周五至周一 9:00—12:00',
    '工作日 不开放',
    '',
  ])('%s is not guessed at', (text) => {
    expect(readHours(text)).toBeUndefined();
  });
});

describe('the times of a day', () => {
  it('follow the State Council’s arrangement of days off and of weekend days that are worked', () => {
    expect(spans(WEEK, '2026-11-30')).toEqual(['08:30-12:00', '14:00-17:30']);
    expect(spans(WEEK, '2026-11-28')).toEqual(['09:00-12:00']);
    expect(spans(WEEK, '2026-11-29')).toEqual([]);
    const [worked = ''] = arrangedDays().work.filter((day) => day.startsWith('2026'));
    expect(spans('工作日 9:00—17:00', worked)).toEqual(['09:00-17:00']);
    expect(spans('工作日 9:00—17:00', '2026-10-01')).toEqual([]);
  });

  it('are not known on a day off that only a weekday speaks of, unless the line says what holds on days off', () => {
    expect(spans('周四 9:00—12:00', '2026-10-01')).toBeUndefined();
    expect(spans('周四 9:00—12:00（节假日除外）', '2026-10-01')).toEqual([]);
    expect(spans('周四 9:00—12:00；节假日 10:00—15:00', '2026-10-01')).toEqual(['10:00-15:00']);
    expect(spans('每天 9:00—17:00', '2026-10-01')).toEqual(['09:00-17:00']);
  });

  it('are those of an exception or a season where one names the day', () => {
    const seasons =
      '5月1日至9月30日 工作日 8:00—12:00，15:00—18:00；10月1日至4月30日 工作日 8:30—12:00；2026-12-01 不开放';
    expect(spans(seasons, '2026-07-01')).toEqual(['08:00-12:00', '15:00-18:00']);
    expect(spans(seasons, '2026-01-12')).toEqual(['08:30-12:00']);
    expect(spans(seasons, '2026-12-01')).toEqual([]);
    expect(spans(seasons, '2026-07-04')).toEqual([]);
  });

  it('are not known in a year whose days off are not', () => {
    const last = Number(arrangedDays().years.at(-1)) + 1;
    expect(spans(WEEK, `${last}-01-04`)).toBeUndefined();
    expect(spans('每天 9:00—17:00', `${last}-01-04`)).toEqual(['09:00-17:00']);
  });
});

it('whether a place opens on Saturday can be asked', () => {
  expect(opensOn(read(WEEK), 6)).toBe(true);
  expect(opensOn(read(WEEK), 0)).toBe(false);
  expect(opensOn(read('工作日 9:00—17:00'), 6)).toBe(false);
  expect(opensOn(read('周一闭馆；周二至周日 9:00—17:00'), 6)).toBe(true);
  expect(opensOn(read('周一闭馆；周二至周日 9:00—17:00'), 1)).toBe(false);
});

describe('what is told of now', () => {
  const now = (text: string, day: string, time: string) =>
    openNow(read(text), { day, time }, arrangedDays()).text;

  it.each([
    ['2026-11-30', '09:00', '今天开到 12:00，14:00 再开'],
    ['2026-11-30', '16:00', '今天开到 17:30'],
    ['2026-11-30', '17:30', '今天已结束，明天 8:30 开'],
    ['2026-11-30', '12:30', '现在不开，今天 14:00 开'],
    ['2026-11-27', '18:00', '今天已结束，明天 9:00 开'],
    ['2026-11-28', '12:00', '今天已结束，周一 8:30 开'],
    ['2026-11-29', '10:00', '今天不开，明天 8:30 开'],
    ['2026-12-31', '18:00', '今天已结束，明天起以公告为准'],
    ['2027-01-04', '10:00', '今天开不开以公告为准'],
  ])('on %s at %s: %s', (day, time, text) => {
    expect(now(WEEK, day, time)).toBe(text);
  });
});
