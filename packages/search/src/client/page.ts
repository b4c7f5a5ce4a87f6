/** Wiring the search page: its own elements are filled, none is made by HTML strings. */
import { MAX_QUERY_LENGTH } from '../cut.ts';
import { SearchError } from './errors.ts';
import type { SearchAnswer } from './protocol.ts';
import { renderResult } from './result.ts';
import { createSearch } from './search.ts';

export interface SearchPageOptions {
  /** Address of the folder that `buildIndex` wrote. */
  bundlePath: string;
  /** The column's base, such as `/anyue/`: relative addresses in the index count from it. */
  base: string;
}

const TYPING_PAUSE_MS = 200;
const PAGE_SIZE = 10;

/**
 * Makes a search page work. Inside `root` there must be a `form` with `input[name=q]`,
 * `ol[data-results]`, `[data-total]` (a live region) and `button[data-more]`; `root` gets
 * `data-state` (`idle`, `busy`, `done`, `error`). The query stands in the address as `?q=`.
 * @throws Error if an element is missing
 */
export function mountSearchPage(root: HTMLElement, { bundlePath, base }: SearchPageOptions): void {
  const form = find(root, 'form', HTMLFormElement);
  const input = find(root, 'input[name=q]', HTMLInputElement);
  const list = find(root, 'ol[data-results]', HTMLOListElement);
  const total = find(root, '[data-total]', HTMLElement);
  const more = find(root, '[data-more]', HTMLButtonElement);
  const search = createSearch({ bundlePath });
  const baseUrl = new URL(base, document.baseURI).href;
  let asked = '';
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Asks for results from `offset` on; an answer that a newer question has overtaken is dropped. */
  async function show(offset: number): Promise<void> {
    turn += 1;
    const mine = turn;
    const query = asked;
    root.dataset.state = 'busy';
    try {
      const answer = await search.ask(query, { limit: PAGE_SIZE, offset });
      if (mine === turn) render(query, answer, offset);
    } catch (error) {
      if (mine === turn) renderError(error);
    }
  }

  function render(query: string, answer: SearchAnswer, offset: number): void {
    const items = answer.results.map((result) => renderResult(result, baseUrl));
    if (offset === 0) list.replaceChildren(...items);
    else list.append(...items);
    more.hidden = offset + answer.results.length >= answer.total;
    const text = describe(query, answer);
    if (total.textContent !== text) total.textContent = text;
    root.dataset.state = query === '' ? 'idle' : 'done';
    // The button may be gone now: whoever pressed it goes on with the first new result.
    if (offset > 0) items[0]?.querySelector('a')?.focus();
  }

  function renderError(error: unknown): void {
    const known = error instanceof SearchError ? error : new SearchError('failed', error);
    console.error(known, known.cause);
    list.replaceChildren();
    more.hidden = true;
    total.textContent = known.message;
    root.dataset.state = 'error';
  }

  /** Begins a new search, unless the very same one is shown already. */
  function begin(again: boolean): void {
    clearTimeout(pause);
    const query = input.value.trim();
    if (query === asked && !again) return;
    asked = query;
    writeAddress(query);
    void show(0);
  }

  input.addEventListener('input', (event) => {
    clearTimeout(pause);
    // Half a word in an input method is no query yet.
    if (event instanceof InputEvent && event.isComposing) return;
    pause = setTimeout(() => begin(false), TYPING_PAUSE_MS);
  });
  input.addEventListener('compositionend', () => {
    clearTimeout(pause);
    pause = setTimeout(() => begin(false), TYPING_PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin(true);
  });
  more.addEventListener('click', () => void show(list.children.length));
  window.addEventListener('popstate', () => {
    input.value = readAddress();
    begin(false);
  });

  more.hidden = true;
  root.dataset.state = 'idle';
  input.value = readAddress() || input.value;
  begin(false);
}

/** What the status line says about an answer. */
function describe(query: string, { total, shortened, growing }: SearchAnswer): string {
  if (query === '') return '';
  const note = shortened
    ? `查询超过 ${MAX_QUERY_LENGTH} 个字，只按前 ${MAX_QUERY_LENGTH} 个字查找。`
    : '';
  if (growing) return `${note}已找到 ${total} 条，其余部分正在查找……`;
  if (total > 0) return `${note}共找到 ${total} 条。`;
  return `${note}没有找到相关内容。可以减少几个字，或换一种说法；多个词之间请用空格隔开。`;
}

function readAddress(): string {
  return new URLSearchParams(location.search).get('q')?.trim() ?? '';
}

/** Keeps whatever else stands in the address. */
function writeAddress(query: string): void {
  const url = new URL(location.href);
  if ((url.searchParams.get('q') ?? '').trim() === query) return;
  if (query === '') url.searchParams.delete('q');
  else url.searchParams.set('q', query);
  history.replaceState(history.state, '', url);
}

function find<T extends HTMLElement>(root: HTMLElement, selector: string, type: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The search page has no ${selector}.`);
}
