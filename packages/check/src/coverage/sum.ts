import type { PairRate } from '@columns/content';
import { rateOf } from '@columns/content';
import { z } from 'zod';
import { addSums, catalogueSumSchema } from './catalogues.ts';
import type { Coverage } from './figures.ts';
import { count, groupSchema, sumById, sumFigures } from './group.ts';
import type { Measures } from './measures.ts';

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
  /** What the machine counts of the work, for the assessment of the level above. */
  measures: z.record(z.string(), z.number()),
  domains: z.array(groupSchema).readonly(),
  catalogues: z.array(catalogueSumSchema).readonly(),
  rates: z.array(rateSchema).readonly(),
});

export type CountyFigures = z.infer<typeof countyFiguresSchema>;

export function countyFigures(coverage: Coverage, measures: Measures): CountyFigures {
  const { county, name, demo, asOf, total, domains, catalogues } = coverage;
  // The list behind a rate stands on the county's own pages.
  const rates = coverage.rates.map(({ unkept: _, ...rate }) => rate);
  return { county, name, demo, asOf, total, domains, catalogues, rates, measures };
}

/** A group of counties with their sum; `asOf` where all are of one day. */
export type CountiesTogether = ReturnType<typeof together>;

export function together(id: string, name: string, counties: readonly CountyFigures[]) {
  const [asOf, ...others] = new Set(counties.map((county) => county.asOf));
  const totals = counties.map(({ total }) => total);
  return {
    ...{ id, name, ...(asOf !== undefined && others.length === 0 ? { asOf } : {}) },
    total: sumFigures(id, name, totals),
    domains: sumById(
      counties.map(({ domains }) => domains),
      sumFigures,
    ),
    catalogues: sumById(
      counties.map(({ catalogues }) => catalogues),
      addSums,
    ),
    rates: sumById(
      counties.map(({ rates }) => rates),
      sumRates,
    ),
    counties,
  };
}

/** A rate of several counties: their counts are added. */
function sumRates(id: string, name: string, rates: readonly PairRate[]): PairRate {
  const target = rates[0]?.target;
  const sum = (key: 'done' | 'late' | 'missing') => rates.reduce((all, rate) => all + rate[key], 0);
  const head = { id, name, ...(target === undefined ? {} : { target }) };
  return rateOf(head, { done: sum('done'), late: sum('late'), missing: sum('missing') });
}
