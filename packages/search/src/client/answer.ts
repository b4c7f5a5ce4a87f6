/** Answering a query from open bundles. */
import { directRows, nearestDomain } from '../near/direct.ts';
import { readQuery } from '../query.ts';
import type { Bundle } from './bundle.ts';
import { bestRecord, excerpt, markTerms } from './marks.ts';
import { type Asker, keyOf, NEAR_SHOWN, nearHits } from './near.ts';
import type { SearchPart } from './part.ts';
import type {
  DirectResult,
  NearResult,
  SearchAnswer,
  SearchResult,
  WorkerRequest,
} from './protocol.ts';
import { type Hit, inOrder, narrow, rankOf } from './ranking.ts';

/** Parts that are loaded at a time, after the newest has answered. */
const LANES = 3;
/** Links to further pages that one result shows. */
const PAGES = 20;

/** Pages shown above the results. */
const DIRECT_SHOWN = 3;
/** So many exact results need no near ones. */
const FEW = 3;

export type Question = Omit<WorkerRequest, 'id' | 'bundles'>;

/**
 * Finds the documents in which every term of the query stands, best first. The newest part answers
 * first, and `progress` gets an answer each time others have joined in.
 * @param bundles nothing where a bundle did not arrive
 */
export async function answer(
  bundles: readonly (Bundle | undefined)[],
  question: Question,
  progress: (answer: SearchAnswer) => void,
): Promise<SearchAnswer> {
  const { terms, shortened } = readQuery(question.query);
  const base = { shortened, near: [] as NearResult[], direct: [] as DirectResult[], missing: [] };
  if (terms.length === 0) return { ...base, total: 0, results: [], growing: false, filters: {} };
  const places = bundles
    .flatMap((bundle, index) =>
      (bundle?.parts ?? []).map((each, order) => ({
        ...each,
        order,
        bundle: index,
        site: bundle?.site,
      })),
    )
    .sort((a, b) => b.newest - a.newest);
  const waiting = [...places];
  const hits: Hit[] = [];

  const now = async (growing: boolean): Promise<SearchAnswer> => {
    const narrowed = narrow(hits, question.filters);
    const ordered = inOrder(narrowed.hits, question.sort);
    const shown = ordered.slice(question.offset, question.offset + question.limit);
    const results = await Promise.all(shown.map((hit) => toResult(hit, terms)));
    return { ...base, total: ordered.length, results, growing, filters: narrowed.filters };
  };
  const work = async (): Promise<void> => {
    const next = waiting.shift();
    if (next === undefined) return;
    const { part, ...place } = next;
    for (const hit of await matching(part, terms)) hits.push({ ...hit, ...place });
  };

  await work();
  let told = -1;
  const lane = async () => {
    while (waiting.length > 0) {
      if (hits.length !== told) {
        told = hits.length;
        progress(await now(true));
      }
      await work();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (!question.near) return now(false);
  // What else there is comes after: on a slow line its files would hold up the exact results.
  if (hits.length > 0) progress(await now(true));
  base.direct = await directOf(bundles, question.query);
  const narrowed = Object.values(question.filters).some((value) => value !== '');
  if (hits.length > FEW || narrowed || question.offset > 0) return now(false);
  if (base.direct.length > 0) progress(await now(true));
  base.near = await near(bundles, question.query, hits, places);
  const nothing = hits.length + base.near.length + base.direct.length === 0;
  const nearest = nothing ? await nearestOf(bundles, question.query) : undefined;
  return { ...(await now(false)), ...(nearest !== undefined && { nearest }) };
}

type Bundles = readonly (Bundle | undefined)[];

/** The pages that a query names, of all bundles. */
async function directOf(bundles: Bundles, query: string): Promise<DirectResult[]> {
  const all = bundles.map(async (bundle, index) => {
    if (bundle === undefined) return [];
    const [rows, words] = await Promise.all([bundle.direct(), bundle.words()]);
    return directRows(query, rows, words).map((row) => ({ ...row, bundle: index }));
  });
  return (await Promise.all(all)).flat().slice(0, DIRECT_SHOWN);
}

async function near(
  bundles: Bundles,
  query: string,
  exact: readonly Hit[],
  places: readonly (Pick<Hit, 'part' | 'order' | 'bundle' | 'site'> & { newest: number })[],
): Promise<NearResult[]> {
  const known = new Set(exact.map(keyOf));
  const answers = bundles.map(async (bundle, index) => {
    if (bundle === undefined) return [];
    const parts = places
      .filter((place) => place.bundle === index)
      .map(({ part, order, site }) => ({ part, place: { order, site, bundle: index } }));
    return nearHits(query, await bundle.words(), { parts, match: matching } satisfies Asker, known);
  });
  const hits = (await Promise.all(answers)).flat().slice(0, NEAR_SHOWN);
  return Promise.all(
    hits.map(async ({ hit, terms, also }) => ({ ...(await toResult(hit, terms)), also })),
  );
}

/** Where nothing at all was found, the domain to go on from. */
async function nearestOf(bundles: Bundles, query: string): Promise<DirectResult | undefined> {
  for (const [index, bundle] of bundles.entries()) {
    if (bundle === undefined) continue;
    const row = nearestDomain(query, await bundle.direct(), await bundle.words());
    if (row !== undefined) return { ...row, bundle: index };
  }
  return undefined;
}

type PartHit = Omit<Hit, 'bundle' | 'order' | 'site'>;

/** The documents of one part in which all terms stand. Pagefind takes one phrase at a time. */
export async function matching(part: SearchPart, terms: readonly string[]): Promise<PartHit[]> {
  part.prepare(terms);
  const { facts } = await part.load();
  const found = [];
  for (const term of terms) {
    const documents = await part.find(term);
    if (documents.size === 0) return [];
    found.push(documents);
  }
  const hits: PartHit[] = [];
  for (const document of found[0]?.keys() ?? []) {
    const all = found.flatMap((documents) => documents.get(document) ?? []);
    if (all.length < terms.length) continue;
    hits.push({
      part,
      document,
      found: all,
      facts,
      ended: part.isEnded(document),
      behind: part.isEnded(document) || part.isMinor(document),
      rank: rankOf(all, terms, facts.titles[document] ?? 0, facts.dates[document]),
      date: facts.dates[document] ?? 0,
    });
  }
  return hits;
}

async function toResult(hit: Hit, terms: readonly string[]): Promise<SearchResult> {
  const { part, found, bundle, site, ended } = hit;
  const first = part.firstRecord(hit.document);
  const quoted = bestRecord(found);
  const further = [...new Set(found.flatMap(({ records }) => records))].filter((r) => r !== first);
  const wanted = [...new Set([first, quoted, ...further.sort((a, b) => a - b).slice(0, PAGES)])];
  const cards = await Promise.all(wanted.map((record) => part.card(record)));
  const { url = '', title = '', meta = { date: '', path: '' } } = cards[0] ?? {};
  const card = cards[wanted.indexOf(quoted)];
  const inText = excerpt(card?.content ?? '', terms);
  const inFacts = excerpt(card?.facts ?? '', terms);
  const pages = new Map(
    cards.flatMap((card) => (card.label === undefined ? [] : [[card.url, card.label] as const])),
  );
  return {
    url,
    title: markTerms(title, terms),
    // A fact is quoted where the text has nothing to show.
    excerpt: inText.marks.length === 0 && inFacts.marks.length > 0 ? inFacts : inText,
    elsewhere: card?.label !== undefined,
    date: meta['date'] ?? '',
    path: meta['path'] ?? '',
    meta: { ...meta, ...(site !== undefined && { site }), title },
    ended,
    pages: [...pages].map(([address, label]) => ({ url: address, label })),
    bundle,
  };
}
