import type { Hours, HoursDay, HoursException, HoursRow } from './hours.ts';
import { WEEKDAYS } from './hours.ts';

type Open = { readonly from: string; readonly to: string };

/** What stands in brackets, but for days that are named there alone: `（周一至周五）`. */
const NOTE = /[（(]([^（）()]*)[)）]/g;
const IN_BRACKETS = /^(?:每?(?:周|星期|礼拜)[一二三四五六日天末]|法?定?工作日|(?:法定)?节?假日)/;

const DAY = '[一二三四五六日天]';
const WEEK = '每?(?:周|星期|礼拜)';
/** Dates as people and machines write them; the year may be missing, and of the second more. */
const DATE = '(?:(\\d{4})[-年/.])?(\\d{1,2})[-月/.](\\d{1,2})';
const TO = '(?:至|到|-|~)';

/** A token of a line: what it looks like, and what it does to the reading. */
const TOKENS: readonly (readonly [
  form: RegExp,
  take: (match: RegExpExecArray, reading: Reading) => boolean,
])[] = [
  // Nothing is said by these.
  [
    /^(?:[，,、;。.：:及和与]|开放|对外|办公|服务|办理|受理|接待|营业|上班|正常|时间|为|均|的|法定(?=工作日)|每(?=个?工作日)|个(?=工作日)|其中)/,
    () => true,
  ],
  [
    new RegExp(
      `^${DATE}(?:日?${TO}(?:(?:(\\d{4})[-年/.])?(\\d{1,2})[-月/.])?(\\d{1,2}))?(?:日|(?![:时点\\d日]))`,
    ),
    (match, reading) => reading.period(match),
  ],
  [
    new RegExp(`^${WEEK}(${DAY})${TO}(?:${WEEK})?(${DAY})`),
    ([, first = '', last = ''], reading) => reading.days(daysBetween(first, last)),
  ],
  [/^(?:每?周末|双休日)/, (_, reading) => reading.days(['周六', '周日'])],
  [
    new RegExp(`^${WEEK}(${DAY}(?:[、和,，]?(?:${WEEK})?${DAY})*)`),
    ([, names = ''], reading) =>
      reading.days([...names.matchAll(/[一二三四五六日天]/g)].map(([name]) => weekdayNamed(name))),
  ],
  [/^工作日/, (_, reading) => reading.days(['工作日'])],
  [/^(?:每天|每日|天天|全年(?!无休)|全周)/, (_, reading) => reading.days(['每天'])],
  [
    /^(?:国家)?(?:法定)?(?:节假日|节日|假日|假期)(?:[和、及](?:公休日|双休日|调休日))?(?:除外|休息|不(?:对外)?开放|不办公|不受理|闭馆)/,
    (_, reading) => reading.closeOnDaysOff(),
  ],
  [/^(?:国家)?(?:法定)?(?:节假日|节日|假日|假期)(?!不)/, (_, reading) => reading.days(['节假日'])],
  [/^(?:夏令时|冬令时|寒暑假)?(?:时间)?另行(?:通知|公告)/, () => true],
  [
    /^(?:不开放|不对外开放|不办公|不受理|不上班|不营业|休息|闭馆|关闭|停止(?:开放|办公|服务|受理)|放假|停办)/,
    (_, reading) => reading.close(),
  ],
  [/^全年无休/, () => true],
  [/^(?:全天(?:24小时)?|24小时|昼夜)/, (_, reading) => reading.openAllDay()],
  [
    /^(上午|早上|早|下午|中午|午间|晚上|晚|夜间)?(\d{1,2})(?:[:时点](半|\d{1,2})?分?|(?=[-至到~]))(?:至|到|-|~)(上午|早上|早|下午|中午|午间|次日|晚上|晚|夜间)?(\d{1,2})(?:[:时点](半|\d{1,2})?分?)?/,
    (match, reading) => reading.times(match),
  ],
];

/**
 * What a line about hours says, as data; nothing where any of it cannot be read, or where no time is told: half of
 * what a line says would be wrong hours.
 *
 * @param text `工作日 8:30—12:00，14:30—17:30；周六 9:00—12:00；2026-10-01至2026-10-08 不开放（示例）`
 */
export function readHours(text: string): Hours | undefined {
  const notes: string[] = [];
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[—–―－〜～]+|-{2,}/g, '-')
    .replaceAll(NOTE, (_, inside: string) => {
      const said = inside.trim();
      if (IN_BRACKETS.test(said.replaceAll(/\s/g, ''))) return `,${said}`;
      notes.push(said);
      return '';
    });
  const reading = new Reading();
  for (const part of plain.replaceAll(/\s+/g, '').split(/[;。\n]/)) {
    reading.begin();
    let rest = part;
    while (rest !== '') {
      const taken = TOKENS.map(([form, take]) => ({ match: form.exec(rest), take })).find(
        ({ match }) => match !== null,
      );
      if (!taken?.match || !taken.take(taken.match, reading)) return undefined;
      rest = rest.slice(taken.match[0].length);
    }
    if (!reading.end()) return undefined;
  }
  return reading.hours(notes.filter((note) => note !== '').join('；'));
}

