import type { Moment } from '@columns/content/hours';
import { momentOf } from '@columns/content/hours';
import type { Hall, NearCounty, NearTown } from '../../data/near.ts';
import { button, element, fill } from '../register/dom.ts';
import type { Choice } from './choice.ts';
import { isNew, keepChoice, readChoice, visited } from './choice.ts';
import { hallLines, hallParts } from './parts.ts';

/** So many of a town's news stand on the home page. */
const NEWS = 3;

/**
 * Shows the reader's own town where a page has a place for it: its hall with 今天开到几点, its news, what came since
 * the last visit; on a guide the hall where it is done. Without a choice, or where a file cannot be read (offline, from
 * a disk), the page stays as it is: its links lead to the towns' pages.
 */
export function mountNear(root: Document): void {
  const own = root.querySelector<HTMLElement>('[data-my-town]');
  const done = root.querySelector<HTMLElement>('[data-my-hall]');
  const base = (own ?? done ?? root.querySelector<HTMLElement>('[data-choose-town]'))?.dataset[
    'base'
  ];
  if (base === undefined) return;
  const now = momentOf(Date.now());
  for (const box of [own, done]) if (box) offerChoice(box, base);
  for (const button of root.querySelectorAll<HTMLElement>('[data-choose-town]'))
    offerOwn(button, base);
  const choice = readChoice(base);
  if (own && choice) void showTown(own, base, choice, now);
  if (done) void showHalls(done, choice, now);
}

async function read<T>(address: string): Promise<T | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** The home page's section. */
async function showTown(
  box: HTMLElement,
  base: string,
  choice: Choice,
  now: Moment,
): Promise<void> {
  const town = await read<NearTown>(choice.near);
  if (!town) return;
  const kept = visited(
    choice,
    now.day,
    town.newest.map(({ path }) => path),
  );
  keepChoice(base, kept);
  const fresh = town.newest.filter(({ path }) => isNew(kept, path));
  const rest = town.newest.filter((row) => !fresh.includes(row));
  const [hall] = town.halls;
  const lines = [...fresh, ...rest]
    .slice(0, NEWS)
    .map(({ title, path, day }) =>
      element(
        'li',
        {},
        element('a', { href: path }, title),
        ' ',
        ...(fresh.some((row) => row.path === path)
          ? [element('span', { class: 'badge open' }, '新'), ' ']
          : []),
        element('span', { class: 'facts' }, day),
      ),
    );
  const village = choice.village;
  const heading = box.querySelector('h2') as HTMLElement;
  fill(heading, '我的乡镇：', element('a', { href: town.path }, town.name));
  fill(
    box,
    heading,
    ...(hall
      ? hallParts(hall, town.calendar, now)
      : [element('p', {}, '这里还没有登记便民服务中心。')]),
    ...(lines.length > 0 ? [element('ul', { class: 'near-news' }, ...lines)] : []),
    element(
      'p',
      { class: 'near-more' },
      ...(village ? [element('a', { href: village.path }, `我的村：${village.name}`), ' '] : []),
      ...(fresh.length > 0
        ? [element('span', {}, `上次来过以后有 ${fresh.length} 条新的`), ' ']
        : []),
      button('换一个', () => void choose(box, base)),
      ' ',
      button('不再记住', () => {
        keepChoice(base, undefined);
        location.reload();
      }),
    ),
  );
}

/** A guide's card: the reader's own hall, and what is known of the places that the guide names. */
async function showHalls(box: HTMLElement, choice: Choice | undefined, now: Moment): Promise<void> {
  const { near = '', guide = '' } = box.dataset;
  const places = [...box.ownerDocument.querySelectorAll<HTMLElement>('[data-place]')];
  const [county, town] = await Promise.all([
    places.length > 0 ? read<NearCounty>(near) : undefined,
    choice && read<NearTown>(choice.near),
  ]);
  const calendar = (county ?? town)?.calendar;
  if (!calendar) return;
  const known = new Map<string, Hall>(
    [...(county?.halls ?? []), ...(town?.halls ?? [])].map((hall) => [hall.id, hall]),
  );
  for (const place of places) {
    const hall = known.get(place.dataset['place'] ?? '');
    const facts = place.querySelector('[data-facts]');
    if (hall && facts) fill(facts as HTMLElement, ...hallLines(hall, calendar, now));
  }
  if (!town) return;
  const own = town.halls.find(({ guides }) => guides?.includes(guide)) ?? town.halls[0];
  const isThere = own?.guides?.includes(guide) ?? false;
  fill(
    box,
    element('h3', {}, '我的乡镇：', element('a', { href: town.path }, town.name)),
    ...(own ? hallParts(own, calendar, now) : []),
    ...(own === undefined ? [element('p', {}, '这里还没有登记便民服务中心。')] : []),
    ...(own && !isThere
      ? [element('p', { class: 'facts' }, '能不能在这里办，请先打电话问。')]
      : []),
  );
}

/** The link to the towns becomes a choice on the spot. */
function offerChoice(box: HTMLElement, base: string): void {
  box.querySelector('[data-choose]')?.addEventListener('click', (event) => {
    event.preventDefault();
    void choose(box, base);
  });
}

async function choose(box: HTMLElement, base: string): Promise<void> {
  const county = await read<NearCounty>(box.dataset['near'] ?? '');
  const link = box.querySelector<HTMLAnchorElement>('[data-choose]');
  if (!county) {
    if (link) location.assign(link.href);
    return;
  }
  const select = element(
    'select',
    { 'aria-label': '您的乡镇（街道）' },
    element('option', { value: '' }, '请选择乡镇（街道）'),
    ...county.towns.map(({ name, near }) => element('option', { value: near }, name)),
  ) as HTMLSelectElement;
  select.addEventListener('change', () => {
    if (select.value === '') return;
    keepChoice(base, { near: select.value });
    mark();
    const kept = readChoice(base) ?? { near: select.value };
    const now = momentOf(Date.now());
    const shown =
      box.dataset['myTown'] === undefined
        ? showHalls(box, kept, now)
        : showTown(box, base, kept, now);
    // What had the focus is gone: reading goes on with what was asked for.
    void shown.then(() => box.querySelector<HTMLElement>('h2 a, h3 a')?.focus());
  });
  const heading = box.querySelector('h2, h3');
  fill(box, ...(heading ? [heading] : []), element('p', {}, select));
  select.focus();
}

/** On the page of a town or a village: 设为我的乡镇, 设为我的村. */
function offerOwn(place: HTMLElement, base: string): void {
  const { chooseTown: near = '', village, path } = place.dataset;
  const kept = readChoice(base);
  const isOwn = kept?.near === near && (village === undefined || kept.village?.path === path);
  const name = village === undefined ? '我的乡镇' : '我的村';
  const said = element('button', { type: 'button' }, isOwn ? `已设为${name}` : `设为${name}`);
  said.addEventListener('click', () => {
    const chosen =
      village === undefined || path === undefined ? {} : { village: { name: village, path } };
    said.textContent = keepChoice(base, { near, ...chosen })
      ? `已设为${name}，首页和办事指南会显示这里的大厅和通知`
      : '这个浏览器不让网页记住选择';
    mark();
  });
  fill(place, said);
}

/** As `early.ts` does on the next page. */
function mark(): void {
  document.documentElement.setAttribute('data-town', '');
}
