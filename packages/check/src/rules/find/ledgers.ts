import type { RegisterTable } from '@columns/content';
import { isKind, isOpen, lastDay } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atCell } from './registers.ts';

const OPEN: readonly string[] = ['未开始', '进行中'];

function ledgers({ column, tables }: RuleContext): RegisterTable[] {
  return column.entries
    .filter((entry) => isKind(entry, 'ledger') && isOpen(entry))
    .flatMap(({ id }) => tables.get(id) ?? []);
}

/** Tasks whose last day is before the day and that are not done. */
export function overdueTasks(context: RuleContext): Found[] {
  const { asOf } = context;
  if (asOf === undefined) return [];
  return ledgers(context).flatMap((table) => {
    const due = table.columns.indexOf('截止日期');
    const state = table.columns.indexOf('状态');
    return table.rows.flatMap((cells, row): Found[] => {
      const day = cells[due] ?? '';
      if (day === '' || lastDay(day) >= asOf || !OPEN.includes(cells[state] ?? '')) return [];
      return [{ ...atCell(table, row, due), value: day, other: asOf }];
    });
  });
}

/**
 * Tasks past their day of which the ledger says no state: whether they are late is not known, so they
 * are asked about, once a ledger, and not called late. A demonstration cannot ask.
 */
export function statelessTasks(context: RuleContext): Found[] {
  const { asOf, column } = context;
  if (asOf === undefined || column.county.demo) return [];
  return ledgers(context).flatMap((table): Found[] => {
    const due = table.columns.indexOf('截止日期');
    const state = table.columns.indexOf('状态');
    const rows = table.rows.flatMap((cells, row) => {
      const day = cells[due] ?? '';
      return day !== '' && day < asOf && cells[state] === '原件未载' ? [row] : [];
    });
    const [first] = rows;
    if (first === undefined) return [];
    return [{ ...atCell(table, first, state), value: String(rows.length), other: asOf }];
  });
}

/** Tasks that are said to be done, and nothing shows it. */
export function unprovenTasks(context: RuleContext): Found[] {
  return ledgers(context).flatMap((table) => {
    const state = table.columns.indexOf('状态');
    const evidence = table.columns.indexOf('佐证');
    return table.rows.flatMap((cells, row): Found[] =>
      cells[state] === '已完成' && (cells[evidence] ?? '') === ''
        ? [atCell(table, row, evidence)]
        : [],
    );
  });
}
