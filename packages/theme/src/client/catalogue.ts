/**
 * Finds items of the folded catalogue by their name, their upper level, their domain or its unit, opens the fold
 * that an address names, and opens all of them for the printer.
 */
export function mountCatalogue(root: Document): void {
  const box = root.querySelector<HTMLElement>('[data-catalogue]');
  const find = box?.querySelector<HTMLElement>('[data-find]');
  const input = find?.querySelector('input');
  const all = find?.querySelector<HTMLButtonElement>('[data-open]');
  const said = box?.querySelector<HTMLElement>('[data-said]');
  const index = box?.querySelector<HTMLElement>('[data-index]');
  if (!box || !find || !input || !all || !said) return;
  const folds = [...box.querySelectorAll<HTMLDetailsElement>('details')].map(foldOf);
  const others = (box.dataset['others'] ?? '').split(' ').filter(Boolean);
  /** Brings the folds of the list's other pages, once; without a connection this page's own are found in. */
  const gather = async () => {
    const pages = await Promise.all(others.splice(0).map(fetchFolds));
    const last = folds[folds.length - 1]?.details;
    if (!last) return;
    for (const details of pages.flat().reverse()) last.after(details);
    folds.push(...pages.flat().map(foldOf));
  };

  const open = (whether: boolean) => {
    for (const { details } of folds) details.open = whether;
    all.setAttribute('aria-expanded', String(whether));
    all.textContent = whether ? '全部收起' : '全部展开';
  };
  const search = () => {
    const words = wordsOf(input.value);
    const count = folds.reduce((sum, fold) => sum + showIn(fold, words), 0);
    if (index) index.hidden = words.length > 0;
    said.textContent = words.length === 0 ? '' : count > 0 ? `找到 ${count} 项。` : NOTHING;
    if (words.length === 0) open(false);
  };
  const searchAll = () => {
    search();
    if (others.length > 0) gather().then(search, () => undefined);
  };
  const openNamed = () => {
    const named = root.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named instanceof HTMLDetailsElement) named.open = true;
  };

  find.hidden = false;
  input.addEventListener('input', searchAll);
  all.addEventListener('click', () => open(all.getAttribute('aria-expanded') !== 'true'));
  addEventListener('hashchange', openNamed);
  addEventListener('beforeprint', () => open(true));
  index?.addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest('a')?.getAttribute('href')?.slice(1);
    const named = id && root.getElementById(id);
    if (named instanceof HTMLDetailsElement) named.open = true;
  });
  openNamed();
  // A browser that comes back to the page puts back what was typed.
  if (input.value !== '') searchAll();
}

/** The folds of another page of the list, its links as this page needs them. */
async function fetchFolds(address: string): Promise<HTMLDetailsElement[]> {
  const url = new URL(address, location.href);
  const response = await fetch(url.href);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const link of page.querySelectorAll('.folds a'))
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', url).href);
  return [...page.querySelectorAll<HTMLDetailsElement>('.folds details')];
}

const NOTHING = '目录中没有这个事项，可以换一个词，或在页首检索全部公开信息。';

interface Fold {
  readonly details: HTMLDetailsElement;
  readonly parts: readonly Part[];
}

interface Part {
  readonly box: HTMLElement;
  /** What finds all of it: its domain, its unit. */
  readonly head: string;
  readonly lists: readonly List[];
}

interface List {
  readonly elements: readonly HTMLElement[];
  readonly items: readonly { readonly element: HTMLElement; readonly text: string }[];
}

function foldOf(details: HTMLDetailsElement): Fold {
  const name = plain(details.querySelector('summary h2')?.textContent);
  const parts = [...details.querySelectorAll<HTMLElement>(':scope > div')].map((box) => ({
    box,
    head: name + plain(box.querySelector('p')?.textContent),
    lists: [...box.querySelectorAll<HTMLElement>('ul')].map(listOf),
  }));
  return { details, parts };
}

function listOf(list: HTMLElement): List {
  const before = list.previousElementSibling;
  const level = before instanceof HTMLHeadingElement ? before : undefined;
  const items = [...list.querySelectorAll<HTMLElement>('li')].map((element) => ({
    element,
    text: plain(level?.textContent) + plain(element.textContent),
  }));
  return { elements: level ? [level, list] : [list], items };
}

/** Shows of a fold what has all words; gives how many items that are. */
function showIn({ details, parts }: Fold, words: readonly string[]): number {
  const has = (text: string) => words.every((word) => text.includes(word));
  let count = 0;
  let named = false;
  for (const { box, head, lists } of parts) {
    const whole = has(head);
    let own = 0;
    for (const { elements, items } of lists) {
      let inList = 0;
      for (const { element, text } of items) {
        const shown = whole || has(head + text);
        element.hidden = !shown;
        if (shown) inList += 1;
      }
      for (const element of elements) element.hidden = inList === 0;
      own += inList;
    }
    box.hidden = own === 0 && !whole;
    named ||= whole;
    count += own;
  }
  details.hidden = count === 0 && !named;
  details.open = !details.hidden;
  return count;
}

function wordsOf(text: string): string[] {
  return plain(text, ' ').split(' ').filter(Boolean);
}

/** As words are compared: full-width letters are letters, and capitals small. */
function plain(text: string | null | undefined, space = ''): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, space);
}
