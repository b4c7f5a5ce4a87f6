/*
 * Opening hours as data. Officers type one line as they would in Word (`工作日 8:30—12:00，14:30—17:30；周六 9:00—12:00`);
 * this is what it says. No module here imports anything outside this folder: browsers have them too.
 */

/** Days as a line may name them. `周日` to `周六` are numbered as `Date` does, from 0. */
export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `工作日` and `节假日` are as the State Council arranges them; `每天` is any day. */
export type HoursDay = (typeof WEEKDAYS)[number] | '工作日' | '每天' | '节假日';

/** From a time to a time on these days; both absent: closed on them. Times are `HH:MM`, the end up to `24:00`. */
export interface HoursRow {
  readonly days: readonly HoursDay[];
  readonly from?: string;
  readonly to?: string;
}

/** What holds from a day to a day, both included, in place of the week. */
export interface HoursException {
  /** `2026-10-01`, or `10-01` for a season that comes every year. */
  readonly from: string;
  readonly to: string;
  /** Of a day that no row names, the week holds. */
  readonly rows: readonly HoursRow[];
}

/** When a place is open. */
export interface Hours {
  readonly week: readonly HoursRow[];
  readonly exceptions: readonly HoursException[];
  /** What stands in brackets: `夏令时另行通知`. */
  readonly note?: string;
}
