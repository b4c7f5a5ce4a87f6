import { firstDay, lastDay } from './dates.ts';

/** A gap between two dates of a column that is no ordinary silence, in days. */
export const LONG_GAP = 366;

/** This many days are no slip of the pen, however long the silence before them. */
const SURELY_MEANT = 3;

/** Dates far ahead of all before them, of which the year is to be looked at again. */
export interface FarAhead {
  /** As written, the oldest first. */
  readonly dates: readonly string[];
  /** The newest date before them. */
  readonly before: string;
}

export interface Latest {
  /** The newest date that is believed, as far as it is known. */
  readonly newest?: string;
  /** The day it is by that date: what is judged by a day is judged by this one where no other is given. */
  readonly today?: string;
  readonly farAhead: readonly FarAhead[];
}

/**
 * How far a column has come by its own dates of publication. Nothing reads the clock, so a slip (2062 for
 * 2026) would make everything overdue: a date more than 366 days after the next older one is not believed.
 *
 * Dates within 366 days of each other make a stretch. What stands above a gap is believed when it is no
 * slip: when it holds three dates or more, or more dates than stand below it; a column that was silent for
 * years goes on with its third. The same date in many entries counts once, for a slip is copied. A column of
 * one stretch, and so of one entry, is believed; where less than a day is known, the shortest gap counts.
 *
 * @param dates as front matter has them (`dates.ts`), in any order, as often as they occur
 */
export function latestOf(dates: Iterable<string>): Latest {
  const stretches = stretchesOf([...new Set(dates)].sort());
  const farAhead: FarAhead[] = [];
  while (stretches.length > 1) {
    const top = stretches.pop() as string[];
    const below = stretches.flat();
    if (top.length >= SURELY_MEANT || top.length > below.length) {
      stretches.push(top);
      break;
    }
    farAhead.unshift({ dates: top, before: below.at(-1) as string });
  }
  const newest = stretches.at(-1)?.at(-1);
  return newest === undefined ? { farAhead } : { newest, today: lastDay(newest), farAhead };
}

/** Sorted dates, cut where more than `LONG_GAP` days lie between one and the next. */
function stretchesOf(sorted: readonly string[]): string[][] {
  const stretches: string[][] = [];
  let reach = '';
  for (const date of sorted) {
    const open = stretches.at(-1);
    if (open && daysBetween(reach, firstDay(date)) <= LONG_GAP) open.push(date);
    else stretches.push([date]);
    if (lastDay(date) > reach) reach = lastDay(date);
  }
  return stretches;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
