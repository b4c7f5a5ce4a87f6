import settings from 'virtual:columns/settings';
import type { Entry } from '@columns/content';
import { isKind, readRows } from '@columns/content';
import type { Table } from '@columns/export';
import { getColumn } from './column.ts';

/** One static path for each register that has a table. */
export function registerPaths() {
  return getColumn()
    .entries.filter((entry) => isKind(entry, 'register') && entry.table !== undefined)
    .map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}

export function tableOf(entry: Entry): Table {
  return { columns: entry.table?.columns ?? [], rows: readRows(settings.contentRoot, entry) };
}
