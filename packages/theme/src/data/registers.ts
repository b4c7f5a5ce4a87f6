import settings from 'virtual:columns/settings';
import type { Entry } from '@columns/content';
import { addressOf, isKind, readRows, saysTotal } from '@columns/content';
import type { Table } from '@columns/export';
import { rowPageCount } from '../client/register/addresses.ts';
import { type ColumnKind, columnKind } from '../client/register/values.ts';
import { noteFact } from '../rendering/trace.ts';
import { tableFact } from '../rendering/watched-column.ts';
import { getColumn } from './column.ts';

/** One page of a register beyond the first, which is the entry's own. */
export interface RowPage {
  readonly entry: Entry;
  /** From 2 on. */
  readonly number: number;
  /** Whether this is an address that the entry had before. */
  readonly moved: boolean;
}

/** A register's table with what its pages must know of all rows, whichever they show. */
export interface RegisterTable extends Table {
  readonly kinds: readonly ColumnKind[];
  /** Whether the first column counts the rows, so that pages need not. */
  readonly numbered: boolean;
  /** The column that names a row. */
  readonly key: number;
  /** The rows that hold totals, from 0: they are shown, and are no records. */
  readonly totals: readonly number[];
}

let held: { entry: Entry; table: RegisterTable } | undefined;

/** One static path for each register that has a table. */
export function registerPaths() {
  return registers().map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}

/** One static path for each further page of rows, at present and former addresses. */
export function rowPagePaths() {
  const paged = registers().filter((entry) => isKind(entry, 'register'));
  return paged.flatMap((entry) => {
    const addresses = [addressOf(entry), ...(entry.data.formerly ?? [])];
    const numbers = Array.from(
      { length: rowPageCount(entry.table?.rows ?? 0) - 1 },
      (_, i) => i + 2,
    );
    return numbers.flatMap((number) =>
      addresses.map((address, index) => {
        const [year, id] = address.split('/') as [string, string];
        const props: RowPage = { entry, number, moved: index > 0 };
        return { params: { year, id, page: String(number) }, props };
      }),
    );
  });
}

/** Every entry that has a table: registers, and ledgers, whose page shows all rows at once. */
function registers(): Entry[] {
  return getColumn().entries.filter((entry) => entry.table !== undefined);
}

/** What is made of one register is made one after another (`prerenderer.ts`): the last table is kept, and only that. */
export function tableOf(entry: Entry): RegisterTable {
  noteFact(tableFact(entry));
  if (held?.entry !== entry) held = { entry, table: readTable(entry) };
  return held.table;
}

/** How many rows are records, without those that hold totals. */
export function recordCount(entry: Entry): number {
  const { rows, totals } = tableOf(entry);
  return rows.length - totals.length;
}

function readTable(entry: Entry): RegisterTable {
  const columns = entry.table?.columns ?? [];
  const file = settings.live ? { file: entry.file } : entry;
  const rows = readRows(settings.contentRoot, file);
  const numbered = columns.length > 1 && rows.every(([first], i) => first === String(i + 1));
  const kinds = columns.map((name, i) =>
    columnKind(
      name,
      rows.map((cells) => cells[i] ?? ''),
    ),
  );
  // What names a row of accounts is the account, not the side it stands on.
  const form = getColumn().forms.find(({ id }) => id === entry.table?.form);
  const label = columns.indexOf(form?.totals?.label ?? '');
  const key = label >= 0 ? label : numbered ? 1 : 0;
  const totals = rows.flatMap((cells, row) => (saysTotal(cells[key] ?? '') ? [row] : []));
  return {
    columns,
    rows,
    kinds,
    numbered: numbered && rows.length > 0,
    key,
    totals,
  };
}
