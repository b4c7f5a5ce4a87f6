import type { Column, Entry } from '@columns/content';
import { isKind, isOpen } from '@columns/content';
import { CalendarRangeError, dueDate } from '@columns/standard';

/** Something in an entry from which a deadline of the column counts. */
export interface Timed {
  readonly entry: Entry;
  /** The field that names the day. */
  readonly field: string;
  readonly day: string;
  /** The id of the deadline, as in `packages/standard/data/deadlines.yaml`. */
  readonly deadline: string;
}

const CONSULTATIONS: Readonly<Record<string, string>> = {
  行政规范性文件: 'consultation-normative',
  涉企政策: 'consultation-business',
  重大行政决策: 'consultation-major-decision',
};

/**
 * Deadlines that are no pairs (`pairs.ts`): how long something must stand, or how long before. Every one that runs
 * in a column, for the rules of their kinds.
 */
export function timedEntries({ entries }: Column): Timed[] {
  return entries.filter(isOpen).flatMap(timesOf);
}

function timesOf(entry: Entry): Timed[] {
  if (isKind(entry, 'consultation')) {
    const deadline = CONSULTATIONS[entry.data.form];
    return deadline === undefined
      ? []
      : [{ entry, field: 'opens', day: entry.data.opens, deadline }];
  }
  if (isKind(entry, 'hearing') && entry.data.form === '听证会') {
    return [{ entry, field: 'held', day: entry.data.held, deadline: 'hearing-announced' }];
  }
  return [];
}

/** The day a deadline falls on; none where it is not known or its year has no calendar yet. */
export function dueOn(column: Column, { deadline, day }: Timed): string | undefined {
  const found = column.deadlines.find(({ id }) => id === deadline);
  if (!found) return undefined;
  try {
    return dueDate(found.rule, day) ?? undefined;
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}
