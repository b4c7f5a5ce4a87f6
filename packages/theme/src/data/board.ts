import type { ColumnItem, Entry, PublisherCatalogue } from '@columns/content';
import { isDisclosed, periodFigures } from '@columns/content';
import { groupBy, periodText } from '@columns/standard';
import { getColumn, getEntries } from './column.ts';
import { nameBelow } from './item-text.ts';
import { tableOf } from './registers.ts';

/** What a notice board says of an item: the newest that is open to all. */
export interface BoardRow {
  readonly name: string;
  readonly entry: Entry;
  /** The figures of its table, where its form compares any. */
  readonly figures: string | undefined;
}

export interface BoardPart {
  readonly name: string;
  readonly rows: readonly BoardRow[];
  /** Names of the items that have nothing. */
  readonly empty: readonly string[];
}

/** A catalogue as it hangs on a notice board: under each first level what is there and what is not. */
export function boardOf({ groups }: PublisherCatalogue): BoardPart[] {
  const items = groups.flatMap((group) => group.items);
  return [...groupBy(items, ({ level1 }) => level1)].map(([name, own]) => {
    const rows = own.flatMap(rowOf);
    const shown = new Set(rows.map((row) => row.name));
    return { name, rows, empty: own.map(nameBelow).filter((each) => !shown.has(each)) };
  });
}

function rowOf(item: ColumnItem): BoardRow[] {
  const entry = getEntries(item.entries).find(isDisclosed);
  return entry ? [{ name: nameBelow(item), entry, figures: figuresOf(entry) }] : [];
}

function figuresOf(entry: Entry): string | undefined {
  const form = getColumn().forms.find(({ id }) => id === entry.table?.form);
  const figures = form?.trend ? periodFigures(form, tableOf(entry)) : [];
  if (figures.length === 0) return undefined;
  const { period } = entry.data;
  // The unit, which all groups of a figure share, is said once.
  const told = [...groupBy(figures, ({ figure }) => figure)]
    .map(
      ([figure, own]) => `${figure}：${own.map(({ group, text }) => `${group}${text}`).join('，')}`,
    )
    .join('；');
  return period === undefined ? told : `${periodText(period)}${told}`;
}

/** So many lines stand on a sheet of A4 in large letters; of more the letters are small. */
const LARGE_LINES = 22;
const LINE = 22;

/** Whether the board is set small, so that it stays one sheet. */
export function isLongBoard(parts: readonly BoardPart[]): boolean {
  const lines = parts.flatMap(({ rows, empty }) => [
    1,
    ...rows.map(({ entry, figures = '' }) => linesOf(entry.data.title) + linesOf(figures)),
    linesOf(empty.join('、')),
  ]);
  return lines.reduce((sum, count) => sum + count, 0) > LARGE_LINES;
}

const linesOf = (text: string) => Math.ceil(text.length / LINE);
