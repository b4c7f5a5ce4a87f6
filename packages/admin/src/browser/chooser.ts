import { kindName } from '@columns/content';
import { collectionName, readCollectionName } from '../config/collections.ts';
import type { EditorFacts } from '../config/facts.ts';
import { dateInWords } from '../text/dates.ts';
import { foundBy } from '../text/found.ts';
import { newByItem } from './by-item.ts';
import { editor } from './editor.ts';
import { entryList, type ListedEntry } from './entry-list.ts';
import type { KeptDraft } from './form/draft-store.ts';
import { allDrafts, clock, dropAfterAsking, watchDrafts } from './form/drafts.ts';
import { ALL, NEWEST, yearChoice } from './narrow.ts';

const DOMAIN_KEY = 'columns-editor-domain';

/** Results that are offered at once. */
const MOST_FOUND = 20;
/** The newest entries, which stand in the bar: what is corrected was mostly published just now. */
const NEWEST_SHOWN = 5;

/** The domain that is edited: that of the address, or the one of the last visit; `undefined` for none. */
export function scopeAt(facts: EditorFacts): string | undefined {
  const wanted =
    addressed()?.domain ?? (addressed() ? '' : window.localStorage.getItem(DOMAIN_KEY));
  return facts.domains.find(({ id }) => id === wanted)?.id;
}

/** The collection that the address names. */
function addressed(): { kind: string; domain?: string } | undefined {
  const [, name] = /#\/collections\/([^/]+)/.exec(window.location.hash) ?? [];
  return name === undefined ? undefined : readCollectionName(name);
}

/** A bar above Decap: in which domain, of which years, and a search over all entries by their titles. */
export function mountChooser(domain: string | undefined, today: Date): void {
  const bar = document.createElement('form');
  bar.className = 'editor-bar';
  bar.setAttribute('aria-label', '选择领域和年份，查找信息');
  bar.addEventListener('submit', (event) => event.preventDefault());
  const home = document.createElement('a');
  home.href = '#/';
  home.textContent = `${editor.facts.name}政务公开专栏 · 编辑`;
  const drafts = draftsList();
  const begin = document.createElement('button');
  begin.type = 'button';
  begin.textContent = '按事项新建';
  begin.addEventListener('click', () => void newByItem());
  bar.append(
    home,
    domainBox(domain),
    yearBox(today),
    ...searchBox(),
    begin,
    drafts,
    others,
    newest(),
  );
  document.body.prepend(bar);
  // While an entry is edited its form has the whole screen.
  const step = () => {
    bar.hidden = /\/(?:new(?:\?.*)?|entries\/.+)$/.test(window.location.hash);
  };
  step();
  window.addEventListener('hashchange', () => {
    step();
    const at = addressed();
    if (at && (at.domain ?? '') !== (domain ?? '')) window.location.reload();
  });
}

function domainBox(domain: string | undefined): HTMLElement {
  const choices = editor.facts.domains.map(({ id, name }) => [id, name] as const);
  const { label, box } = select('领域', [['', '不分领域'], ...choices]);
  box.value = domain ?? '';
  box.addEventListener('change', () => {
    window.localStorage.setItem(DOMAIN_KEY, box.value);
    const kind = editor.kindOf(addressed() ? (addressed()?.kind as string) : 'notice');
    // Decap begins anew with the collections of that domain.
    window.location.hash = `#/collections/${collectionName(kind, box.value || undefined)}`;
  });
  return label;
}

function yearBox(today: Date): HTMLElement {
  const now = today.getFullYear();
  const { label, box } = select('年份', [
    [NEWEST, `${now - 1}—${now} 年`],
    ...Array.from({ length: 20 }, (_, i) => [String(now - i), `${now - i} 年`] as const),
    [ALL, '全部年份'],
  ]);
  box.value = yearChoice.get();
  box.addEventListener('change', () => {
    yearChoice.set(box.value);
    // Decap keeps what it has listed; a fresh start lists again.
    window.location.reload();
  });
  return label;
}

function searchBox(): HTMLElement[] {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'search';
  box.placeholder = '标题、发文字号或网址编号';
  box.setAttribute('autocomplete', 'off');
  label.append('查找 ', box);
  const list = document.createElement('ul');
  list.className = 'editor-results';
  list.hidden = true;
  const show = async () => {
    const text = box.value.trim();
    const entries = text === '' ? [] : await entryList();
    // Somebody types on while the list is fetched.
    if (text !== box.value.trim()) return;
    const found = foundBy(entries, text);
    list.hidden = text === '';
    list.replaceChildren(
      ...found.slice(0, MOST_FOUND).map(result),
      ...(found.length > MOST_FOUND
        ? [item(`还有 ${found.length - MOST_FOUND} 条，请多写几个字`)]
        : []),
      ...(found.length === 0 && text !== '' ? [item('没有找到已发布的信息')] : []),
    );
  };
  box.addEventListener('input', () => void show());
  const links = () => [...list.querySelectorAll('a')];
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') links()[0]?.click();
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      links()[0]?.focus();
    }
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = links().indexOf(document.activeElement as HTMLAnchorElement) + step;
    (links()[at] ?? box).focus();
  });
  const close = () => {
    list.hidden = true;
    box.value = '';
  };
  list.addEventListener('click', close);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  return [label, list];
}

