import type { PublisherSort } from '@columns/standard';
import { publisherSorts } from '@columns/standard';
import type { GroupFigures } from './figures.ts';

/** Figures of one catalogue, or of those of several publishers together. */
export interface CatalogueSum {
  readonly id: string;
  readonly name: string;
  readonly publishers: number;
  readonly items: number;
  /** Items that have something, judged or not. */
  readonly published: number;
  /** Items that their publishers are held to, and those of them that are blank. */
  readonly due: number;
  readonly missing: number;
}

type Summed = Pick<GroupFigures, 'items' | 'counts'> & { readonly published: number };

const SUMMED = ['publishers', 'items', 'published', 'due', 'missing'] as const;

/** “1+26+4”: the county's base set and its domains, then every sort of publisher that there is. */
export function catalogueSums(
  publishers: readonly (Summed & { readonly sort: PublisherSort })[],
  domains: Summed & { readonly names: number },
): CatalogueSum[] {
  const [county, ...others] = publishers;
  const sorts = [...new Set(others.map(({ sort }) => sort))];
  return [
    sumOf('base', '县区主动公开基本目录', county ? [county] : []),
    { ...sumOf('domains', '县区各领域标准目录', [domains]), publishers: domains.names },
    ...sorts.map((sort) =>
      sumOf(
        sort,
        publisherSorts[sort],
        others.filter((each) => each.sort === sort),
      ),
    ),
  ];
}

function sumOf(id: string, name: string, list: readonly Summed[]): CatalogueSum {
  const each = list.map(({ items, published, counts }) => ({
    ...{ id, name, publishers: 1, items, published },
    ...{ due: items - counts.unconfirmed, missing: counts.empty },
  }));
  return addSums(id, name, each);
}

/** Several sums as one; in the order of the first county that has each. */
export function sumCatalogues(counties: readonly (readonly CatalogueSum[])[]): CatalogueSum[] {
  const all = counties.flat();
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) =>
    addSums(
      id,
      name,
      all.filter((one) => one.id === id),
    ),
  );
}

function addSums(id: string, name: string, sums: readonly CatalogueSum[]): CatalogueSum {
  const total = { publishers: 0, items: 0, published: 0, due: 0, missing: 0 };
  for (const sum of sums) for (const key of SUMMED) total[key] += sum[key];
  return { id, name, ...total };
}
