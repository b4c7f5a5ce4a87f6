/** 政务地图: which places do what, open on which day, and are near which town; and a button that copies an address. */
import { make } from './access/dom.ts';
import { readChoice } from './near/choice.ts';

const DAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const tools = document.querySelector<HTMLElement>('[data-map-tools]');
const list = document.querySelector<HTMLElement>('.map-list');
if (tools && list) mount(tools, list);

function mount(box: HTMLElement, places: HTMLElement): void {
  const items = [...places.children].filter((item) => item instanceof HTMLElement);
  const services = new Set(items.flatMap(({ dataset }) => (dataset['services'] ?? '').split('|')));
  const towns = items.filter(({ dataset }) => dataset['town'] && dataset['position']);
  const service = choice('能办什么', [...services].filter(Boolean).sort());
  const day = choice('哪天开放', DAYS.slice(1).concat('周日'));
  const town = choice('离哪儿近', [...new Set(towns.map(({ dataset }) => dataset['town'] ?? ''))]);
  const told = make('p', { role: 'status', class: 'facts' });
  const show = () => {
    const from = towns.find(({ dataset }) => dataset['town'] === town.value);
    for (const item of items) {
      const { services: does = '', days = '' } = item.dataset;
      const wanted = service.value === '' || does.split('|').includes(service.value);
      const open = day.value === '' || days.split(',').includes(String(DAYS.indexOf(day.value)));
      item.hidden = !(wanted && open);
      const mark = document.querySelector(`.map-mark[href="#${item.id}"]`);
      mark?.toggleAttribute('data-out', item.hidden);
      tellDistance(item, from);
    }
    const order = from ? [...items].sort((a, b) => far(a, from) - far(b, from)) : items;
    places.append(...order);
    const count = items.filter((item) => !item.hidden).length;
    const unread = day.value === '' ? 0 : items.filter(({ dataset }) => !dataset['days']).length;
    told.textContent =
      `${count} 处` +
      (unread > 0 ? `；另有 ${unread} 处没有登记可以查对的开放时间，去前请打电话` : '');
  };
  for (const each of [service, day, town]) {
    each.addEventListener('change', show);
    if (each.options.length > 1) box.append(labelled(each));
  }
  box.append(told);
  for (const item of items) offerCopy(item);
  const own = items.find(({ dataset }) => dataset['townId'] === chosenTown(box));
  if (own?.dataset['town']) {
    town.value = own.dataset['town'];
    show();
  }
  addEventListener('hashchange', openNamed);
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  openNamed();
}

/** The place that the address names, as a mark does. */
function openNamed(): void {
  const named = document.getElementById(location.hash.slice(1));
  const details = named?.querySelector('details');
  if (details) details.open = true;
}

/** The town that the reader has chosen on this device, by its id. */
function chosenTown({ dataset }: HTMLElement): string | undefined {
  const near = readChoice(dataset['base'] ?? '')?.near ?? '';
  return /\/towns\/([^/]+)\//.exec(near)?.[1];
}

function choice(name: string, values: readonly string[]): HTMLSelectElement {
  const options = values.map((value) => make('option', { value }, value));
  return make('select', { 'aria-label': name }, make('option', { value: '' }, '不限'), ...options);
}

function labelled(select: HTMLSelectElement): HTMLElement {
  return make('label', {}, `${select.getAttribute('aria-label')} `, select);
}

/** Kilometres between two places, near enough for a county; the end of the list where one is not known. */
function far(one: HTMLElement, other: HTMLElement): number {
  const [a, b] = [positionOf(one), positionOf(other)];
  if (!a || !b) return Number.POSITIVE_INFINITY;
  const narrowing = Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
  return Math.hypot((a[0] - b[0]) * narrowing, a[1] - b[1]) * 111.32;
}

function positionOf({ dataset }: HTMLElement): [number, number] | undefined {
  const [longitude, latitude] = (dataset['position'] ?? '').split(',').map(Number);
  return longitude && latitude ? [longitude, latitude] : undefined;
}

function tellDistance(item: HTMLElement, from: HTMLElement | undefined): void {
  item.querySelector('.map-far')?.remove();
  const distance = from ? far(item, from) : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(distance)) return;
  const words = `直线约 ${distance < 10 ? distance.toFixed(1) : Math.round(distance)} 公里`;
  item.querySelector('h3')?.append(make('span', { class: 'map-far badge' }, words));
}

/** In 微信 and on iPhones an address that is copied opens in any map. */
function offerCopy(item: HTMLElement): void {
  const links = item.querySelector('.map-links');
  const terms = [...item.querySelectorAll('dt')];
  const address = terms.find(
    ({ textContent }) => textContent?.trim() === '地址',
  )?.nextElementSibling;
  const words = address?.textContent?.trim();
  if (!links || !words || words === '未登记' || !navigator.clipboard) return;
  const button = make('button', { type: 'button' }, '复制地址');
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(words).then(
      () => (button.textContent = '已复制'),
      () => (button.textContent = '没有复制成，请长按地址'),
    );
  });
  links.append('　', button);
}
