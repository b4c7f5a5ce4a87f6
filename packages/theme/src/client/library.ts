import { LIBRARY_FACETS, LIBRARY_HEADS, type LibraryRow } from './library-row.ts';
import { element, fill } from './register/dom.ts';

/** More are not read; the count and the way to narrow say what is not shown. */
const MOST = 200;

/**
 * Finds in a library by words and facets together. What was chosen stands in the page's address, so that it can
 * be sent on and comes back; nothing is fetched before somebody asks.
 */
export function mountLibrary(root: Document): void {
  const form = root.querySelector<HTMLFormElement>('[data-library]');
  const body = root.querySelector<HTMLElement>('[data-rows]');
  const said = root.querySelector<HTMLElement>('[data-said]');
  const plain = [...root.querySelectorAll<HTMLElement>('[data-plain]')];
  const choices = form?.querySelector<HTMLElement>('[data-facets]');
  const input = form?.querySelector('input');
  if (!form || !body || !said || !choices || !input) return;
  const before = [...body.childNodes];
  let asked: Promise<LibraryRow[] | undefined> | undefined;
  const rows = () => {
    asked ??= fetch(form.dataset['library'] ?? '')
      .then((answer) => answer.json() as Promise<LibraryRow[]>)
      .catch(() => undefined);
    return asked;
  };
  const selects = LIBRARY_FACETS.map((facet) => ({
    facet,
    select: element('select', { name: facet.name, id: `facet-${facet.name}` }),
  }));

  const chosen = () =>
    new URLSearchParams(
      [
        ['q', input.value.trim()],
        ...selects.map(({ select }) => [select.name, select.value]),
      ].filter(([, value]) => value !== '') as [string, string][],
    );

  const show = async () => {
    const choice = chosen();
    const none = choice.toString() === '';
    history.replaceState(null, '', none ? location.pathname : `?${choice}`);
    for (const part of plain) part.hidden = !none;
    if (none) {
      fill(body, ...before);
      said.textContent = '';
      return;
    }
    const all = await rows();
    if (all === undefined) {
      asked = undefined;
      said.textContent = '文件目录没有取到，请稍后再试。';
      return;
    }
    // Somebody may have gone on typing while the rows came.
    if (chosen().toString() !== choice.toString()) return;
    const found = all.filter((row) => has(row, choice));
    fill(body, ...found.slice(0, MOST).map(drawn));
    said.textContent =
      found.length === 0
        ? '没有符合的文件，可以少选一项或换一个词。'
        : found.length > MOST
          ? `${found.length} 件，显示前 ${MOST} 件，请再选一项。`
          : `${found.length} 件。`;
  };

  /** The choices, from what there is: asked for when the first of them is wanted. */
  const offer = async () => {
    const all = await rows();
    if (all === undefined || choices.childElementCount > 0) return;
    const wanted = new URLSearchParams(location.search);
    const offered = selects.flatMap(({ facet, select }) => {
      const values = valuesOf(all, facet.of);
      if (values.length < 2) return [];
      select.append(
        new Option('全部', ''),
        ...values.map(([value, count]) => new Option(`${value}（${count}）`, value)),
      );
      select.value = wanted.get(facet.name) ?? '';
      return [element('label', { for: select.id }, element('span', {}, facet.label), select)];
    });
    fill(choices, ...offered);
  };

  form.hidden = false;
  // What combines does all that these ways do; a part that is open goes on saying so.
  const ways = root.querySelector<HTMLDetailsElement>('.library-ways');
  if (ways && !ways.open) ways.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  input.addEventListener('input', show);
  for (const { select } of selects) select.addEventListener('change', show);
  const toggle = form.querySelector<HTMLElement>('[data-open]');
  const open = (whether: boolean) => {
    choices.hidden = !whether;
    toggle?.setAttribute('aria-expanded', String(whether));
    if (whether) void offer();
  };
  toggle?.addEventListener('click', () => open(choices.hidden !== false));
  const wanted = new URLSearchParams(location.search);
  if (wanted.toString() !== '') {
    input.value = wanted.get('q') ?? '';
    if (LIBRARY_FACETS.some(({ name }) => wanted.has(name))) open(true);
    offer().then(show);
  }
}

/** The values of a facet with how many documents have each: years from the newest, names as the list has them. */
function valuesOf(
  rows: readonly LibraryRow[],
  of: (row: LibraryRow) => string,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = of(row);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts];
}

function has(row: LibraryRow, choice: URLSearchParams): boolean {
  const fits = LIBRARY_FACETS.every(({ name, of }) => {
    const value = choice.get(name);
    return value === null || of(row) === value;
  });
  if (!fits) return false;
  const text = plainText(`${row.title} ${row.number} ${row.issuer}`);
  return (choice.get('q') ?? '').split(/\s+/).every((word) => text.includes(plainText(word)));
}

/** As words are compared: 〔2026〕 is [2026], full-width letters are letters. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔【（(﹝]/g, '[')
    .replace(/[〕】）)﹞]/g, ']');
}

function drawn(row: LibraryRow): HTMLElement {
  const ended = row.state !== '有效' && row.state !== '未标注' ? [row.state] : [];
  const head = element(
    'th',
    { role: 'rowheader', scope: 'row' },
    element('a', { href: row.address }, row.title),
    ...row.badges.map((text) => element('span', { class: 'badge' }, text)),
    ...ended.map((text) => element('span', { class: 'badge badge-alert' }, text)),
    ...row.printed.map(({ title, address }) =>
      element('span', { class: 'facts printed' }, '刊登于', element('a', { href: address }, title)),
    ),
  );
  const texts = [row.number, row.issuer, row.formed, row.validity].map((text, index) =>
    element('td', { role: 'cell', 'data-label': LIBRARY_HEADS[index] ?? '' }, text),
  );
  const files = row.files.flatMap(({ type, name, saved, address }, index) => [
    ...(index > 0 ? ['、'] : []),
    element('a', { href: address, download: saved, 'aria-label': `${name}，${type}` }, type),
  ]);
  const last = element('td', { role: 'cell', 'data-label': '下载' }, ...files);
  return element('tr', { role: 'row' }, head, ...texts, last);
}
