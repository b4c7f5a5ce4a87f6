/**
 * Prints all that a list holds as one document: fetches each page, takes its article, and puts the articles
 * behind a cover and a table of contents, each on a sheet of its own. Nothing is built for it, and what is
 * printed is what the pages say now.
 */
import { make } from './access/dom.ts';

/** More than this is a book that a printer cannot bind, and an hour of a phone's time. */
const MOST = 500;
/** Pages asked for at the same time. */
const AT_ONCE = 6;

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print-all]')) {
  // A copy on a disk may not read its own files.
  if (location.protocol === 'file:') continue;
  button.hidden = false;
  button.addEventListener('click', () => void printAll(button));
}

async function printAll(button: HTMLButtonElement): Promise<void> {
  const words = button.textContent ?? '';
  button.disabled = true;
  try {
    const addresses = await addressesFrom(button.dataset['printAll'] || location.href);
    const articles = await articlesOf(addresses, (done) => {
      button.textContent = `正在取 ${done}/${addresses.length} 件`;
    });
    const whole = bound(button.dataset['printTitle'] ?? document.title, articles);
    document.querySelector('.printed-all')?.remove();
    document.querySelector('main')?.after(whole);
    document.documentElement.dataset['printsAll'] = '';
    // Some browsers go on while the reader chooses a printer.
    addEventListener('afterprint', () => delete document.documentElement.dataset['printsAll'], {
      once: true,
    });
    print();
    button.textContent = words;
  } catch {
    button.textContent = '没有取全，请检查网络后再按一次';
  }
  button.disabled = false;
}

/** The entries that a list names, on all its pages. */
async function addressesFrom(first: string): Promise<string[]> {
  const found = new Set<string>();
  const seen = new Set<string>();
  let next: string | undefined = new URL(first, location.href).href;
  while (next !== undefined && !seen.has(next) && found.size < MOST) {
    seen.add(next);
    const page: Document = next === location.href ? document : await pageAt(next);
    for (const link of page.querySelectorAll<HTMLAnchorElement>('main .entries > li > a[href]')) {
      const address = new URL(link.getAttribute('href') ?? '', next);
      if (address.origin === location.origin) found.add(address.href);
    }
    const more: string | null | undefined = page
      .querySelector('.pager a[rel~="next"]')
      ?.getAttribute('href');
    next = more == null ? undefined : new URL(more, next).href;
  }
  return [...found].slice(0, MOST);
}

async function pageAt(address: string): Promise<Document> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/** The articles in the order of their addresses; a page without one is left out. */
async function articlesOf(
  addresses: readonly string[],
  tell: (done: number) => void,
): Promise<Element[]> {
  const articles: (Element | null)[] = [];
  let [done, next] = [0, 0];
  const work = async () => {
    while (next < addresses.length) {
      const index = next++;
      const address = addresses[index] as string;
      articles[index] = articleIn(await pageAt(address), address);
      tell(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return articles.filter((article) => article !== null);
}

/** An article as a part of a greater whole: its ids would be there twice, its addresses lead from its own page. */
function articleIn(page: Document, address: string): Element | null {
  const article = page.querySelector('main article');
  if (!article) return null;
  for (const one of article.querySelectorAll('script, style, button, form')) one.remove();
  for (const one of article.querySelectorAll('[id]')) one.removeAttribute('id');
  for (const name of ['src', 'href'])
    for (const one of article.querySelectorAll(`[${name}]`))
      one.setAttribute(name, new URL(one.getAttribute(name) ?? '', address).href);
  return article;
}

/** Cover, contents, and the articles. */
function bound(title: string, articles: readonly Element[]): HTMLElement {
  const names = articles.map((article) => article.querySelector('h1')?.textContent?.trim() ?? '');
  return make(
    'section',
    { class: 'printed-all' },
    make('h1', {}, title),
    make('p', {}, `共 ${articles.length} 件`),
    make('ol', {}, ...names.map((name) => make('li', {}, name))),
    ...articles.map((article) => make('div', {}, article)),
  );
}
