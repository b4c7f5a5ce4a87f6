import type { RegisterTable } from '@columns/content';
import { firstDay, isKind, isOpen } from '@columns/content';
import { addCalendarDays } from '@columns/standard';
import type { Found } from '../column-rule.ts';
import { atCell } from '../find/registers.ts';
import type { InspectionContext } from './inspection.ts';

interface Account {
  readonly table: RegisterTable;
  readonly row: number;
  /** The day on which the register was looked through last. */
  readonly judged: string;
  readonly cell: (name: string) => string;
}

/** The accounts in use, by the registers that no newer one took the place of. */
function accounts({ column, tables }: InspectionContext): Account[] {
  return column.entries.flatMap((entry): Account[] => {
    const table = entry.table?.form === 'new-media' ? tables.get(entry.id) : undefined;
    if (!table || !isKind(entry, 'register') || !isOpen(entry)) return [];
    if ((column.relations[entry.id]?.replacedBy ?? []).length > 0) return [];
    const judged = entry.data.updated ?? firstDay(entry.data.published);
    return table.rows.flatMap((cells, row) => {
      const cell = (name: string) => cells[table.columns.indexOf(name)] ?? '';
      return cell('状态') === '在用' ? [{ table, row, judged, cell }] : [];
    });
  });
}

/** 有发布无审核: accounts in use that nobody reviews. */
export function unreviewedMedia(context: InspectionContext): Found[] {
  return accounts(context)
    .filter(({ cell }) => cell('审核岗位') === '')
    .map(({ table, row, cell }) => ({
      ...atCell(table, row, table.columns.indexOf('审核岗位')),
      value: cell('名称'),
    }));
}

/** Accounts in use that were silent for too long on the day they were looked at; one without a day, too. */
export function staleMedia(context: InspectionContext): Found[] {
  const days = context.settings.thresholds['media-fresh-days'];
  return accounts(context)
    .filter(({ cell, judged }) => cell('最近更新') < addCalendarDays(judged, -days))
    .map(({ table, row, judged, cell }) => ({
      ...atCell(table, row, table.columns.indexOf('最近更新')),
      value: cell('名称'),
      other: judged,
    }));
}
