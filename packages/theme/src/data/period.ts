import type { Entry, Kind, Period } from '@columns/content';
import { KINDS } from '@columns/content';

/** The days of an entry whose kind goes on for a time; of a reduced one nothing is known. */
export function daysOf(entry: Entry): Period | undefined {
  if (entry.reducedTo !== undefined) return undefined;
  const kind: Kind = KINDS[entry.data.kind];
  return kind.period?.(entry.data as never);
}

/** When an entry goes on, for a word that says where it stands today. */
export function periodOf(entry: Entry): Period | undefined {
  const period = daysOf(entry);
  // Where fixed days stand today, the page of the year's days shows.
  return period?.recurs ? undefined : period;
}
