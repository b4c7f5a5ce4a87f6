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
  if (!domain) {
    const own = placesOf(column, entry, entry.item);
    const kind = { title: kindName(entry.data.kind), path: `kinds/${entry.data.kind}/` };
    return own.length > 0 ? own : [kind];
  }
  const item = domain.items.find(({ ref }) => ref === entry.item);
  return [
    { title: domain.name, path: `domains/${domain.id}/` },
    ...(item
      ? [{ title: itemName(item), path: `domains/${item.ref}/` }]
      : placesOf(column, entry, entry.item)),
  ];
}

/** Every list the entry stands in: its own item and those of `also`, or its domain or kind. */
export function filedIn(column: Column, entry: Entry): PlaceLink[] {
  const listed = [entry.item, ...(entry.data.also ?? [])].flatMap((ref) => {
    const domain = column.domains.find(({ id }) => ref?.startsWith(`${id}/`));
    const item = domain?.items.find((each) => each.ref === ref);
    if (!domain || !item) return placesOf(column, entry, ref);
    return [{ title: `${domain.name}：${itemName(item)}`, path: `domains/${item.ref}/` }];
  });
  return listed.length > 0 ? listed : crumbsOf(column, entry).slice(-1);
}

/** Where an item of no domain of the county's stands: among its sets, or in the catalogue of who publishes. */
function placesOf(column: Column, { data }: Entry, ref: string | undefined): PlaceLink[] {
  if (ref === undefined) return [];
  const set = column.publishers[0]?.groups
    .flatMap(({ items }) => items)
    .find((item) => item.ref === ref);
  if (set) return [{ title: itemName(set), path: `domains/${set.ref}/` }];
  const owner = column.publishers.find(
    ({ publisher: { sort, id } }) => sort !== 'county' && (id === data.unit || id === data.town),
  );
  const group = owner?.groups.find(({ id }) => ref.startsWith(`${id}/`));
  const item = group?.items.find((each) => each.ref === ref);
  if (!owner || !group || !item) return [];
  const { name, path } = owner.publisher;
  return [{ title: `${name}：${itemName(item)}`, path: `${path}#${groupAnchor(group.id)}` }];
}

/** Where a group stands on its publisher's page: an id of HTML begins with a letter. */
export function groupAnchor(id: string): string {
  return id.replace(/^_/, 'other');
}
