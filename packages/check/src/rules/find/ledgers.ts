import type { RegisterTable } from '@columns/content';
import { isKind, isOpen, lastDay, OPEN_STATES, PROOF_PAGES, proofsOfRow } from '@columns/content';
import type { Found, RuleContext } from '../column-rule.ts';
import { atCell } from './registers.ts';

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
      if (day === '' || lastDay(day) >= asOf || !OPEN_STATES.includes(cells[state] ?? ''))
        return [];
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

/** States of which neither the row nor the head says on which day they held. */
export function undatedStates({ column, tables }: RuleContext): Found[] {
  return column.entries.flatMap((entry): Found[] => {
    const table = isKind(entry, 'ledger') && isOpen(entry) ? tables.get(entry.id) : undefined;
    if (!table || !isKind(entry, 'ledger') || entry.data.updated !== undefined) return [];
    const state = table.columns.indexOf('状态');
    const since = table.columns.indexOf('状态日期');
    return table.rows.flatMap((cells, row): Found[] => {
      const value = cells[state] ?? '';
      const told = value === '已完成' || OPEN_STATES.includes(value);
      return told && (cells[since] ?? '') === '' ? [{ ...atCell(table, row, state), value }] : [];
    });
  });
}

/** Proofs of this column that were withdrawn. */
export function withdrawnProofs(context: RuleContext): Found[] {
  const withdrawn = new Set(
    context.column.entries.flatMap(({ id, data }) => (data.withdrawn === undefined ? [] : [id])),
  );
  if (withdrawn.size === 0) return [];
  return ownProofs(context, ({ target }) => 'entry' in target && withdrawn.has(target.entry));
}

/** Pages named as proof on which nothing is shown yet. */
export function emptyProofPages(context: RuleContext): Found[] {
  const kinds = new Set<string>(context.column.entries.filter(isOpen).map(({ data }) => data.kind));
  return ownProofs(context, ({ target }) => {
    const kind = 'page' in target ? PROOF_PAGES[target.page]?.of : undefined;
    return kind !== undefined && !kinds.has(kind);
  });
}

type Named = ReturnType<typeof proofsOfRow>[number]['proof'];

/** The proofs of the column itself of which something is to be said. */
function ownProofs(context: RuleContext, isWanted: (proof: Named) => boolean): Found[] {
  return ledgers(context).flatMap((table) =>
    table.rows.flatMap((_, row) =>
      proofsOfRow(table, row).flatMap(({ column, proof }): Found[] =>
        proof.county === undefined && isWanted(proof)
          ? [{ ...atCell(table, row, column), value: proof.text }]
          : [],
      ),
    ),
  );
}
