/**
 * Following lists without an account: this device remembers which lists, and what it has seen of each. The page of
 * a list marks what is new since the last visit; the page of all lists asks each page how much that is.
 */
import { make } from './access/dom.ts';

interface Followed {
  readonly name: string;
  /** Addresses of the entries that were on the page at the last visit. */
  readonly seen: readonly string[];
}

const KEY = 'columns-followed';

const list = document.querySelector<HTMLElement>('[data-follow]');
if (list) showList(list, list.dataset['follow'] ?? '', list.dataset['name'] ?? '');
const all = document.querySelector<HTMLElement>('[data-followed]');
if (all) void showAll(all, all.dataset['followed'] ?? '');

/** One list: a button that follows it or no longer does, and what is new. */
function showList(box: HTMLElement, address: string, name: string): void {
  const before = read()[address];
  const now = entriesOf(document);
  const fresh = before ? now.filter((entry) => !before.seen.includes(entry)) : [];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main .entries > li > a')) {
    if (!fresh.includes(link.pathname)) continue;
    link.after(' ', make('span', { class: 'badge open' }, '新'));
  }
  const words = make('p', { role: 'status' });
  const button = make('button', { type: 'button' });
  const tell = (text: string) => {
    const follows = read()[address] !== undefined;
    button.textContent = follows ? '不再关注' : '关注';
    button.setAttribute('aria-pressed', String(follows));
    words.textContent = text;
  };
  button.addEventListener('click', () => {
    const kept = { ...read() };
    if (kept[address]) delete kept[address];
    else kept[address] = { name, seen: now };
    tell(write(kept) ? (kept[address] ? '已关注，记在这台设备上。' : '已取消。') : NO_STORE);
  });
  tell(before ? (fresh.length > 0 ? `上次来看以后新增 ${fresh.length} 条。` : '没有新的。') : '');
  if (before) write({ ...read(), [address]: { name, seen: now } });
  box.replaceChildren(button, words);
}

const NO_STORE = '浏览器不允许保存，关注没有记住。';

/** Every list that this device follows in this column, each with how much is new. */
async function showAll(box: HTMLElement, below: string): Promise<void> {
  const own = Object.entries(read()).filter(([address]) => address.startsWith(below));
  if (own.length === 0) return;
  const items = own.map(([address, { name }]) => {
    const news = make('span', { class: 'facts' }, '正在查……');
    return { address, news, item: make('li', {}, make('a', { href: address }, name), ' ', news) };
  });
  const title = make('h2', {}, '我的关注');
  box.replaceChildren(title, make('ul', { class: 'entries' }, ...items.map(({ item }) => item)));
  await Promise.all(
    items.map(async ({ address, news }, index) => {
      const seen = own[index]?.[1].seen ?? [];
      news.textContent = await newsOf(address, seen);
    }),
  );
}

async function newsOf(address: string, seen: readonly string[]): Promise<string> {
  try {
    const answer = await fetch(address);
    if (answer.status === 404) return '这个列表已经没有了';
    if (!answer.ok) return '暂时查不到';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const count = entriesOf(page).filter((entry) => !seen.includes(entry)).length;
    return count > 0 ? `${count} 条新的` : '没有新的';
  } catch {
    return '暂时查不到';
  }
}

/** The addresses of the entries on a list's page. */
function entriesOf(page: Document): string[] {
  return [...page.querySelectorAll('main .entries > li > a[href]')].map(
    (link) => new URL(link.getAttribute('href') ?? '', location.href).pathname,
  );
}

function read(): Readonly<Record<string, Followed>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, one]) => Array.isArray(one?.seen)));
  } catch {
    return {};
  }
}

function write(followed: Readonly<Record<string, Followed>>): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(followed));
    return true;
  } catch {
    return false;
  }
}
