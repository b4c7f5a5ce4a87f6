import type { PublisherSort } from '@columns/standard';
import { groupBy, publisherSorts } from '@columns/standard';
import { z } from 'zod';
import { count, type GroupFigures, judgedOf } from './group.ts';

const SUMMED = {
  publishers: count,
  items: count,
  /** Items that have something, judged or not. */
  published: count,
  /** Items that their publishers are held to, and those of them that are blank. */
  due: count,
  missing: count,
} as const;

/** Figures of one catalogue, or of those of several publishers together. */
export const catalogueSumSchema = z.strictObject({ id: z.string(), name: z.string(), ...SUMMED });

export type CatalogueSum = Readonly<z.infer<typeof catalogueSumSchema>>;

type Summed = Pick<GroupFigures, 'items' | 'counts'> & { readonly published: number };

/** “1+26+4”: the county's base set and its domains, then every sort of publisher that there is. */
export function catalogueSums(
  publishers: readonly (Summed & { readonly sort: PublisherSort })[],
  domains: Summed & { readonly names: number },
): CatalogueSum[] {
  const [county, ...others] = publishers;
  const sumOf = (id: string, name: string, list: readonly Summed[]) =>
    addSums(id, name, list.map(ofOne));
  return [
    sumOf('base', '县区主动公开基本目录', county ? [county] : []),
    { ...sumOf('domains', '县区各领域标准目录', [domains]), publishers: domains.names },
    ...[...groupBy(others, ({ sort }) => sort)].map(([sort, list]) =>
      sumOf(sort, publisherSorts[sort], list),
    ),
  ];
}

function ofOne({ items, published, counts }: Summed): Omit<CatalogueSum, 'id' | 'name'> {
  return { publishers: 1, items, published, due: judgedOf(counts), missing: counts.empty };
}

/** Several sums as one. */
export function addSums(
  id: string,
  name: string,
  sums: readonly Omit<CatalogueSum, 'id' | 'name'>[],
): CatalogueSum {
  const total = { publishers: 0, items: 0, published: 0, due: 0, missing: 0 };
  for (const sum of sums)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += sum[key];
  return { id, name, ...total };
}
