import { firstDay, isKind, isOpen } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';
import { dueOn, timedEntries } from './deadlines.ts';

/** Messages that were answered late. */
export function lateAnswers({ column }: RuleContext): Found[] {
  return timedEntries(column).flatMap((timed) => {
    const { entry } = timed;
    if (!isKind(entry, 'message')) return [];
    const due = dueOn(column, timed);
    const { answered } = entry.data;
    if (due === undefined || answered <= due) return [];
    return [{ ...atField(entry, 'answered'), value: answered, other: due }];
  });
}

/** Grave emergencies of which nothing was told by the next day: surely more than 24 hours. */
export function lateEmergencies({ column }: RuleContext): Found[] {
  return timedEntries(column).flatMap((timed) => {
    const { entry } = timed;
    if (!isKind(entry, 'response')) return [];
    const due = dueOn(column, timed);
    const { answered, received } = entry.data;
    if (due === undefined || answered <= due) return [];
    return [{ ...atField(entry, 'answered'), value: answered, other: received }];
  });
}

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

/** Hearings, meetings and open days that were held and of which nothing is told. */
export function untoldHearings({ column, asOf }: RuleContext): Found[] {
  if (asOf === undefined) return [];
  return column.entries.flatMap((entry) => {
    if (!isKind(entry, 'hearing') || !isOpen(entry)) return [];
    const { held, result } = entry.data;
    if (result !== undefined || held >= asOf) return [];
    return [{ ...atField(entry, 'held'), value: held, other: asOf }];
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
