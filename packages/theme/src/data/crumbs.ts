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
  const listed = [entry.item, ...(entry.data.also ?? [])].flatMap((ref) => {
    const domain = column.domains.find(({ id }) => ref?.startsWith(`${id}/`));
    const item = domain?.items.find((each) => each.ref === ref);
    if (!domain || !item) return [];
    return [{ title: `${domain.name}：${itemName(item)}`, path: `domains/${item.ref}/` }];
  });
  return listed.length > 0 ? listed : crumbsOf(column, entry).slice(-1);
}
