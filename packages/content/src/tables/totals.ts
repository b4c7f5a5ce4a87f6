import type { RegisterForm } from '@columns/standard';
import { halfOf, placesOf, readAmount, writeAmount } from './decimal.ts';

const TOTALS: readonly string[] = ['合计', '总计', '小计'];
/** A row that tells a part of the row above once more is no part of the total. */
const THEREOF = /^其中[：:]/;

/** A total that is not the sum of its parts. */
export interface WrongTotal {
  /** Positions in `rows` and `columns`, from 0. */
  readonly row: number;
  readonly column: number;
  readonly written: string;
  readonly sum: string;
  readonly label: string;
}

/** A table with its heads. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whether a row holds totals, by the cell in the form's label column. */
export function isTotal(form: RegisterForm, { columns }: Rows, row: readonly string[]): boolean {
  if (!form.totals) return false;
  return TOTALS.includes(row[columns.indexOf(form.totals.label)] ?? '');
}

/** Whether a row counts towards a total: it is none itself, nor a part of the row above told once more. */
export function isPart(form: RegisterForm, table: Rows, row: readonly string[]): boolean {
  const label = row[table.columns.indexOf(form.totals?.label ?? '')] ?? '';
  return !isTotal(form, table, row) && !THEREOF.test(label);
}

/**
 * Every total that differs from its parts: those of its group, or all rows where it names none.
 * With `rounded` each part may be off by half of the last place that is written.
 */
export function wrongTotals(form: RegisterForm, table: Rows, rounded: boolean): WrongTotal[] {
  const { totals } = form;
  if (!totals) return [];
  const { columns, rows } = table;
  const label = columns.indexOf(totals.label);
  const group = totals.group === undefined ? -1 : columns.indexOf(totals.group);
  const parts = rows.filter((row) => isPart(form, table, row));
  const summed = form.columns.filter(({ sum }) => sum).map(({ name }) => columns.indexOf(name));
  return rows.flatMap((row, index) => {
    if (!isTotal(form, table, row)) return [];
    const own = row[group] ?? '';
    const of = own === '' ? parts : parts.filter((part) => part[group] === own);
    return summed.flatMap((column): WrongTotal[] => {
      const written = row[column] ?? '';
      const total = readAmount(written);
      const cells = of.map((part) => part[column] ?? '').filter((cell) => cell !== '');
      const values = cells.map(readAmount);
      // A cell that is no number is told of already.
      if (total === undefined || cells.length === 0 || values.includes(undefined)) return [];
      const sum = values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n);
      const most = cells.reduce(
        (places, cell) => Math.max(places, placesOf(cell)),
        placesOf(written),
      );
      const room = rounded ? halfOf(most) * BigInt(cells.length + 1) : 0n;
      const off = total > sum ? total - sum : sum - total;
      if (off <= room) return [];
      return [{ row: index, column, written, sum: writeAmount(sum), label: row[label] ?? '' }];
    });
  });
}
