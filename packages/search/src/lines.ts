/**
 * The texts that are quoted from, as a card holds them: one block a line, a table's row with its cells apart by
 * tabs. A table's head begins with a form feed; where nothing says whose the cells are, that stands alone.
 */
import type { Block, Cell, Table } from './extract.ts';

const CELLS = '\t';
const HEAD = '\f';

/** Writes the lines of a card. A head stands once, whatever part of its table the card has. */
export function writeLines(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let [table, row, cells] = [undefined as Table | undefined, 0, [] as string[]];
  let headed = false;
  const endRow = () => {
    // A row that ends in empty cells is one all the same.
    while (headed && table && cells.length > 0 && cells.length < table.heads.length) cells.push('');
    if (cells.length > 0) lines.push(cells.join(CELLS));
    cells = [];
  };
  for (const { text, cell } of blocks) {
    const plain = text.replace(/\s+/gu, ' ').trim();
    if (cell === undefined) {
      endRow();
      table = undefined;
      headed = false;
      lines.push(plain);
      continue;
    }
    if (cell.table !== table) {
      endRow();
      const head = headOf(cell);
      if (head.length > 0 || headed) lines.push(HEAD + head.join(CELLS));
      headed = head.length > 0;
      [table, row] = [cell.table, 0];
    }
    // The head has been written.
    if (headed && cell.row === 1) continue;
    if (cell.row !== row) endRow();
    row = cell.row;
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = [cells[cell.column], plain].filter(Boolean).join(' ');
  }
  endRow();
  return lines.join('\n');
}

function headOf({ table: { heads, regular } }: Cell): string[] {
  return regular && heads.length > 1 ? heads.map((text) => text.replace(/\s+/gu, ' ')) : [];
}

/** One line of a card: a text, or the cells of a row with their heads, as far as these are known. */
export interface Line {
  /** One text where it is no row. */
  readonly cells: readonly string[];
  readonly heads: readonly string[];
}

export function readLines(content: string): Line[] {
  let heads: readonly string[] = [];
  return content.split('\n').map((line) => {
    if (line.startsWith(HEAD)) {
      heads = line.slice(HEAD.length).split(CELLS);
      return { cells: heads, heads: [] };
    }
    const cells = line.split(CELLS);
    if (cells.length === 1) heads = [];
    return { cells, heads: cells.length === 1 ? [] : heads };
  });
}
