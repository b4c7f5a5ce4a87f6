/** Wiring the search page: its own elements are filled, none is made by HTML strings. */
import { type Asked, readAddress, writeAddress } from './address.ts';
import { suggestWhileTyping } from './combobox.ts';
import { describe } from './describe.ts';
import { renderDirect } from './direct-list.ts';
import { SearchError } from './errors.ts';
import { FILTER_NAMES, makeFilterBoxes } from './filter-boxes.ts';
import { goOnFrom } from './help.ts';
import { focusOnSlash, walkResults } from './keys.ts';
import type { SearchAnswer } from './protocol.ts';
import { renderNear, renderResult } from './result.ts';
import { makeRetry } from './retry.ts';
import { createSearch, isSupported } from './search.ts';

/** One column to search. */
export interface SearchedColumn {
  /** Address of the folder that `buildIndex` wrote. */
  bundlePath: string;
  /** The column's base, such as `/anyue/`: relative addresses in its index count from it. */
  base: string;
  /** What to call it when its index does not arrive. */
  name?: string;
}

export type SearchPageOptions = SearchedColumn | { columns: readonly SearchedColumn[] };

const TYPING_PAUSE_MS = 200;
/**
 * What is found first waits so long for the rest: on a quick line all is shown at once, and nothing that a
 * reader has begun to read is pushed down. On a slow line nothing waits.
 */
const TOGETHER_MS = 600;
const PAGE_SIZE = 10;

/**
 * Makes a search page work, over one column or several. Inside `root` there must be a `form` with
 * `input[name=q]`, `ol[data-results]`, `[data-total]` (a live region) and `button[data-more]`.
 * There may be `[data-filters]`, to be filled with boxes, `[data-order]` with `select[name=sort]`,
 * `ol[data-near]` for near results and `[data-direct]` with a list for pages, each in a part that is hidden
 * without them, `[data-help]` for where nothing was found (`help.ts`), and `[data-plain]`, what is shown where the search cannot run.
 * `root` gets `data-state` (`idle`, `busy`, `done`, `error`). The question stands in the address.
 * @throws Error if an element is missing
 */