/** The state of one reading: which days and which period the next times are of. */
class Reading {
  #week: HoursRow[] = [];
  #exceptions: (HoursException & { rows: HoursRow[] })[] = [];
  #days: readonly HoursDay[] | undefined;
  #period: (HoursException & { rows: HoursRow[] }) | undefined;
  /** Days were named and nothing yet said of them. */
  #waiting = false;
  /** 下午 before the first of two times holds for the second as well. */
  #half = '';

  begin(): void {
    this.#days = undefined;
    this.#period = undefined;
    this.#half = '';
  }

  end(): boolean {
    return !this.#waiting;
  }

  days(days: readonly HoursDay[]): boolean {
    if (days.length === 0) return false;
    // 周一至周五、周六 9:00—12:00: one list of days.
    this.#days = this.#waiting ? [...(this.#days ?? []), ...days] : days;
    this.#waiting = true;
    return true;
  }

  period([, year, month = '', day = '', lastYear, lastMonth, lastDay]: RegExpExecArray): boolean {
    const from = dayOf(year, month, day);
    const to = dayOf(lastYear ?? year, lastMonth ?? month, lastDay ?? day);
    if (from === undefined || to === undefined || from.length !== to.length) return false;
    if (year !== undefined && to < from) return false;
    this.#period = { from, to, rows: [] };
    this.#exceptions.push(this.#period);
    this.#days = undefined;
    this.#waiting = true;
    return true;
  }

  times([
    ,
    half = '',
    hour = '',
    minute,
    lastHalf = '',
    lastHour = '',
    lastMinute,
  ]: RegExpExecArray): boolean {
    const first = half || this.#half;
    const from = timeOf(first, hour, minute);
    const to = timeOf(lastHalf || first, lastHour, lastMinute);
    return from !== undefined && to !== undefined && from < to && this.open({ from, to });
  }

  open(open: Open): boolean {
    return this.#add(open);
  }

  /** 24小时开放 says of itself that it is every day. */
  openAllDay(): boolean {
    this.#days ??= ['每天'];
    return this.#add({ from: '00:00', to: '24:00' });
  }

  close(): boolean {
    return this.#add({});
  }

  /** （节假日除外） stands beside the days that it takes from, and changes none of them. */
  closeOnDaysOff(): boolean {
    (this.#period?.rows ?? this.#week).push({ days: ['节假日'] });
    return true;
  }

  #add(open: Open | Record<string, never>): boolean {
    // A time without days is of every day in a period, and nobody's elsewhere.
    const days = this.#days ?? (this.#period ? (['每天'] as const) : undefined);
    if (days === undefined) return false;
    (this.#period?.rows ?? this.#week).push({ days, ...open });
    this.#waiting = false;
    return true;
  }

  hours(note: string): Hours | undefined {
    const rows = [...this.#week, ...this.#exceptions.flatMap(({ rows: each }) => each)];
    if (!rows.some(({ from }) => from !== undefined) || overlap(this.#week)) return undefined;
    if (this.#exceptions.some((one) => overlap(one.rows))) return undefined;
    return { week: this.#week, exceptions: this.#exceptions, ...(note === '' ? {} : { note }) };
  }
}

/** Times of one row of days that do not follow each other: 下午 2:30 written as 2:30, or a slip. */
function overlap(rows: readonly HoursRow[]): boolean {
  const last = new Map<string, string>();
  return rows.some(({ days, from, to }) => {
    if (from === undefined || to === undefined) return false;
    const key = days.join();
    const before = last.get(key);
    last.set(key, to);
    return before !== undefined && from < before;
  });
}

function weekdayNamed(name: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[
    '日一二三四五六'.indexOf(name === '天' ? '日' : name)
  ] as (typeof WEEKDAYS)[number];
}

/** 一 to 日 as a reader counts them: the week begins on Monday. */
function daysBetween(first: string, last: string): HoursDay[] {
  const order = '一二三四五六日';
  const [from, to] = [first, last].map((name) => order.indexOf(name === '天' ? '日' : name)) as [
    number,
    number,
  ];
  return from >= to ? [] : [...order.slice(from, to + 1)].map(weekdayNamed);
}

function dayOf(year: string | undefined, month: string, day: string): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  const made = new Date(Date.UTC(Number(year ?? 2024), m - 1, d));
  if (made.getUTCMonth() !== m - 1 || made.getUTCDate() !== d) return undefined;
  const rest = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return year === undefined ? rest : `${year}-${rest}`;
}

/** 下午2时30分 is 14:30; 下午14时 is as well. */
function timeOf(half: string, hour: string, minute: string | undefined): string | undefined {
  const minutes = minute === '半' ? 30 : Number(minute ?? 0);
  let hours = Number(hour);
  if (/下午|晚|夜/.test(half) && hours < 12) hours += 12;
  if (/中午|午间/.test(half) && hours < 4) hours += 12;
  if (half === '次日' || hours > 24 || minutes > 59 || (hours === 24 && minutes > 0))
    return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
