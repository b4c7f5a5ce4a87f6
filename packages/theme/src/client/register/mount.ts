import { ROWS_PER_PAGE, rowPageCount, rowPath } from './addresses.ts';
import { element } from './dom.ts';
import { keepFitting } from './fitting.ts';
import { headings } from './headings.ts';
import { pager } from './pager.ts';
import { readPublished } from './published.ts';
import { fetchRecords, type Records } from './records.ts';
import { rowElement } from './rows.ts';
import { toolbar } from './toolbar.ts';
import { isUntouched, nextOrder, readView, shownColumns, type View, writeView } from './view.ts';

/**
 * Gives the table of a register its tools: filter, sort, choice of columns. The published page
 * stays as it is until one of them is used; only then all rows are fetched.
 */
export function mountRegister(root: HTMLElement): void {
  const page = readPublished(root);
  if (!page || leadToRow(root, page.layout.entry, page.total)) return;
  const { layout, scroll, cover } = page;
  const total = page.total - page.totals.length;
  const { columns } = layout;
  const rows = element('tbody', { role: 'rowgroup' });
  let address = location.search;
  let view = readView(address, columns);
  let records: Records | undefined;
  let loading = false;

  const turner = pager((number) => {
    change({ page: number });
    scroll.scrollIntoView();
  });
  root.append(turner.element);
  const heads = headings(page.headings, columns, (name) => change(nextOrder(view, name)));
  const tools = toolbar(page.tools, { columns, view: () => view, change }, () => void load());
  tools.show(view);
  keepFitting(scroll, page.table);
  if (!isUntouched(view)) void load();
  window.addEventListener('popstate', () => {
    // A link to a row is a step in history too, but asks nothing of the view.
    if (location.search === address) return;
    address = location.search;
    view = readView(address, columns);
    update();
  });

  function change(part: Partial<View>, typing = false): void {
    view = { ...view, page: 1, ...part };
    address = writeView(view);
    // Each step can be taken back, but not each letter.
    history[typing ? 'replaceState' : 'pushState'](null, '', location.pathname + address);
    update();
  }

  function update(): void {
    tools.show(view);
    if (records || isUntouched(view)) render();
    else void load();
  }

  async function load(): Promise<void> {
    if (records || loading) return;
    loading = true;
    tools.say(`正在载入全部 ${total} 条……`);
    try {
      records = await fetchRecords(page?.source ?? '', columns, layout.kinds, page?.totals ?? []);
      tools.offer(records);
      render();
    } catch (error) {
      console.error(error);
      tools.say('没有载入数据，下面仍是原表。请检查网络后再试，或下载 CSV 文件查看。');
    }
    loading = false;
  }

  function render(): void {
    heads.show(view);
    if (records && !isUntouched(view)) {
      renderView(records);
    } else {
      cover();
      turner.hide();
      tools.say('');
    }
  }

  function renderView(all: Records): void {
    const found = all.matching(view);
    const count = rowPageCount(found.length);
    const number = Math.min(view.page, count);
    const start = (number - 1) * ROWS_PER_PAGE;
    const shown = shownColumns(view, columns);
    const lines = document.createDocumentFragment();
    for (const row of found.slice(start, start + ROWS_PER_PAGE)) {
      lines.append(rowElement(layout, row + 1, all.rows[row] ?? [], shown));
    }
    rows.textContent = '';
    rows.append(lines);
    cover(rows);
    turner.show(number, count, found.length);
    tools.say(describe(view, found.length, total));
  }
}

/** A row's address that names another page than its own leads there all the same. */
function leadToRow(root: HTMLElement, entry: string, total: number): boolean {
  const { hash } = location;
  const row = Number(/^#row-([1-9]\d*)$/.exec(hash)?.[1]);
  if (!(row <= total) || root.querySelector(hash)) return false;
  location.replace(entry + rowPath(row));
  return true;
}

function describe({ sort, descending }: View, found: number, total: number): string {
  if (found === 0) return `没有符合条件的记录（全表 ${total} 条）。`;
  const order = sort === undefined ? '' : `，按“${sort}”${descending ? '降序' : '升序'}排列`;
  return `符合条件的有 ${found} 条（全表 ${total} 条）${order}。`;
}
