import type { Entry, EntryOf } from './entry.ts';
import { isKind } from './entry.ts';
import { fixedDays } from './fixed-days.ts';
import { isOpen } from './shown.ts';

/** One day on which an office is open to visitors, and the entry that announces it. */
export interface OpenDay {
  readonly day: string;
  readonly entry: EntryOf<'hearing'>;
}

/** 政务开放日 between two days, both included, in order: each single one, and every day of the fixed ones. */
export function openDaysBetween(entries: readonly Entry[], from: string, until: string): OpenDay[] {
  return entries
    .flatMap((entry): OpenDay[] => {
      if (!isKind(entry, 'hearing') || !isOpen(entry)) return [];
      const { form, held, every, until: last = until } = entry.data;
      if (form !== '政务开放日' || held > until) return [];
      if (every === undefined) return held < from ? [] : [{ day: held, entry }];
      const begin = held > from ? held : from;
      const end = last < until ? last : until;
      return fixedDays(every, begin, end).map((day) => ({ day, entry }));
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
