import type { Entry } from '@columns/content';
import { groupBy } from '@columns/standard';

/**
 * Entries of the unit that has the most of them before all others, else in their order: the county's budgets, not
 * that of one bureau in the same form.
 */
export function mainFirst<T extends Pick<Entry, 'data'>>(entries: readonly T[]): T[] {
  const units = [...groupBy(entries, ({ data }) => data.unit ?? '').values()];
  const [first = []] = units.sort((a, b) => b.length - a.length);
  return [...first, ...entries.filter((entry) => !first.includes(entry))];
}
