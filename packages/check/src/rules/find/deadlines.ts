import type { Column, Entry } from '@columns/content';
import { isKind, isOpen, lastDay } from '@columns/content';
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

/** Every deadline that runs in a column, for the rules of their kinds. */
export function timedEntries({ entries, deadlines }: Column): Timed[] {
  const rule = deadlines.find(({ id }) => id === 'interpretation')?.rule;
  const fromFormed = rule?.kind === 'after' && rule.event === 'policy-formed';
  return entries.filter(isOpen).flatMap((entry) => timesOf(entry, fromFormed));
}

function timesOf(entry: Entry, fromFormed: boolean): Timed[] {
  if (isKind(entry, 'message')) {
    return [{ entry, field: 'received', day: entry.data.received, deadline: 'answer-message' }];
  }
  // Of other concerns plans say 第一时间, which no day can measure.
  if (isKind(entry, 'response') && entry.data.emergency) {
    return [{ entry, field: 'received', day: entry.data.received, deadline: 'answer-emergency' }];
  }
  if (isKind(entry, 'consultation')) {
    const deadline = CONSULTATIONS[entry.data.form];
    return deadline === undefined
      ? []
      : [{ entry, field: 'opens', day: entry.data.opens, deadline }];
  }
  if (isKind(entry, 'hearing') && entry.data.form === '听证会') {
    return [{ entry, field: 'held', day: entry.data.held, deadline: 'hearing-announced' }];
  }
  if (isKind(entry, 'policy') && (entry.data.normative || entry.data.major)) {
    const { formed, published } = entry.data;
    const [field, date] =
      fromFormed && formed !== undefined
        ? (['formed', formed] as const)
        : (['published', published] as const);
    // The last day that it may be: nobody is told to be late by a day that is not known.
    const day = lastDay(date);
    return [{ entry, field, day, deadline: 'interpretation' }];
  }
  if (isKind(entry, 'guide')) {
    const deadline = 'service-conditions-changed';
    const changes = entry.data.changes ?? [];
    return changes.map(({ date: day }) => ({ entry, field: 'changes', day, deadline }));
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
