import { firstDay, isKind, isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { dueOn, timedEntries } from './deadlines.ts';

/** Hearings that were told of too late to come. */
export function lateHearingNotices({ column }: RuleContext): Found[] {
  return timedEntries(column).flatMap((timed) => {
    const { entry } = timed;
    if (!isKind(entry, 'hearing')) return [];
    const due = dueOn(column, timed);
    const { announced, published } = entry.data;
    const told = announced ?? published;
    if (due === undefined || firstDay(told) <= due) return [];
    const field = announced === undefined ? 'published' : 'announced';
    return [{ ...atField(entry, field), value: told, other: due }];
  });
}

/** Proposals that say nothing of how content their movers are. */
export function unratedProposals({ column }: RuleContext): Found[] {
  return column.entries
    .filter((entry) => isKind(entry, 'proposal') && isOpen(entry))
    .filter((entry) => !('satisfaction' in entry.data))
    .map((entry) => atField(entry, 'answered'));
}

/** What could not be judged because a year's holidays are not known. */
export function noCalendar({ column }: RuleContext): Found[] {
  return timedEntries(column)
    .filter((timed) => dueOn(column, timed) === undefined)
    .map(({ entry, field, day }) => ({ ...atField(entry, field), value: day }));
}
