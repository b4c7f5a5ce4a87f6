/** Tables that come as rows of cells, such as those of an attachment: nothing but their form tells what is a head. */
import type { Block, Table } from './extract.ts';

/** A table without markup. */
export interface Rows {
  readonly rows: readonly (readonly string[])[];
  /** The first row that fills several cells is the head, as in any file of plain rows. */
  readonly head?: boolean;
}

/** What a column is called; a number, a date or a sentence is a value. */
const NAME = /^[^\d。；：]{1,16}$/u;
const NUMBER = /^[-+¥￥]?[\d,.，]+[%元人户亩万]*$/u;

/**
 * The cells of such a table as blocks, empty ones left out. A row that says one thing only (a title, a note)
 * is a text of its own.
 */
export function blocksOfRows({ rows, head = false }: Rows): Block[] {
  const filled = rows.map((row) => new Set(row.filter((cell) => cell.trim() !== '')));
  const isLine = (row: number) => (filled[row]?.size ?? 0) < 2;
  const first = rows.findIndex((_, row) => !isLine(row));
  const below = rows.filter((_, row) => row > first && !isLine(row));
  const heads = [...(rows[first] ?? [])];
  const certain = below.length > 0 && (head || isHead(heads, below));
  const regular = certain && below.every((row) => row.length <= heads.length);
  const table: Table = { heads: regular ? heads : [], regular };
  return rows.flatMap((row, at): Block[] => {
    if (isLine(at)) return [...(filled[at] ?? [])].map((text) => ({ text, heading: false }));
    const cells = row.map((text, column) => ({
      ...{ text, heading: false },
      cell: { table, row: at - first + 1, column },
    }));
    return cells.filter(({ text }) => text.trim() !== '');
  });
}

/**
 * Whether a row is the head of those below. A form (姓名 | 张某, and below 金额 | 600) has none: two columns are a
 * table only where the second has nothing but numbers.
 */
function isHead(heads: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (!heads.every((cell) => NAME.test(cell)) || new Set(heads).size < heads.length) return false;
  return heads.length > 2 || below.every(([, value = '']) => NUMBER.test(value));
}
