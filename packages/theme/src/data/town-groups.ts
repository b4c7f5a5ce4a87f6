import type { Column, ColumnGroup, PublisherCatalogue } from '@columns/content';

/** The page of a town's items of one domain; there is one where the town has filed something there. */
export function townGroupPath(town: string, group: ColumnGroup): string | undefined {
  return hasPage(group) ? `towns/${town}/${group.id}/` : undefined;
}

function hasPage({ items }: ColumnGroup): boolean {
  return items.some(({ entries, statements }) => entries.length + statements.length > 0);
}

/** Every page of a town and a domain. */
export function townGroupsOf(column: Column): { town: string; name: string; group: ColumnGroup }[] {
  return column.publishers.flatMap(({ publisher: { sort, id, name }, groups }) =>
    sort === 'town' ? groups.filter(hasPage).map((group) => ({ town: id, name, group })) : [],
  );
}

/** The names of the county's domains of which a catalogue has no item: 未涉及领域. */
export function uncovered({ groups }: PublisherCatalogue, domains: Column['domains']): string[] {
  const own = new Set(groups.map(({ id }) => id));
  return domains.flatMap(({ id, name, topic }) => (own.has(id) || topic ? [] : [name]));
}
