import type { Hours } from './hours.ts';
import { WEEKDAYS } from './hours.ts';
import type { DaysOff } from './open.ts';
import { timesOn } from './open.ts';

/** A minute of China's time. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`. */
  readonly time: string;
}

/** What a place is at a moment, in words for a reader. */
export interface OpenNow {
  readonly state: 'open' | 'closed' | 'unknown';
  readonly text: string;
}

/** How far the next opening is looked for. */
const AHEAD = 14;

/**
 * Whether a place is open now, until when, or when it opens next. Of a day of which nothing is known it says
 * 以公告为准: wrong hours cost a person a way.
 */
export function openNow(hours: Hours, { day, time }: Moment, calendar: DaysOff): OpenNow {
  const today = timesOn(hours, day, calendar);
  if (today === undefined) return UNKNOWN;
  const now = today.find(({ from, to }) => from <= time && time < to);
  if (now) {
    const until = now.to === '24:00' ? '今天全天开放' : `今天开到 ${shown(now.to)}`;
    const again = today.find(({ from }) => from >= now.to);
    return { state: 'open', text: again ? `${until}，${shown(again.from)} 再开` : until };
  }
  const later = today.find(({ from }) => from > time);
  if (later) return { state: 'closed', text: `现在不开，今天 ${shown(later.from)} 开` };
  const closed = today.length === 0 ? '今天不开' : '今天已结束';
  for (let ahead = 1; ahead <= AHEAD; ahead++) {
    const next = dayAfter(day, ahead);
    const times = timesOn(hours, next, calendar);
    if (times === undefined)
      return { state: 'closed', text: `${closed}，${named(next, ahead)}起以公告为准` };
    const [first] = times;
    if (first)
      return { state: 'closed', text: `${closed}，${named(next, ahead)} ${shown(first.from)} 开` };
  }
  return { state: 'closed', text: closed };
}

const UNKNOWN: OpenNow = { state: 'unknown', text: '今天开不开以公告为准' };

/** A moment of China's time from a clock's milliseconds, wherever the clock stands: China has one time, UTC+8. */
export function momentOf(milliseconds: number): Moment {
  const iso = new Date(milliseconds + 8 * 3_600_000).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** `08:30` as people write it: 8:30. */
const shown = (time: string) => time.replace(/^0/, '');

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function named(day: string, ahead: number): string {
  if (ahead === 1) return '明天';
  const name = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] as string;
  return ahead < 7 ? name : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}