export function mountSearchPage(root: HTMLElement, options: SearchPageOptions): void {
  const columns = 'columns' in options ? options.columns : [options];
  const form = find(root, 'form', HTMLFormElement);
  const input = find(root, 'input[name=q]', HTMLInputElement);
  const list = find(root, 'ol[data-results]', HTMLOListElement);
  const total = find(root, '[data-total]', HTMLElement);
  const more = find(root, '[data-more]', HTMLButtonElement);
  const near = root.querySelector<HTMLElement>('ol[data-near]');
  const direct = root.querySelector<HTMLElement>('[data-direct]');
  const help = root.querySelector<HTMLElement>('[data-help]');
  const goOn = help && goOnFrom(help);
  const order = root.querySelector<HTMLElement>('[data-order]');
  const sort = root.querySelector<HTMLSelectElement>('select[name=sort]');
  const filters = root.querySelector<HTMLElement>('[data-filters]');
  const boxes = filters && makeFilterBoxes(filters, () => begin(false));
  const plain = root.querySelector<HTMLElement>('[data-plain]');
  const retry = makeRetry(total, () => begin(true));
  const bases = columns.map(({ base }) => new URL(base, document.baseURI).href);
  const search = createSearch({
    bundles: columns.map(({ bundlePath, name }) => ({
      path: bundlePath,
      ...(name !== undefined && { name }),
    })),
  });
  let asked: Asked = { query: '', filters: {}, sort: 'relevance' };
  /** Whether `asked` was asked for as it is, not in passing while somebody types. */
  let done = true;
  let turn = 0;
  /** The turn of which results stand on the page, and the one for which pages above them have got their place. */
  let [painted, placed] = [0, 0];
  let pause: ReturnType<typeof setTimeout> | undefined;

  /** Asks for results from `offset` on; an answer that a newer question has overtaken is dropped. */
  async function show(offset: number): Promise<void> {
    turn += 1;
    const mine = turn;
    const { query, filters, sort } = asked;
    root.dataset.state = 'busy';
    retry.hide();
    const whenLate = performance.now() + TOGETHER_MS;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const onProgress = (answer: SearchAnswer) => {
      clearTimeout(waiting);
      if (mine !== turn || offset !== 0) return;
      waiting = setTimeout(() => mine === turn && render(answer, 0), whenLate - performance.now());
    };
    try {
      const options = { limit: PAGE_SIZE, offset, filters, sort, near: true, onProgress };
      const answer = await search.ask(query, options).finally(() => clearTimeout(waiting));
      if (mine !== turn) return;
      render(answer, offset);
      if (answer.unread) retry.offer('unavailable');
      root.dataset.state = query === '' ? 'idle' : 'done';
    } catch (error) {
      if (mine === turn) renderError(error);
    }
  }

  function render(answer: SearchAnswer, offset: number): void {
    const base = ({ bundle }: { bundle: number }) => bases[bundle] ?? document.baseURI;
    const several = columns.length > 1;
    const items = answer.results.map((result) => renderResult(result, base(result), several));
    if (offset === 0) replaceResults(items);
    else list.append(...items);
    more.hidden = answer.growing || offset + answer.results.length >= answer.total;
    say(describe(asked.query, answer, Object.keys(asked.filters).length > 0));
    // They are counted last: until then those of the answer before stay where they are.
    if (!answer.growing || Object.keys(answer.filters).length > 0) boxes?.show(answer.filters);
    // Beside the longer line of an answer that grows it would have to move.
    if (order && !answer.growing) order.hidden = answer.total < 2;
    if (offset === 0) {
      placeDirect(answer);
      showList(
        near,
        answer.near.map((result) => renderNear(result, base(result), several)),
      );
      showList(
        direct,
        answer.direct.map((row) =>
          renderDirect(row, base(row), several ? columns[row.bundle]?.name : undefined),
        ),
      );
      showHelp(answer);
      if (answer.results.length > 0) painted = turn;
    }
    if (!answer.growing) allStands();
    // The button may be gone now: whoever pressed it goes on with the first new result.
    if (offset > 0) items[0]?.querySelector('a')?.focus();
  }

  /** Pages stand above the results; where these are read already when pages come, behind them. */
  function placeDirect({ direct: rows }: SearchAnswer): void {
    if (direct === null || rows.length === 0 || placed === turn) return;
    placed = turn;
    if (painted === turn) more.after(direct);
    else list.before(direct);
  }

  /** Until the first answer stands, what is below it is kept out of sight (`early.ts` of the theme marks it). */
  function allStands(): void {
    delete document.documentElement.dataset['asked'];
  }

  /** Results that join in must not take the cursor from somebody who walks the list. */
  function replaceResults(items: readonly HTMLElement[]): void {
    const { activeElement } = document;
    const href = list.contains(activeElement) && activeElement?.getAttribute('href');
    list.replaceChildren(...items);
    const same = items.map((item) => item.querySelector('a')).find((link) => link?.href === href);
    if (href) same?.focus();
  }

  /** Fills a list; its part of the page, or itself, is hidden while it is empty. */
  function showList(place: HTMLElement | null, items: readonly HTMLElement[]): void {
    if (!place) return;
    const list = place instanceof HTMLOListElement ? place : place.querySelector('ul');
    list?.replaceChildren(...items);
    (place.closest('section') ?? place).hidden = items.length === 0;
  }

  /** Where nothing was found, there is still somewhere to go. */
  function showHelp(answer: SearchAnswer): void {
    if (!help) return;
    const { total, near, direct, growing } = answer;
    const found = total + near.length + direct.length > 0;
    help.hidden = asked.query === '' || growing || found;
    goOn?.(answer, ({ bundle }) => bases[bundle] ?? document.baseURI);
  }

  function renderError(error: unknown): void {
    const known = error instanceof SearchError ? error : new SearchError('failed', error);
    console.error(known, known.cause);
    list.replaceChildren();
    more.hidden = true;
    boxes?.show({});
    showList(near, []);
    showList(direct, []);
    if (help) help.hidden = true;
    if (order) order.hidden = true;
    say(known.message);
    allStands();
    retry.offer(known.code);
    root.dataset.state = 'error';
  }

  function say(text: string): void {
    if (total.textContent !== text) total.textContent = text;
  }

  /** Begins a new search, unless the very same one is shown already. */
  function begin(again: boolean, wanted = true): void {
    clearTimeout(pause);
    const next: Asked = {
      query: input.value.trim(),
      filters: boxes?.chosen() ?? {},
      sort: sort?.value === 'date' ? 'date' : 'relevance',
    };
    if (wanted) suggested.close();
    const same = JSON.stringify(next) === JSON.stringify(asked);
    if (same && wanted) done = true;
    if (same && !again) return;
    if (asked.query !== '' || next.query === '') writeAddress(next, asked, FILTER_NAMES, done);
    else writeAddress(next, next, FILTER_NAMES, false);
    asked = next;
    done = wanted;
    void show(0);
  }

  function later(): void {
    clearTimeout(pause);
    pause = setTimeout(() => begin(false, false), TYPING_PAUSE_MS);
  }

  function takeAddress(): void {
    const { query, filters, sort: wanted } = readAddress(FILTER_NAMES);
    input.value = query;
    boxes?.choose(filters);
    if (sort) sort.value = wanted;
    begin(false);
  }

  const suggested = suggestWhileTyping(
    input,
    (typed) => search.suggest(typed),
    () => begin(true),
  );
  input.addEventListener('focus', () => void search.suggest(''), { once: true });
  input.addEventListener('input', (event) => {
    clearTimeout(pause);
    // Half a word in an input method is no query yet.
    if (event instanceof InputEvent && event.isComposing) return;
    later();
  });
  input.addEventListener('compositionend', later);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin(true);
  });
  sort?.addEventListener('change', () => begin(false));
  more.addEventListener('click', () => void show(list.children.length));
  window.addEventListener('popstate', takeAddress);
  focusOnSlash(input);
  walkResults(input, near ? [list, near] : [list]);

  more.hidden = true;
  if (plain) plain.hidden = isSupported();
  root.dataset.state = 'idle';
  const typed = input.value;
  takeAddress();
  // What was typed before the script was there.
  if (asked.query === '' && typed !== '') {
    input.value = typed;
    begin(false);
  }
}

function find<T extends HTMLElement>(root: HTMLElement, selector: string, type: new () => T): T {
  const element = root.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The search page has no ${selector}.`);
}
