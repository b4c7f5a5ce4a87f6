import type { DuePeriod, PeriodicItem } from '@columns/content';
import { periodicItems, periodsUntil } from '@columns/content';
import { getColumn } from './column.ts';

/** How many periods a page lists; those before stand with the item. */
const SHOWN = 24;

export interface PeriodicRow {
  readonly row: PeriodicItem;
  /** From the newest that has anything back to the first; dates only, for a page knows no day. */
  readonly periods: readonly DuePeriod[];
}

/** Every periodic item with the periods between the first and the newest that has anything. */
export function periodicRows(): PeriodicRow[] {
  return periodicItems(getColumn()).map((row) => {
    // A day before all: only periods up to the newest published are asked for.
    const periods = periodsUntil(row, newestYearEnd(row)).filter(
      ({ period }) => period <= ([...row.published.keys()].sort().at(-1) ?? ''),
    );
    return { row, periods: periods.slice(-SHOWN).reverse() };
  });
}

function newestYearEnd({ published }: PeriodicItem): string {
  const year = [...published.keys()].sort().at(-1)?.slice(0, 4) ?? '0000';
  return `${year}-12-31`;
}
