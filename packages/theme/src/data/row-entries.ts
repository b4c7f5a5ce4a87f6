import { type Entry, entryIds } from '@columns/content';
import type { Named } from '../client/register/rows.ts';
import { entryHref, findEntry, getColumn } from './column.ts';
import { tableOf } from './registers.ts';

/** The columns of a register whose cells name entries, and what the cells name. */
export interface RowEntries {
  readonly naming: readonly number[];
  readonly named: Named;
}

/** Of a register without such columns nothing is read. */
export function rowEntries(register: Entry): RowEntries | undefined {
  const form = getColumn().forms.find(({ id }) => id === register.table?.form);
  const names = (form?.columns ?? []).flatMap(({ type, name }) =>
    type === 'entries' ? [name] : [],
  );
  if (names.length === 0) return undefined;
  const { columns, rows } = tableOf(register);
  const naming = names.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const ids = new Set(rows.flatMap((cells) => naming.flatMap((at) => entryIds(cells[at] ?? ''))));
  const named = [...ids].flatMap((id) => {
    const entry = findEntry(id);
    return entry ? [[id, [entry.data.title, entryHref(entry)]] as const] : [];
  });
  return { naming, named: Object.fromEntries(named) };
}
