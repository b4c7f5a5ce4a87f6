import type { Item } from '../schema/item.ts';

/** Items by the id of their domain or set, each group in the order given. */
export function byGroup(items: Iterable<Item>): Map<string | null, Item[]> {
  const groups = new Map<string | null, Item[]>();
  for (const item of items) {
    const group = groups.get(item.domain);
    if (group) group.push(item);
    else groups.set(item.domain, [item]);
  }
  return groups;
}
