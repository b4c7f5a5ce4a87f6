import type { PairRate } from '@columns/content';
import { rateOf } from '@columns/content';
import { z } from 'zod';
import { type CatalogueSum, sumCatalogues } from './catalogues.ts';
import type { Coverage, GroupFigures } from './figures.ts';
import { COVERAGE_STATES, type CoverageState } from './state.ts';

const count = z.int().nonnegative();
const STATES = Object.keys(COVERAGE_STATES) as CoverageState[];
const stateSchema = z.enum(STATES as [CoverageState, ...CoverageState[]]);

const groupSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  items: count,
  counts: z.record(stateSchema, count),
  score: z.number().exactOptional(),
});

const rateSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...{ total: count, done: count, late: count, missing: count },
  rate: z.number().exactOptional(),
  target: z.number().exactOptional(),
});

/** A county's coverage without its items: what stands beside other counties' figures. */
export const countyFiguresSchema = z.strictObject({
  county: z.string(),
  name: z.string(),
  demo: z.boolean(),
  asOf: z.string(),
  total: groupSchema,
  domains: z.array(groupSchema),
  catalogues: z.array(
    z.strictObject({
      ...{ id: z.string(), name: z.string() },
      ...{ publishers: count, items: count, published: count, due: count, missing: count },
    }),
  ),
  rates: z.array(rateSchema),
});

export type CountyFigures = z.infer<typeof countyFiguresSchema>;

export function countyFigures({
  county,
  name,
  demo,
  asOf,
  total,
  domains,
  catalogues,
  rates,
}: Coverage): CountyFigures {
  return {
    ...{ county, name, demo, asOf, total, domains: [...domains], catalogues: [...catalogues] },
    // The list behind a rate stands on the county's own pages.
    rates: rates.map(({ unkept: _, ...rate }) => rate),
  };
}

/**
 * Several counties as one. Each keeps its own weights and thresholds: the sum's score is what the mean over
 * all judged items comes to, so that a county with more items counts for more.
 */
export function sumFigures(
  id: string,
  name: string,
  groups: readonly GroupFigures[],
): GroupFigures {
  const counts = Object.fromEntries(
    STATES.map((state) => [state, groups.reduce((sum, group) => sum + group.counts[state], 0)]),
  ) as Record<CoverageState, number>;
  const items = groups.reduce((sum, group) => sum + group.items, 0);
  const judged = items - counts.unconfirmed;
  const points = groups.reduce(
    (sum, group) => sum + (group.score ?? 0) * (group.items - group.counts.unconfirmed),
    0,
  );
  const score = judged === 0 ? {} : { score: Math.round((points / judged) * 10) / 10 };
  return { id, name, items, counts, ...score };
}

/** A group of counties with their sum; `asOf` where all are of one day. */
export interface CountiesTogether {
  readonly id: string;
  readonly name: string;
  readonly asOf?: string;
  readonly total: GroupFigures;
  /** In the order of the first county that has each. */
  readonly domains: readonly GroupFigures[];
  readonly catalogues: readonly CatalogueSum[];
  readonly rates: readonly PairRate[];
  readonly counties: readonly CountyFigures[];
}

export function together(
  id: string,
  name: string,
  counties: readonly CountyFigures[],
): CountiesTogether {
  const days = new Set(counties.map(({ asOf }) => asOf));
  const [asOf] = days;
  const all = counties.flatMap(({ domains }) => domains);
  const names = new Map(all.map((domain) => [domain.id, domain.name]));
  return {
    id,
    name,
    ...(days.size === 1 && asOf !== undefined ? { asOf } : {}),
    total: sumFigures(
      id,
      name,
      counties.map(({ total }) => total),
    ),
    domains: [...names].map(([domain, domainName]) =>
      sumFigures(
        domain,
        domainName,
        all.filter((one) => one.id === domain),
      ),
    ),
    catalogues: sumCatalogues(counties.map(({ catalogues }) => catalogues)),
    rates: sumRates(counties.flatMap(({ rates }) => rates)),
    counties,
  };
}

/** The rates of several counties as one: their counts are added, in the order of the first that has each. */
function sumRates(rates: readonly PairRate[]): PairRate[] {
  return [...new Set(rates.map(({ id }) => id))].map((id) => {
    const own = rates.filter((rate) => rate.id === id);
    const [{ name, target } = { name: '' }] = own;
    const sum = (key: 'done' | 'late' | 'missing') => own.reduce((all, rate) => all + rate[key], 0);
    const head = { id, name, ...(target === undefined ? {} : { target }) };
    return rateOf(head, { done: sum('done'), late: sum('late'), missing: sum('missing') });
  });
}
