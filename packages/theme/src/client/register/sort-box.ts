import type { Control, Desk } from './controls.ts';
import { element } from './dom.ts';

/** Sorting for cards, which have no headings to press. */
export function sortBox({ columns, change }: Desk): Control {
  const orders = columns.flatMap((sort) => [
    { sort, descending: false },
    { sort, descending: true },
  ]);
  const select = element('select', {}, new Option('原表顺序'));
  for (const { sort, descending } of orders) {
    select.append(new Option(`${sort}（${descending ? '降序' : '升序'}）`));
  }
  select.addEventListener('change', () => {
    const order = orders[select.selectedIndex - 1] ?? { sort: undefined, descending: false };
    change({ ...order });
  });
  return {
    element: element('label', {}, element('span', {}, '排序'), select),
    show({ sort, descending }) {
      const shown = orders.findIndex((o) => o.sort === sort && o.descending === descending);
      select.selectedIndex = shown + 1;
    },
  };
}
