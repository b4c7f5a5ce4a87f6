import type { Entry } from '@columns/content';
import { isDisclosed, KIND_IDS, KINDS } from '@columns/content';
import { getKind } from './column.ts';
import { daysOf } from './period.ts';

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
  const dated = KIND_IDS.filter((kind) => 'period' in KINDS[kind]);
  return dated
    .flatMap((kind) => getKind(kind))
    .filter(isDisclosed)
    .flatMap((entry) => lastDay(entry) ?? [])
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, MOST);
}

function lastDay(entry: Entry): DateToKeep | undefined {
  const period = daysOf(entry);
  return period && { entry, day: period.closes, what: period.closing };
}
