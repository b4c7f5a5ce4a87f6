import type { Join, PairHalf } from '@columns/standard';
import { groupBy } from '@columns/standard';
import type { Column } from '../column.ts';
import type { Entry } from '../entry.ts';
import type { Rows } from '../joins/carriers.ts';
import { isSaid, pathIn } from '../path-in.ts';
import { isOpen } from '../shown.ts';
import { entryIs, rowIs } from '../where.ts';

/** One half of a pair where it stands. */
export interface PairHalfFound {
  readonly entry: Entry;
  /** The field or column in which its day stands. */
  readonly field: string;
  /** As it is written; absent where it says none. */
  readonly day?: string;
  /** Of a table: the row, counted from 0. */
  readonly row?: number;
  /** Which item of a list of front matter, counted from 0. */
  readonly item?: number;
}

/** Entries by kind and by form, found once for all pairs of a column. */
export class PairEntries {
  readonly all: readonly Entry[];
  readonly #kinds: ReadonlyMap<string, readonly Entry[]>;
  readonly #forms: ReadonlyMap<string | undefined, readonly Entry[]>;
  readonly #rowsOf: (entry: Entry) => Rows | undefined;

  /** @param rowsOf the rows of a register of a form */
  constructor(
    { entries, relations }: Pick<Column, 'entries' | 'relations'>,
    rowsOf: (entry: Entry) => Rows | undefined,
  ) {
    this.all = entries;
    this.#rowsOf = rowsOf;
    this.#kinds = groupBy(entries, ({ data }) => data.kind);
    // An old list that was replaced is history: what it asked for, the new one asks for.
    const lists = entries.filter(
      ({ id, table }) => table?.form !== undefined && relations[id]?.replacedBy === undefined,
    );
    this.#forms = groupBy(lists, ({ table }) => table?.form);
  }

  rowsOf(entry: Entry): Rows | undefined {
    return this.#rowsOf(entry);
  }

  /** Entries that a half may be, whether or not they may be shown. */
  of({ kinds, forms }: PairHalf): readonly Entry[] {
    if (kinds === undefined && forms === undefined) return this.all;
    return [
      ...(kinds ?? []).flatMap((kind) => this.#kinds.get(kind) ?? []),
      ...(forms ?? []).flatMap((form) => this.#forms.get(form) ?? []),
    ];
  }

  /** Everything that is this half: entries, items of their list, or rows. */
  halves(half: PairHalf, each?: string): PairHalfFound[] {
    return this.of(half)
      .filter((entry) => isOpen(entry) && isHalf(entry, half))
      .flatMap((entry) => {
        if (half.rows) return this.#inRows(entry, half);
        return each === undefined ? [dayOf(entry, half)] : itemsOf(entry, half, each);
      });
  }

  #inRows(entry: Entry, half: PairHalf): PairHalfFound[] {
    const table = this.#rowsOf(entry);
    if (!table) return [];
    const { day = 'published', where } = half;
    const column = table.columns.indexOf(day);
    return table.rows.flatMap((cells, row): PairHalfFound[] => {
      if (!rowIs(table.columns, cells, where)) return [];
      if (column < 0) return [{ ...dayOf(entry, half), row }];
      const text = cells[column] ?? '';
      return [{ entry, field: day, row, ...(text === '' ? {} : { day: text }) }];
    });
  }

  /** The key of a join that a row holds. */
  keyOf({ entry, row }: PairHalfFound, join: Join | undefined): string | undefined {
    const form = entry.table?.form;
    const column = join?.carriers.find((carrier) => carrier.form === form)?.column;
    const table = row === undefined ? undefined : this.#rowsOf(entry);
    return table?.rows[row ?? 0]?.[table.columns.indexOf(column ?? '')];
  }
}

/** Whether an entry is this half; of rows, `where` is about their cells. */
export function isHalf(entry: Entry, { where, any, rows }: PairHalf): boolean {
  if (!rows && !entryIs(entry, where)) return false;
  return any === undefined || any.some((field) => isSaid(pathIn(entry.data, field)));
}

/** An entry as a half, with its day. */
export function dayOf(entry: Entry, { day = 'published' }: PairHalf): PairHalfFound {
  const text = pathIn(entry.data, day);
  return { entry, field: day, ...(typeof text === 'string' ? { day: text } : {}) };
}

function itemsOf(entry: Entry, { day = '' }: PairHalf, each: string): PairHalfFound[] {
  const list = pathIn(entry.data, each);
  if (!Array.isArray(list)) return [];
  return list.map((one: object, item) => {
    const text = pathIn(one, day);
    return { entry, field: each, item, ...(typeof text === 'string' ? { day: text } : {}) };
  });
}
