import type { Found, RuleContext } from '../column-rule.ts';
import { atField } from '../column-rule.ts';

/** Entries whose publication is said to be after the day. */
export function futureDates({ column, asOf }: RuleContext): Found[] {
  if (asOf === undefined) return [];
  return column.entries
    .filter((entry) => entry.data.published > asOf)
    .map((entry) => ({
      ...atField(entry, 'published'),
      value: entry.data.published,
      other: asOf,
    }));
}
