import type { RegisterForm } from '@columns/standard';
import { amountNumber, readAmount, writeAmount } from './decimal.ts';
import { isPart, isTotal, type Rows } from './totals.ts';

/** One figure of a period, to be compared with those of other periods. */
export interface PeriodFigure {
  /** The same in every period: `收入，本期数（万元）`. */
  readonly name: string;
  /** The parts of the name; a form that compares no groups has none. */
  readonly group: string;
  readonly figure: string;
  /** As it is written, without useless zeros. */
  readonly text: string;
  readonly value: number;
}

/**
 * The figures that a form compares from period to period: the total that the table states, or the sum of
 * its rows where it states none. What holds no number has no figure.
 */
export function periodFigures(form: RegisterForm, table: Rows): PeriodFigure[] {
  const { trend } = form;
  if (!trend) return [];
  const { columns, rows } = table;
  const [by, measure] = [trend.by, trend.measure].map((name) => columns.indexOf(name ?? ''));
  const cell = (row: readonly string[] | undefined, column = -1) => row?.[column] ?? '';
  const groups = new Set(rows.map((row) => cell(row, by)));
  // The total of all stands beside the groups, not among them.
  if (groups.size > 1) groups.delete('');
  return [...groups].flatMap((group) => {
    const own = rows.filter((row) => cell(row, by) === group);
    const total = own.find((row) => isTotal(form, table, row));
    const counted = total ? [total] : own.filter((row) => isPart(form, table, row));
    const unit = cell(own[0], measure);
    return trend.figures.flatMap((column): PeriodFigure[] => {
      const amounts = counted.flatMap(
        (row) => readAmount(cell(row, columns.indexOf(column))) ?? [],
      );
      if (amounts.length === 0) return [];
      const sum = amounts.reduce((all, amount) => all + amount, 0n);
      const figure = `${column}${unit && `（${unit}）`}`;
      const name = [group, figure].filter(Boolean).join('，');
      return [{ name, group, figure, text: writeAmount(sum), value: amountNumber(sum) }];
    });
  });
}
