import type { Node } from 'prosemirror-model';

const rowsOf = (table: Node): Node[][] =>
  Array.from({ length: table.childCount }, (_, row) => {
    const { childCount } = table.child(row);
    return Array.from({ length: childCount }, (_, cell) => table.child(row).child(cell));
  });

const isHead = (cell: Node): boolean => cell.type.name === 'table_header';

/** Whether a table can be written between bars: one row of heads, as many cells in each, none merged. */
export function isPiped(table: Node): boolean {
  const [head = [], ...body] = rowsOf(table);
  const width = head.length;
  const aligned = (cells: readonly Node[]) =>
    cells.every((cell, index) => cell.attrs['align'] === head[index]?.attrs['align']);
  return (
    width > 0 &&
    head.every(isHead) &&
    [head, ...body].every(
      (cells) =>
        cells.length === width &&
        aligned(cells) &&
        cells.every(({ attrs }) => attrs['colspan'] === 1 && attrs['rowspan'] === 1),
    ) &&
    body.every((cells) => !cells.some(isHead))
  );
}

/** How many rows at the top are heads alone. A head ends where no merged cell goes on below it. */
export function headRows(table: Node): number {
  const rows = rowsOf(table);
  const most = rows.findIndex((cells) => !cells.every(isHead));
  for (let head = most === -1 ? rows.length : most; head > 0; head--) {
    const above = rows.slice(0, head);
    if (above.every((cells, row) => cells.every(({ attrs }) => row + attrs['rowspan'] <= head)))
      return head;
  }
  return 0;
}
