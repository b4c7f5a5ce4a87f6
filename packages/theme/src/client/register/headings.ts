import { button, fill } from './dom.ts';
import type { View } from './view.ts';

export interface Headings {
  show(view: View): void;
}

/** Makes a button of each heading: pressed for the column whose order is wanted. */
export function headings(
  cells: readonly HTMLElement[],
  columns: readonly string[],
  press: (column: string) => void,
): Headings {
  cells.forEach((cell, i) => {
    const name = columns[i] ?? '';
    const made = button(name, () => press(name));
    made.title = '按此列排序';
    cell.classList.add('sortable');
    fill(cell, made);
  });
  return { show };

  function show({ sort, descending, shown }: View): void {
    cells.forEach((cell, i) => {
      const name = columns[i] ?? '';
      cell.hidden = shown !== undefined && !shown.includes(name);
      if (name === sort) cell.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    });
  }
}
