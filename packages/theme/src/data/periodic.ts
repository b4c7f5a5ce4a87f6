import type { ColumnItem, DuePeriod, PeriodFigure, PeriodicItem } from '@columns/content';
import {
  isKind,
  periodFigures,
  periodicItems,
  periodsBetween,
  publishedBy,
} from '@columns/content';
import { getColumn, getEntries } from './column.ts';
import { tableOf } from './registers.ts';

/** How many periods a page lists; those before stand with the item. */
const SHOWN = 24;

export interface PeriodicRow {
  readonly row: PeriodicItem;
  /** From the newest that has anything back to the first; dates only, for a page knows no day. */
  readonly periods: readonly DuePeriod[];
}

/** Every periodic item with the periods between the first and the newest that has anything. */
export function periodicRows(): PeriodicRow[] {
  return periodicItems(getColumn()).map((row) => ({
    row,
    periods: periodsBetween(row).slice(-SHOWN).reverse(),
  }));
}

/** A period with its figures by name; none where nothing was published. */
export type TrendPeriod = DuePeriod & { readonly figures: ReadonlyMap<string, PeriodFigure> };

export interface Trend {
  /** The names of what is compared, in the order of the tables. */
  readonly names: readonly string[];
  /** Oldest first. */
  readonly periods: readonly TrendPeriod[];
}

/** The figures of an item's newest periods side by side; nothing where fewer than two periods have any. */
export function trendOf({ every, by, entries }: ColumnItem): Trend | undefined {
  if (every === undefined || entries.length < 2) return undefined;
  const { forms } = getColumn();
  const compared = getEntries(entries).filter((entry) => {
    const form = forms.find(({ id }) => id === entry.table?.form);
    return form?.trend !== undefined && isKind(entry, 'register');
  });
  const item = by === undefined ? { every } : { every, by };
  const rows = periodsBetween({ item, published: publishedBy(every, compared) }).slice(-SHOWN);
  const periods = rows.map((row): TrendPeriod => {
    const form = forms.find(({ id }) => id === row.entry?.table?.form);
    const found = row.entry && form ? periodFigures(form, tableOf(row.entry)) : [];
    return { ...row, figures: new Map(found.map((figure) => [figure.name, figure])) };
  });
  if (periods.filter(({ figures }) => figures.size > 0).length < 2) return undefined;
  const names = new Set(periods.flatMap(({ figures }) => [...figures.keys()]));
  return { names: [...names], periods };
}

/** What stands below a period's column: its number, and the year where one begins. */
export function tickOf(period: string, before: string | undefined) {
  const year = period.slice(0, 4);
  const part = period.slice(4);
  const begins = before?.slice(0, 4) !== year;
  const half = part === 'H1' ? '上' : '下';
  const tick = part.startsWith('-')
    ? String(Number(part.slice(1)))
    : part.startsWith('Q')
      ? `${part.slice(1)}季`
      : part && half;
  return part === ''
    ? { tick: year, year: undefined }
    : { tick, year: begins ? `${year}年` : undefined };
}
