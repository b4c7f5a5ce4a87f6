import { rowId, rowPath } from './addresses.ts';
import { element } from './dom.ts';
import type { ColumnKind } from './values.ts';

/** How a register's page writes its rows; the script writes them in the same way. */
export interface Layout {
  readonly columns: readonly string[];
  readonly kinds: readonly ColumnKind[];
  /** The column that names a row. */
  readonly key: number;
  /** Whether the first column counts the rows. */
  readonly numbered: boolean;
  /** Address of the entry, which row addresses begin with. */
  readonly entry: string;
  /** Positions of the columns whose cells name entries, and what they name. */
  readonly naming: readonly number[];
  readonly named: Named;
}

/** By the id of an entry its title and its address. */
export type Named = Readonly<Record<string, readonly [title: string, address: string]>>;

/** A cell of ids as what they name; what names nothing here stays as it is written. */
export function namedParts(cell: string, named: Named): { text: string; address?: string }[] {
  return cell
    .split(/[、，,;；\s]+/)
    .filter((id) => id !== '')
    .map((id) => {
      const [text, address] = named[id] ?? [];
      return text === undefined || address === undefined ? { text: id } : { text, address };
    });
}

/** What a cell must say of its column; asking for room is for the heading alone. */
export function cellClass(kind: ColumnKind | undefined): string | undefined {
  return kind === 'number' || kind === 'date' || kind === 'code' ? kind : undefined;
}

/** One row as a table row; `columns` are the positions to show, `row` counts from 1. */
export function rowElement(
  layout: Layout,
  row: number,
  cells: readonly string[],
  columns: readonly number[],
): HTMLTableRowElement {
  const { numbered, entry } = layout;
  const key = columns.includes(layout.key) ? layout.key : columns[0];
  const made = element('tr', { role: 'row', id: rowId(row) });
  const address = entry + rowPath(row);
  if (!numbered) {
    const link = element('a', {
      href: address,
      'data-row': String(row),
      'aria-label': `第 ${row} 条`,
    });
    made.append(element('td', { role: 'cell', class: 'row-link' }, link));
  }
  for (const column of columns) {
    const text = cells[column] ?? '';
    const link = numbered && column === 0;
    const cell = cellElement(layout, column, column === key);
    // An empty cell has no child at all: cards leave it out.
    if (layout.naming.includes(column)) appendNamed(cell, text, layout.named);
    else if (text !== '') cell.append(link ? element('a', { href: address }, text) : text);
    if (link) cell.classList.add('row-link');
    made.append(cell);
  }
  return made;
}

function appendNamed(cell: HTMLElement, ids: string, named: Named): void {
  for (const [index, { text, address }] of namedParts(ids, named).entries()) {
    if (index > 0) cell.append('；');
    cell.append(address === undefined ? text : element('a', { href: address }, text));
  }
}

function cellElement({ columns, kinds }: Layout, column: number, key: boolean): HTMLElement {
  const label = { 'data-label': columns[column] ?? '' };
  if (key) return element('th', { role: 'rowheader', scope: 'row', class: 'key', ...label });
  const kind = cellClass(kinds[column]);
  return element('td', { role: 'cell', ...(kind && { class: kind }), ...label });
}
