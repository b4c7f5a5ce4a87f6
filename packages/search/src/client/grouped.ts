/** Searching many columns at once, each for itself: results stand under the name of their column. */
import { readAddress } from './address.ts';
import { SearchError } from './errors.ts';
import { focusOnSlash } from './keys.ts';
import type { SearchedColumn } from './page.ts';
import type { SearchAnswer } from './protocol.ts';
import { renderResult } from './result.ts';
import { createSearch, isSupported, type Search } from './search.ts';

/** Results that are shown of each column; its own search page has all. */
const SHOWN = 3;
/** Columns that are asked at a time. */
const LANES = 3;

/**
 * Answers the question in the page's address from every column; the form asks another by opening the page
 * again. Inside `root` there must be `input[name=q]`, `[data-total]` (a live region) and `[data-groups]`, to be
 * filled with a section for each column that has something, in the order of the columns. `[data-plain]` is
 * shown where the search cannot run. `root` gets `data-state` (`idle`, `busy`, `done`, `error`).
 */
export function mountGroupedSearch(root: HTMLElement, columns: readonly SearchedColumn[]): void {
  const input = root.querySelector<HTMLInputElement>('input[name=q]');
  const total = root.querySelector<HTMLElement>('[data-total]');
  const groups = root.querySelector<HTMLElement>('[data-groups]');
  const plain = root.querySelector<HTMLElement>('[data-plain]');
  if (!input || !total || !groups) throw new Error('The search page lacks a part.');
  const { query } = readAddress([]);
  input.value = query;
  focusOnSlash(input);
  if (plain) plain.hidden = isSupported();
  root.dataset.state = 'idle';
  if (query === '' || !isSupported()) return;
  for (const { base } of columns) nameQuery(root, base, query);
  const search = createSearch({ bundles: columns.map(({ bundlePath }) => ({ path: bundlePath })) });
  void askAll(search, { query, columns, root, total, groups });
}

interface Page {
  query: string;
  columns: readonly SearchedColumn[];
  root: HTMLElement;
  total: HTMLElement;
  groups: HTMLElement;
}

async function askAll(search: Search, page: Page): Promise<void> {
  const { query, columns, root, total, groups } = page;
  const places = columns.map(() => document.createElement('section'));
  for (const place of places) place.hidden = true;
  groups.replaceChildren(...places);
  root.dataset.state = 'busy';
  const [missing, errors] = [[] as string[], [] as SearchError[]];
  let [found, having, asked] = [0, 0, 0];
  const say = (text: string) => {
    total.textContent = text;
  };
  const waiting = [...columns.keys()];
  const askNext = async () => {
    const next = waiting.shift() ?? -1;
    const [column, place] = [columns[next], places[next]];
    if (column === undefined || place === undefined) return;
    try {
      const answer = await search.ask(query, { limit: SHOWN, column: next });
      found += answer.total;
      if (answer.total > 0) {
        having += 1;
        showGroup(place, column, query, answer);
      }
    } catch (error) {
      errors.push(error instanceof SearchError ? error : new SearchError('failed', error));
      missing.push(column.name ?? column.base);
    }
    asked += 1;
    say(`已查 ${asked} 个专栏，共 ${columns.length} 个，找到 ${found} 条……`);
  };
  // The first brings the reader. Chromium fails where several make it out of the same bytes at once.
  do await askNext();
  while (errors.length === asked && waiting.length > 0);
  const lane = async () => {
    while (waiting.length > 0) await askNext();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  search.close();
  const [error] = errors;
  if (error !== undefined && missing.length === columns.length) {
    console.error(error, error.cause);
    say(error.message);
    root.dataset.state = 'error';
    return;
  }
  const unread = missing.length > 0 ? `暂时读不到${missing.join('、')}的检索数据。` : '';
  say(
    unread +
      (found > 0
        ? `在 ${having} 个专栏中共找到 ${found} 条。`
        : '没有完全相符的内容。可以进入下面各专栏的检索，那里还有相近的结果。'),
  );
  root.dataset.state = 'done';
}

function showGroup(
  place: HTMLElement,
  column: SearchedColumn,
  query: string,
  { total, results }: SearchAnswer,
): void {
  const base = new URL(column.base, document.baseURI).href;
  const name = column.name ?? column.base;
  const heading = document.createElement('h2');
  heading.append(searchLink(base, query, name), `（${total} 条）`);
  heading.id = `in-${place.parentElement ? [...place.parentElement.children].indexOf(place) : 0}`;
  place.setAttribute('aria-labelledby', heading.id);
  const list = document.createElement('ol');
  list.className = 'results';
  list.dataset.results = '';
  list.append(...results.map((result) => renderResult(result, base, false)));
  place.replaceChildren(heading, list);
  if (total > results.length) {
    const more = document.createElement('p');
    more.append(searchLink(base, query, `在${name}查看全部 ${total} 条`));
    place.append(more);
  }
  place.hidden = false;
}

function searchLink(base: string, query: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  const address = new URL('search/', base);
  address.searchParams.set('q', query);
  link.href = address.href;
  link.textContent = text;
  return link;
}

/** Links to the columns' own search pages take the question with them. */
function nameQuery(root: HTMLElement, base: string, query: string): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-column]')) {
    if (link.dataset.column !== base) continue;
    const address = new URL(link.href);
    address.searchParams.set('q', query);
    link.href = address.href;
  }
}
