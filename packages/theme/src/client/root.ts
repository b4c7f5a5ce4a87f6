/** What scripts add to the pages over all columns: a table that sorts, and the way on from a lost address. */

export function mountRoot(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('[data-compare]'))
    sortable(table);
  for (const part of document.querySelectorAll<HTMLElement>('[data-lost]')) findColumn(part);
}

/** By what the rows may be put in order, the most first; what they are in the list's own order is not among them. */
const ORDERS = [
  ['', '省、市、县'],
  ['entries', '公开信息多的在前'],
  ['filled', '有内容的领域多的在前'],
  ['score', '得分高的在前'],
  ['newest', '最近公开的在前'],
] as const;

/** A choice above the table: on a phone its rows are cards, which have no heads to press. */
function sortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  if (!body) return;
  const own = [...body.rows];
  const choice = document.createElement('select');
  for (const [value, text] of ORDERS) choice.add(new Option(text, value));
  const label = document.createElement('label');
  label.append('排序：', choice);
  const line = document.createElement('p');
  line.append(label);
  choice.addEventListener('change', () => {
    const by = choice.value;
    body.append(
      ...(by === '' ? own : [...own].sort((a, b) => compare(b.dataset[by], a.dataset[by]))),
    );
  });
  table.before(line);
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
  part.querySelector('[data-lost-all]')?.before(line, form);
}
