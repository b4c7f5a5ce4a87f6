import type { Item } from '../schema/item.ts';
import type { PublisherSort } from '../schema/publisher.ts';
import type { Standard } from '../standard.ts';

/** The set in which every institution's items stand, whatever its trade. */
export const INSTITUTION_SET = { id: 'institution', name: '公共企事业单位公开事项' } as const;

/** The groups of items: sets first, then domains, by id; sets belong to no structure. */
export function groupsOf(standard: Standard): Map<string, { name: string; set: boolean }> {
  return new Map<string, { name: string; set: boolean }>([
    ...[...standard.sets, INSTITUTION_SET].map(
      ({ id, name }) => [id, { name, set: true }] as const,
    ),
    ...standard.domains.map(({ id, name }) => [id, { name, set: false }] as const),
  ]);
}

/**
 * What the standard has for a sort of publisher, before anybody changes it: for a county the domains'
 * catalogues, for a town the example of one, for an institution its trade's list, and the sets' rows.
 *
 * @param sector of an institution, the id of its trade
 */
export function templateOf(standard: Standard, sort: PublisherSort, sector?: string): Item[] {
  // 管委 discloses what departments do (2019清单第82项), and its own contents beside.
  const sorts: PublisherSort[] = sort === 'park' ? ['unit', 'park'] : [sort];
  const sets = standard.sets.flatMap(({ items, for: all }) =>
    items.filter(({ for: some = all }) => sorts.some((one) => some.includes(one))),
  );
  return [...sets, ...ownTemplate(standard, sort, sector)];
}

function ownTemplate(standard: Standard, sort: PublisherSort, sector: string | undefined): Item[] {
  switch (sort) {
    case 'county':
      return standard.catalogue.flatMap(({ items }) => items);
    case 'town':
      return standard.township.items;
    case 'institution':
      return standard.institutions.sectors.find(({ id }) => id === sector)?.items ?? [];
    default:
      return [];
  }
}