/** 最近发布, of all kinds and domains: one click to what was just published. */
function newest(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'editor-newest';
  line.hidden = true;
  void entryList().then((entries) => {
    const shown = entries
      .filter((entry) => isEditable(entry))
      .sort((a, b) => (a.published < b.published ? 1 : -1))
      .slice(0, NEWEST_SHOWN);
    line.hidden = shown.length === 0;
    line.append(
      '最近发布：',
      ...shown.map((entry) => {
        const link = document.createElement('a');
        link.href = entryAddress(entry);
        link.textContent = entry.title;
        link.title = `${dateInWords(entry.published)}　${entry.title}`;
        return link;
      }),
    );
  });
  return line;
}

/** Texts in MDX hold components, which only maintainers write. */
const isEditable = ({ file }: ListedEntry): boolean => !file?.endsWith('.mdx');

function result(entry: ListedEntry): HTMLElement {
  if (!isEditable(entry))
    return item(
      `${dateInWords(entry.published)}　${entry.title}（用了组件，由维护人员改：content/${entry.file}）`,
    );
  const link = document.createElement('a');
  link.href = entryAddress(entry);
  const number = entry.docNumber ? `　${entry.docNumber}` : '';
  link.textContent = `${dateInWords(entry.published)}　${entry.title}${number}`;
  return item(link);
}

/** Where Decap edits an entry. */
export function entryAddress({ id, kind, published, domain, item: ref }: ListedEntry): string {
  const year = published.slice(0, 4);
  const folder = domain ? `${ref?.split('/')[1] ?? '_general'}/` : '';
  const name = collectionName(editor.kindOf(kind), domain ?? undefined);
  return `#/collections/${name}/entries/${folder}${year}/${id}`;
}

function item(content: string | HTMLElement): HTMLElement {
  const made = document.createElement('li');
  made.append(content);
  return made;
}

/** What waits for review in other domains, which Decap does not know of now. */
const others = document.createElement('p');
others.className = 'editor-others';

/** Keeps the drafts of this domain, and names the domains of the others in the bar. */
export function keepOwnDrafts(keys: readonly string[], known: ReadonlySet<string>): string[] {
  const collectionOf = (key: string) => key.split('/')[0] ?? '';
  const rest = keys.map(collectionOf).filter((name) => !known.has(name));
  const counts = new Map<string, number>();
  for (const name of rest) counts.set(name, (counts.get(name) ?? 0) + 1);
  others.replaceChildren(
    ...(counts.size === 0 ? [] : ['其他领域还有草稿：']),
    ...[...counts].map(([name, count]) => {
      const link = document.createElement('a');
      const { domain } = readCollectionName(name);
      const where = editor.facts.domains.find(({ id }) => id === domain)?.name ?? '不分领域';
      link.href = `#/collections/${name}`;
      link.textContent = `${where} ${count} 条 `;
      return link;
    }),
  );
  return keys.filter((key) => known.has(collectionOf(key)));
}

function select(name: string, options: readonly (readonly [string, string])[]) {
  const label = document.createElement('label');
  const box = document.createElement('select');
  for (const [value, text] of options) box.append(new Option(text, value));
  label.append(`${name} `, box);
  return { label, box };
}

/** What was typed and not saved, in this browser: each leads back to its form. */
function draftsList(): HTMLElement {
  const box = document.createElement('details');
  box.className = 'editor-drafts';
  const summary = document.createElement('summary');
  const list = document.createElement('ul');
  box.append(summary, list);
  const show = async () => {
    const drafts = await allDrafts();
    box.hidden = drafts.length === 0;
    summary.textContent = `没保存的草稿 ${drafts.length} 份`;
    list.replaceChildren(...drafts.map(draftLine));
  };
  watchDrafts(() => void show());
  void show();
  return box;
}

function draftLine(draft: KeptDraft): HTMLElement {
  const link = document.createElement('a');
  const { collection, slug, key } = draft;
  link.href =
    slug === undefined
      ? `#/collections/${collection}/new?draft=${encodeURIComponent(key)}`
      : `#/collections/${collection}/entries/${slug}`;
  const { kind } = readCollectionName(collection);
  link.textContent = `${clock(draft.at)}　${kindName(kind)}《${draft.title || '还没有标题'}》`;
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.textContent = '丢弃';
  drop.addEventListener('click', () => void dropAfterAsking(draft));
  const made = item(link);
  made.append(' ', drop);
  return made;
}
