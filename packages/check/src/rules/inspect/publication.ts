import type { Column, Entry } from '@columns/content';
import { firstDay, isOpen, lastDay } from '@columns/content';
import { CalendarRangeError, dueDate } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import type { InspectionContext } from './inspection.ts';

/** What a deadline counts from that is the day a document was formed. */
const FORMED = new Set(['formed-or-changed', 'made-or-obtained', 'unstated']);

/**
 * Entries that were published after the last day their item, or the law, gives them (条例第二十六条). Where
 * a date is known only in part, those that are late whichever day it was.
 */
export function latePublications({ column, settings }: InspectionContext): Found[] {
  return column.entries.flatMap((entry) => {
    const {
      formed,
      published,
      attribute: { was },
    } = entry.data;
    // What was opened later is published in time when it is so after that, whenever it was made.
    const since = was?.until ?? formed;
    if (since === undefined || !isOpen(entry)) return [];
    const { due, text } = dueFor(
      column,
      entry,
      lastDay(since),
      settings.thresholds['publication-days'],
    );
    if (due === undefined || firstDay(published) <= due) return [];
    return [{ ...atField(entry, 'published'), value: published, other: due, expected: text }];
  });
}

function dueFor(
  column: Column,
  { item: ref, domain }: Entry,
  formed: string,
  days: number,
): { due?: string | undefined; text: string } {
  const item = column.domains.find(({ id }) => id === domain)?.items.find((one) => one.ref === ref);
  const own = item?.confirmed
    ? item.timing?.deadlines.find(
        (deadline) =>
          deadline.kind === 'after' &&
          FORMED.has(deadline.event) &&
          !deadline.suspect &&
          !deadline.scope &&
          (!deadline.channels || deadline.channels.includes('government-website')),
      )
    : undefined;
  // An item that is to be published at once, or counts from another day, is not judged by this.
  if (item?.timing && !own) return { text: '' };
  const rule = own ?? {
    kind: 'after' as const,
    event: 'formed-or-changed' as const,
    amount: days,
    unit: 'working-day' as const,
  };
  const text = own ? (item?.timing?.text ?? '') : `形成之日起${days}个工作日内`;
  try {
    return { due: dueDate(rule, formed) ?? undefined, text };
  } catch (error) {
    if (error instanceof CalendarRangeError) return { text };
    throw error;
  }
}
