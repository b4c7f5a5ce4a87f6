import type { Entry } from '@columns/content';
import { isDisclosed } from '@columns/content';
import { getKind } from './column.ts';

/** A day that an entry names for the public, and what is on it. */
export interface DateToKeep {
  readonly entry: Entry;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly what: string;
}

/** More days than these are history. */
const MOST = 200;

/** Until when the public is asked, and when it may come: the latest first. Which are over, a calendar knows. */
export function calendarDates(): DateToKeep[] {
  const found = [
    ...getKind('consultation').map((entry) => on(entry, entry.data.closes, '意见征集截止')),
    ...getKind('survey').map((entry) => on(entry, entry.data.closes, '调查截止')),
    ...getKind('hearing').map((entry) => on(entry, entry.data.held, entry.data.form)),
  ];
  return found
    .filter(({ entry }) => isDisclosed(entry))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, MOST);
}

function on(entry: Entry, day: string, what: string): DateToKeep {
  return { entry, day, what };
}
