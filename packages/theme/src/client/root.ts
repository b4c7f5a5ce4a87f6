/** What scripts add to the pages over all columns: a table that sorts, and the way on from a lost address. */

export function mountRoot(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('[data-compare]'))
    sortable(table);
  for (const part of document.querySelectorAll<HTMLElement>('[data-lost]')) findColumn(part);
}

/** A choice above the table: on a phone its rows are cards, which have no heads to press. */
function sortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  const line = table.parentElement?.querySelector<HTMLElement>('[data-orders]');
  const choice = line?.querySelector('select');
  if (!body || !line || !choice) return;
  const own = [...body.rows];
  const order = () => {
    const by = choice.value;
    body.append(
      ...(by === '' ? own : [...own].sort((a, b) => compare(b.dataset[by], a.dataset[by]))),
    );
  };
  choice.addEventListener('change', order);
  line.hidden = false;
  // A browser that comes back to the page puts back what was chosen.
  if (choice.value !== '') order();
}

/** Numbers by their size, dates by their spelling; what is not known is the least. */
function compare(a = '', b = ''): number {
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The column in whose folder the lost address lies is offered first, with its search. */
function findColumn(part: HTMLElement): void {
  const columns = [...part.querySelectorAll<HTMLElement>('[data-base]')];
  const own = columns
    .filter(({ dataset }) => `${location.pathname}/`.startsWith(dataset['base'] ?? '/'))
    .sort((a, b) => (b.dataset['base'] ?? '').length - (a.dataset['base'] ?? '').length)[0];
  const base = own?.dataset['base'];
  const name = own?.textContent?.trim() ?? '';
  if (base === undefined) return;
  const home = document.createElement('a');
  home.href = base;
  home.textContent = `返回${name}专栏首页`;
  const line = document.createElement('p');
  line.append(home);
  const form = document.createElement('form');
  form.className = 'search';
  form.action = `${base}search/`;
  form.setAttribute('role', 'search');
  const input = document.createElement('input');
  Object.assign(input, { name: 'q', type: 'search', placeholder: '输入词语或一句话' });
  input.setAttribute('aria-label', `检索${name}专栏`);
  const press = document.createElement('button');
  press.textContent = '检索';
  form.append(input, press);
  part.querySelector('[data-lost-own]')?.append(line, form);
}
