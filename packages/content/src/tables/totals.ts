import type { RegisterForm } from '@columns/standard';
import { halfOf, placesOf, readAmount, writeAmount } from './decimal.ts';

export const TOTALS: readonly string[] = ['合计', '总计', '小计'];
/** A row that tells a part of the row above once more is no part of the total. */
const THEREOF = /^其中[：:]/;

/** A total that is not the sum of its parts. */
export interface WrongTotal {
  /** Positions in `rows` and `columns`, from 0. */
  readonly row: number;
  readonly column: number;
  readonly written: string;
  readonly sum: string;
  /** What is summed: 合计, 期初余额＋收入－支出. */
  readonly label: string;
}

/** A table with its heads. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whether a cell says that its row holds totals: 合计. */
export function saysTotal(cell: string): boolean {
  return TOTALS.includes(cell);
}

/** Whether a row holds totals, by the cell in the form's label column. */
export function isTotal(form: RegisterForm, { columns }: Rows, row: readonly string[]): boolean {
  if (!form.totals) return false;
  return saysTotal(row[columns.indexOf(form.totals.label)] ?? '');
}

/** Whether a row counts towards a total: it is none itself, nor a part of the row above told once more. */
export function isPart(form: RegisterForm, table: Rows, row: readonly string[]): boolean {
  const label = row[table.columns.indexOf(form.totals?.label ?? '')] ?? '';
  return !isTotal(form, table, row) && !THEREOF.test(label);
}

/**
 * Every total that differs from its parts: those of its group, or all rows where it names none; and every
 * closing balance that is not what the opening, with what came in and went out, comes to.
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
  const sums = rows.flatMap((row, index) => {
    if (!isTotal(form, table, row)) return [];
    const own = row[group] ?? '';
    const of = own === '' ? parts : parts.filter((part) => part[group] === own);
    return summed.flatMap((column): WrongTotal[] => {
      const written = row[column] ?? '';
      const sum = wrongSum(sumOf([written]), sumOf(cellsOf(of, column)), rounded);
      return sum === undefined
        ? []
        : [{ row: index, column, written, sum, label: row[label] ?? '' }];
    });
  });
  return [
    ...sums,
    ...summed.flatMap((column) => wrongBalance(form, table, parts, column, rounded)),
  ];
}

function wrongBalance(
  { balance, totals }: RegisterForm,
  { columns, rows }: Rows,
  parts: Rows['rows'],
  column: number,
  rounded: boolean,
): WrongTotal[] {
  if (!balance) return [];
  const group = columns.indexOf(totals?.group ?? '');
  const cells = (name: string) =>
    cellsOf(
      parts.filter((row) => row[group] === name),
      column,
    );
  // Nothing may have come in or gone out.
  const [came, went] = [balance.in, balance.out].map((name) => sumOf(cells(name), NOTHING));
  const [opening, closing] = [sumOf(cells(balance.opening)), sumOf(cells(balance.closing))];
  if (!opening || !came || !went || !closing) return [];
  const sum = wrongSum(closing, add(add(opening, came), { ...went, value: -went.value }), rounded);
  if (sum === undefined) return [];
  const row = rows.findLastIndex((each) => each[group] === balance.closing);
  const label = `${balance.opening}＋${balance.in}－${balance.out}`;
  return [{ row, column, written: writeAmount(closing.value), sum, label }];
}

/** A sum, with how many cells and places it was made of. */
interface Sum {
  readonly value: bigint;
  readonly cells: number;
  readonly places: number;
}

const NOTHING: Sum = { value: 0n, cells: 0, places: 0 };

function cellsOf(rows: Rows['rows'], column: number): string[] {
  return rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
}

/** Nothing where there is no cell, or one that is no number: that is told of already. */
function sumOf(cells: readonly string[], none?: Sum): Sum | undefined {
  const sums = cells.map((cell): Sum | undefined => {
    const value = readAmount(cell);
    return value === undefined ? undefined : { value, cells: 1, places: placesOf(cell) };
  });
  return sums.length === 0 ? none : sums.reduce((all, sum) => all && sum && add(all, sum));
}

function add(a: Sum, b: Sum): Sum {
  const places = Math.max(a.places, b.places);
  return { value: a.value + b.value, cells: a.cells + b.cells, places };
}

/** What a total should be, where it is something else. */
function wrongSum(
  written: Sum | undefined,
  sum: Sum | undefined,
  rounded: boolean,
): string | undefined {
  if (!written || !sum) return undefined;
  const { places, cells } = add(written, sum);
  const room = rounded ? halfOf(places) * BigInt(cells) : 0n;
  const off = written.value - sum.value;
  return off <= room && -off <= room ? undefined : writeAmount(sum.value);
}
