import type { Column, Entry } from '@columns/content';
import { kindName } from '@columns/content';
import { itemName } from './item-text.ts';

export interface PlaceLink {
  readonly title: string;
  /** Below the column's base. */
  readonly path: string;
}

/** The way from the home page to an entry: where its file stands. */
export function crumbsOf(column: Column, entry: Entry): PlaceLink[] {
  const domain = column.domains.find(({ id }) => id === entry.domain);
  if (!domain) return [{ title: kindName(entry.data.kind), path: `kinds/${entry.data.kind}/` }];
  const item = domain.items.find(({ ref }) => ref === entry.item);
  return [
    { title: domain.name, path: `domains/${domain.id}/` },
    ...(item ? [{ title: itemName(item), path: `domains/${item.ref}/` }] : []),
  ];
}

/** Every list the entry stands in: its own item and those of `also`, or its domain or kind. */
export function filedIn(column: Column, entry: Entry): PlaceLink[] {
  const items = column.domains.flatMap((domain) => domain.items.map((item) => ({ domain, item })));
  const listed = [entry.item, ...(entry.data.also ?? [])].flatMap((ref) => {
    const found = items.find(({ item }) => item.ref === ref);
    if (!found) return [];
    return [
      {
        title: `${found.domain.name}：${itemName(found.item)}`,
        path: `domains/${found.item.ref}/`,
      },
    ];
  });
  return listed.length > 0 ? listed : crumbsOf(column, entry).slice(-1);
}
