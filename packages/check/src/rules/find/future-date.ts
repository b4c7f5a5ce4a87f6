import type { Entry } from '@columns/content';
import { firstDay, latestOf } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

/** Entries whose publication is said to be after the day; of one far ahead the other rule tells. */
export function futureDates(context: RuleContext): Found[] {
  const { column, asOf } = context;
  if (asOf === undefined) return [];
  const told = new Set(farAhead(context).flatMap(({ entries }) => entries));
  return column.entries
    .filter((entry) => firstDay(entry.data.published) > asOf && !told.has(entry))
    .map((entry) => ({
      ...atField(entry, 'published'),
      value: entry.data.published,
      other: asOf,
    }));
}

/** Dates so far ahead of all before them that the year may be a slip: one finding for each such leap. */
export function leapingDates(context: RuleContext): Found[] {
  return farAhead(context).flatMap(({ entries, before }) => {
    const [first, ...others] = entries;
    if (!first) return [];
    const more = others.length === 0 ? '' : `；同样情况的另有 ${others.length} 条`;
    const { published } = first.data;
    return [{ ...atField(first, 'published'), value: published, other: before + more }];
  });
}

interface Leap {
  /** From the oldest. */
  readonly entries: readonly Entry[];
  readonly before: string;
}

/** What is not believed by the column's own dates; a day that is given shows what has come already. */
function farAhead({ column, asOf = '' }: RuleContext): Leap[] {
  const entries = column.entries.toReversed();
  return latestOf(entries.map(({ data }) => data.published)).farAhead.map(({ dates, before }) => ({
    entries: entries.filter(
      ({ data: { published } }) => dates.includes(published) && firstDay(published) > asOf,
    ),
    before,
  }));
}
