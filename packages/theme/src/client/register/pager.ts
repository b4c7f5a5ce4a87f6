import { button, element, fill } from './dom.ts';

export interface Pager {
  readonly element: HTMLElement;
  show(page: number, count: number, rows: number): void;
  hide(): void;
}

/** The pager of a filtered view. Its buttons stay, so that the one in focus is not lost. */
export function pager(turn: (page: number) => void): Pager {
  let page = 1;
  let count = 1;
  const first = button('首页', () => turn(1));
  const previous = button('上一页', () => turn(page - 1));
  const next = button('下一页', () => turn(page + 1));
  const last = button('末页', () => turn(count));
  const place = element('span');
  const nav = element(
    'nav',
    { class: 'register-pager', 'aria-label': '筛选结果分页' },
    ...[first, previous, place, next, last],
  );
  const hide = () => {
    nav.hidden = true;
  };
  hide();
  return { element: nav, show, hide };

  function show(shown: number, pages: number, rows: number): void {
    page = shown;
    count = pages;
    fill(place, `第 ${page} 页，共 ${count} 页，共 ${rows} 条`);
    for (const each of [first, previous]) each.disabled = page === 1;
    for (const each of [next, last]) each.disabled = page === count;
    nav.hidden = count === 1;
  }
}
