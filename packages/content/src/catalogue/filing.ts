import type { CatalogueFiling } from '@columns/standard';
import type { PublisherItems } from './publishers.ts';

/** One thing that is done with a catalogue once it is made, as its files say: a day, or one of every year. */
export interface FilingDay {
  readonly name: string;
  /** `2026-12-20`, or `12-20` of every year from `since` on. */
  readonly by: string | undefined;
  readonly since: number | undefined;
  /** The days on which it was done, by the year whose catalogue it was; oldest first. */
  readonly done: readonly { readonly year: number; readonly day: string }[];
}

/** Filing and publishing a catalogue, each where a day was ever set. */
export function filingDays({ filing }: Pick<PublisherItems, 'filing'>): FilingDay[] {
  if (!filing) return [];
  const { since } = filing;
  return [
    { name: '报备', by: filing['file-by'], since, done: doneOf(filing.filed) },
    { name: '公布', by: filing['publish-by'], since, done: doneOf(filing.published) },
  ].filter(({ by, done }) => by !== undefined || done.length > 0);
}

function doneOf(done: CatalogueFiling['filed']): FilingDay['done'] {
  if (done === undefined) return [];
  const days = typeof done === 'string' ? { [done.slice(0, 4)]: done } : done;
  // Keys that are numbers come in order.
  return Object.entries(days).map(([year, day]) => ({ year: Number(year), day }));
}

/** A last day as of a year, and whether it comes every year. */
export function filingTerm(by: string, year: number): string {
  return isYearly(by) ? `${year}-${by}` : by;
}

export function isYearly(by: string): boolean {
  return by.length === 'MM-DD'.length;
}
