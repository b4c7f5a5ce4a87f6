/** What is shown beside exact results. A module of its own, loaded when they are there. */
import { directRows, nearestDomain, officeOf } from '../near/direct.ts';
import type { Bundle } from './bundle.ts';
import { type Asker, keyOf, NEAR_SHOWN, type NearHit, nearHits } from './near.ts';
import type { DirectResult, SearchAnswer } from './protocol.ts';
import type { Hit } from './ranking.ts';

export { suggestions } from '../near/suggest.ts';

/** Pages shown above the results. */
const DIRECT_SHOWN = 3;

type Bundles = readonly (Bundle | undefined)[];

/** The pages that a query names, of all bundles. */
export async function directOf(bundles: Bundles, query: string): Promise<DirectResult[]> {
  const all = bundles.map(async (bundle, index) => {
    if (bundle === undefined) return [];
    const [rows, words] = await Promise.all([bundle.direct(), bundle.words()]);
    return directRows(query, rows, words).map((row) => ({ ...row, bundle: index }));
  });
  return (await Promise.all(all)).flat().slice(0, DIRECT_SHOWN);
}

/** Documents near a query, of all bundles. */
export async function nearOf(
  bundles: Bundles,
  query: string,
  exact: readonly Hit[],
  places: readonly Pick<Hit, 'part' | 'order' | 'bundle' | 'site'>[],
  match: Asker['match'],
): Promise<NearHit[]> {
  const known = new Set(exact.map(keyOf));
  const answers = bundles.map(async (bundle, index) => {
    if (bundle === undefined) return [];
    const parts = places
      .filter((place) => place.bundle === index)
      .map(({ part, order, site }) => ({ part, place: { order, site, bundle: index } }));
    return nearHits(query, await bundle.words(), { parts, match }, known);
  });
  return (await Promise.all(answers)).flat().slice(0, NEAR_SHOWN);
}

/** Where nothing at all was found, the domain to go on from, and who answers for it. */
export async function goOnFrom(
  bundles: Bundles,
  query: string,
): Promise<Pick<SearchAnswer, 'nearest' | 'office'>> {
  for (const [index, bundle] of bundles.entries()) {
    if (bundle === undefined) continue;
    const rows = await bundle.direct();
    const nearest = nearestDomain(query, rows, await bundle.words());
    if (nearest === undefined) continue;
    const office = officeOf(nearest, rows);
    return {
      nearest: { ...nearest, bundle: index },
      ...(office && { office: { ...office, bundle: index } }),
    };
  }
  return {};
}
