import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Deadline } from '../src/index.ts';
import {
  addCalendarDays,
  addWorkingDays,
  answerDueDate,
  CalendarRangeError,
  calendarYears,
  DayFormatError,
  dueDate,
  findDeadline,
  isWorkingDay,
  loadStandard,
  workingDaysBetween,
} from '../src/index.ts';

const standard = loadStandard();

function rule(id: string) {
  const found = findDeadline(standard, id);
  if (!found) throw new Error(`no deadline ${id}`);
  return found.rule;
}

describe('working days', () => {
  test.each([
    '2024-02-04',
    '2024-02-18',
    '2023-10-07',
    '2023-10-08',
    '2025-01-26',
    '2025-02-08',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
  ])('%s is a weekend day that is worked', (day) => expect(isWorkingDay(day)).toBe(true));

  test.each([
    ['2024-02-12', '春节'],
    ['2025-01-28', '除夕, off since 2025'],
    ['2025-02-04', '春节'],
    ['2023-09-29', '中秋'],
    ['2023-10-06', '国庆'],
    ['2025-10-08', '国庆、中秋'],
    ['2025-06-14', 'a Saturday'],
  ])('%s is none: %s', (day) => expect(isWorkingDay(day)).toBe(false));

  test('除夕 2024 was worked', () => expect(isWorkingDay('2024-02-09')).toBe(true));
});

describe('counting working days: day 1 is the next working day', () => {
  test.each([
    ['an ordinary week', '2025-06-09', 5, '2025-06-16'],
    ['the day of the event may be no working day', '2025-06-14', 1, '2025-06-16'],
    ['up to 春节 2024, with a worked Sunday', '2024-02-02', 5, '2024-02-08'],
    ['across 春节 2024', '2024-02-08', 2, '2024-02-18'],
    ['20 days across 春节 2025', '2025-01-20', 20, '2025-02-21'],
    ['across the eight days of 2023', '2023-09-28', 3, '2023-10-09'],
    ['across 国庆 2025', '2025-09-26', 5, '2025-10-10'],
    ['to the worked Saturday after it', '2025-09-26', 6, '2025-10-11'],
    ['across a year end', '2024-12-31', 1, '2025-01-02'],
    ['to a worked Sunday in the new year', '2025-12-31', 1, '2026-01-04'],
    ['none', '2025-06-14', 0, '2025-06-14'],
    ['back', '2025-10-13', -7, '2025-09-26'],
  ])('%s: %s and %i', (_what, from, amount, to) => {
    expect(addWorkingDays(from, amount)).toBe(to);
    if (amount !== 0) expect(workingDaysBetween(from, to)).toBe(amount);
  });

  test('between a day and itself there is none', () => {
    expect(workingDaysBetween('2025-06-16', '2025-06-16')).toBe(0);
  });
});

describe('a year without data', () => {
  test('the data covers 2004 to 2026', () => {
    expect(calendarYears).toEqual({ first: 2004, last: 2026 });
  });

  test('is refused with year, range and mend, in Chinese', () => {
    expect(() => addWorkingDays('2026-12-25', 20)).toThrow(CalendarRangeError);
    expect(() => addWorkingDays('2026-12-25', 20)).toThrowErrorMatchingInlineSnapshot(
      `[CalendarRangeError: 没有2027年的放假调休数据（现有2004年至2026年），无法计算工作日。请在国务院办公厅公布该年放假安排后，由维护人员升级 chinese-days 软件包再试。]`,
    );
  });

  test.each([
    () => isWorkingDay('2027-03-01'),
    () => isWorkingDay('2003-12-31'),
    () => addWorkingDays('2004-01-05', -5),
    () => workingDaysBetween('2026-12-31', '2027-01-01'),
    () => answerDueDate('2026-12-10'),
  ])('is refused by every function that would need it', (ask) => {
    expect(ask).toThrow(CalendarRangeError);
  });

  test('is no matter for calendar days, and a count that ends in time is given', () => {
    expect(addCalendarDays('2026-12-25', 20)).toBe('2027-01-14');
    expect(addWorkingDays('2026-12-25', 1)).toBe('2026-12-28');
  });
});

