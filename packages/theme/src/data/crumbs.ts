import type { Column, Entry } from '@columns/content';
import { kindName } from '@columns/content';
import { itemName } from './item-text.ts';

/** The way from the home page to an entry: where it is filed. */
export function crumbsOf(column: Column, entry: Entry): { title: string; path: string }[] {
  const domain = column.domains.find(({ id }) => id === entry.domain);
  if (!domain) return [{ title: kindName(entry.data.kind), path: `kinds/${entry.data.kind}/` }];
  const item = domain.items.find(({ ref }) => ref === entry.item);
  return [
    { title: domain.name, path: `domains/${domain.id}/` },
    ...(item ? [{ title: itemName(item), path: `domains/${item.ref}/` }] : []),
  ];
}
