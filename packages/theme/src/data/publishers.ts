import type { ColumnItem, PublisherCatalogue } from '@columns/content';
import { filingDays, isFilled, isYearly } from '@columns/content';
import type { PublisherFact, PublisherSort } from '@columns/standard';
import { getColumn } from './column.ts';
import type { PlaceLink } from './crumbs.ts';
import { itemName } from './item-text.ts';

/** The catalogue of one publisher with what it has disclosed. A page that asks is made again when that changes. */
export function catalogueOf(sort: PublisherSort, id: string): PublisherCatalogue {
  const found = getColumn().publishers.find(
    ({ publisher }) => publisher.sort === sort && publisher.id === id,
  );
  if (!found) throw new Error(`No ${sort} ${id} among the publishers.`);
  return found;
}

/** The county's own sets, which stand beside its domains: the base set. */
export function countySets(): PublisherCatalogue['groups'] {
  return getColumn().publishers[0]?.groups ?? [];
}

/** How many items a catalogue has, and how many of them have something. */
export function countItems({ groups }: Pick<PublisherCatalogue, 'groups'>) {
  const items = groups.flatMap((group) => group.items);
  return { items: items.length, filled: items.filter(isFilled).length };
}

/** When a catalogue had to be filed and published, and when it was: days only, for a page knows no day. */
export function filingTexts(catalogue: PublisherCatalogue): string[] {
  return filingDays(catalogue).map(({ name, by, done }) => {
    const term = by === undefined ? '' : `（期限 ${isYearly(by) ? `每年 ${by}` : by}）`;
    const days = done.map(({ day }) => day).join('、');
    return `${name}${term}：${days || '没有记录'}`;
  });
}

/** Where the county discloses the same: the domains and items that a row says it corresponds to. */
export function countyPlaces({ 'filled-by': by }: ColumnItem): PlaceLink[] {
  if (!by?.domains && !by?.items) return [];
  const { domains } = getColumn();
  const whole = domains.filter(({ id }) => by.domains?.includes(id));
  const items = [...domains, ...countySets()].flatMap((group) => group.items);
  return [
    ...whole.map(({ id, name }) => ({ title: name, path: `domains/${id}/` })),
    ...items
      .filter(({ ref }) => by.items?.includes(ref))
      .map((item) => ({ title: itemName(item), path: `domains/${item.ref}/` })),
  ];
}

const FACT_NAMES: Readonly<Record<PublisherFact, string>> = {
  duties: '职责',
  address: '地址',
  hours: '办公时间',
  telephone: '电话',
  post: '负责岗位',
};

/** What a publisher's own record lacks of an item, in words; nothing where no record fills it. */
export function lackedFacts({ lacks = [] }: ColumnItem): string {
  return lacks.map((fact) => FACT_NAMES[fact as PublisherFact]).join('、');
}

/**
 * The names of items one after another, several of one name as one; `*` after those of which nobody knows
 * whether they bind.
 */
export function itemNames(items: readonly ColumnItem[]): string {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = `${itemName(item)}${item.confirmed ? '' : '*'}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => (count === 1 ? name : `${name}（${count} 项）`))
    .join('、');
}