test.each(['2025-02-30', '2025-2-3', '20250203', '', '2025-02-03T00:00:00'])(
  '“%s” is no day',
  (day) => {
    expect(() => isWorkingDay(day)).toThrow(DayFormatError);
    expect(() => addCalendarDays(day, 1)).toThrow('不是有效日期');
  },
);

describe('due dates of the legal deadlines', () => {
  test.each([
    ['publish-after-formation', '2025-09-15', '2025-10-17'],
    ['answer-application', '2025-09-15', '2025-10-17'],
    ['application-extension', '2025-10-17', '2025-11-14'],
    ['third-party-opinion', '2025-09-15', '2025-10-11'],
    ['ask-to-complete', '2025-09-26', '2025-10-13'],
    ['interpretation', '2025-09-30', '2025-10-11'],
    ['answer-message', '2025-01-26', '2025-02-08'],
    ['answer-concern', '2025-01-26', null],
    ['answer-emergency', '2025-01-26', '2025-01-27'],
    ['service-conditions-changed', '2025-09-30', '2025-10-09'],
    ['permits-and-penalties', '2024-02-07', '2024-02-22'],
    ['budget-after-approval', '2025-01-16', '2025-02-05'],
    ['department-budget-after-reply', '2025-02-10', '2025-03-02'],
    ['land-expropriation-survey', '2025-09-28', '2025-10-11'],
    ['land-expropriation-plan', '2025-06-09', '2025-06-16'],
    ['land-expropriation-approval', '2025-06-09', '2025-06-23'],
    ['consultation-normative', '2025-09-26', '2025-10-13'],
    ['consultation-business', '2025-09-26', '2025-10-26'],
    ['consultation-major-decision', '2025-02-01', '2025-03-03'],
    ['hearing-announced', '2025-10-13', '2025-10-06'],
    ['annual-report-agency', '2025-12-31', '2026-01-31'],
    ['annual-report-county', '2025-12-31', '2026-03-31'],
    ['annual-report-county-summary', '2025-12-31', '2026-02-20'],
    ['annual-report-city-summary', '2025-12-31', '2026-03-10'],
  ])('%s: event on %s, last day %s', (id, event, due) => {
    expect(dueDate(rule(id), event)).toBe(due);
  });

  test('none is left untested', () => expect(standard.deadlines).toHaveLength(24));

  test('7 working days before a hearing', () => {
    const hearing: Deadline = {
      kind: 'before',
      event: 'hearing-held',
      amount: 7,
      unit: 'working-day',
    };
    expect(dueDate(hearing, '2025-10-13')).toBe('2025-09-26');
  });

  test('a deadline without a number has no day', () => {
    expect(dueDate({ kind: 'promptly' }, '2025-10-13')).toBeNull();
    expect(dueDate({ kind: 'lasting' }, '2025-10-13')).toBeNull();
  });

  test('real time and 随…公开 mean the day itself', () => {
    expect(dueDate({ kind: 'real-time' }, '2025-10-13')).toBe('2025-10-13');
    expect(dueDate({ kind: 'with', what: '采购公告' }, '2025-10-13')).toBe('2025-10-13');
  });
});

describe('answering an application', () => {
  test('takes 20 working days, 40 when extended', () => {
    expect(answerDueDate('2025-09-15')).toBe('2025-10-17');
    expect(answerDueDate('2025-09-15', { extended: true })).toBe('2025-11-14');
  });

  test('does not count the time of third parties', () => {
    const excluded = [{ from: '2025-10-09', to: '2025-10-15' }];
    expect(answerDueDate('2025-09-15', { excluded })).toBe('2025-10-27');
  });

  test('counts a day once when such times overlap', () => {
    const excluded = [
      { from: '2025-10-09', to: '2025-10-15' },
      { from: '2025-10-10', to: '2025-10-11' },
    ];
    expect(answerDueDate('2025-09-15', { excluded })).toBe('2025-10-27');
  });
});

test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
  'the result is the same in a process of time zone %s',
  (TZ) => {
    const index = new URL('../src/index.ts', import.meta.url).href;
    const script =
      `const { addWorkingDays, isWorkingDay } = await import('${index}');` +
      "console.log(addWorkingDays('2025-01-20', 20), isWorkingDay('2025-01-26'));";
    const args = ['--input-type=module', '-e', script];
    const out = execFileSync(process.execPath, args, {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(out.trim()).toBe('2025-02-21 true');
  },
);
