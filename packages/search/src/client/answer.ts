/** Answering a query from open bundles. */
import type { Filters } from '../document.ts';
import { readQuery } from '../query.ts';
import type { Bundle } from './bundle.ts';
import { SearchError } from './errors.ts';
import { bestRecord, excerpt, markTerms, mostTerms } from './marks.ts';
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
/** Results that are asked for, and shown, before the others. */
const FIRST = 1;
/** So many exact results need no near ones. */
const FEW = 3;
/** What is as long stands in few parts: an older one is asked for the rarest of its pairs first, and often no more. */
const LONG = 6;

export type Question = Omit<WorkerRequest, 'id'>;

/**
 * Finds the documents in which every term of the query stands, best first. The newest part answers
 * first, and `progress` gets an answer each time others have joined in. Of several bundles one whose files do
 * not arrive is left out and named in `missing`.
 * @param bundles those of the question; nothing where one did not arrive
 * @throws SearchError where none can be asked, or where another index has taken the place of one
 */
export async function answer(
  bundles: readonly (Bundle | undefined)[],
  question: Question,
  progress: (answer: SearchAnswer) => void,
): Promise<SearchAnswer> {
  const { terms, shortened } = readQuery(question.query);
  const base = {
    ...{ shortened, near: [] as NearResult[], direct: [] as DirectResult[] },
    ...{ missing: [] as string[], unread: false },
  };
  const lost = new Set<number>();
  const nameLost = (bundle: number) => {
    lost.add(bundle);
    const { name, path = '' } = question.bundles[bundle] ?? {};
    base.missing.push(name ?? path);
  };
  for (const [index, bundle] of bundles.entries()) if (bundle === undefined) nameLost(index);
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
  let waiting = [...places];
  let hits: Hit[] = [];
  const narrowing = Object.values(question.filters).some((value) => value !== '');
  const filters = new Map<SearchPart, Filters>();
  let counted = false;

  /** The others answer without a bundle whose files do not arrive. */
  const leaveOut = async (bundle: number, error: unknown): Promise<void> => {
    const replaced = !lost.has(bundle) && (await bundles[bundle]?.isReplaced());
    if (lost.has(bundle)) return;
    const others = bundles.some((_, index) => index !== bundle && !lost.has(index));
    if (!others || replaced) throw error;
    console.warn(error);
    nameLost(bundle);
    waiting = waiting.filter((place) => place.bundle !== bundle);
    hits = hits.filter((hit) => hit.bundle !== bundle);
  };

  const now = async (growing: boolean, most = question.limit): Promise<SearchAnswer> => {
    const narrowed =
      narrowing || counted ? narrow(hits, question.filters, filters) : { hits, filters: {} };
    const ordered = inOrder([...narrowed.hits], question.sort);
    const end = question.offset + Math.min(most, question.limit);
    const shown = ordered.slice(question.offset, end);
    const settled = await Promise.allSettled(shown.map((hit) => toResult(hit, terms)));
    for (const [at, each] of settled.entries()) {
      if (each.status === 'rejected') await leaveOut(shown[at]?.bundle ?? 0, each.reason);
    }
    const results = settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    if (results.length < shown.length) return now(growing, most);
    const { missing } = base;
    return {
      ...base,
      missing: [...missing],
      ...{ total: ordered.length, results, growing, filters: narrowed.filters },
    };
  };
  const work = async (): Promise<void> => {
    const next = waiting.shift();
    if (next === undefined) return;
    await workOn(next).catch((error: unknown) => leaveOut(next.bundle, error));
  };
  const workOn = async (next: (typeof places)[number]): Promise<void> => {
    const { part, ...place } = next;
    const found = await matching(part, terms, next !== places[0]);
    if (narrowing && found.length > 0) filters.set(part, await part.filters());
    if (lost.has(next.bundle)) return;
    for (const hit of found) hits.push({ ...hit, ...place });
  };
  /** Counts by how much results can be narrowed: a help, without which the results stand. */
  const count = async (): Promise<void> => {
    const parts = [...new Set(hits.map(({ part }) => part))];
    const load = async (part: SearchPart) => filters.set(part, await part.filters());
    await Promise.all(parts.map(load)).then(
      () => {
        counted = true;
      },
      (error: unknown) => console.warn(error),
    );
  };

  await work();
  // The first of them come alone: on a slow line whatever else is asked for would hold them up.
  if (hits.length > 0 && question.offset === 0) progress(await now(true, FIRST));
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
  // What else there is comes after, its code too.
  if (hits.length > 0 && question.near) progress(await now(true));
  const counting = count();
  const last = async () => {
    await counting;
    return now(false);
  };
  if (!question.near) return last();
  /** All this is a help: where it does not arrive, the exact results stand, and the answer says so. */
  const help = async <T>(load: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await load();
    } catch (error) {
      if (error instanceof SearchError && (await isReplaced(bundles))) throw error;
      console.warn(error);
      base.unread = true;
      return undefined;
    } finally {
      if (bundles.some((bundle) => bundle?.isLacking())) base.unread = true;
    }
  };
  const more = await help(() => import('./beyond.ts'));
  if (more === undefined) return last();
  const there = bundles.map((bundle, index) => (lost.has(index) ? undefined : bundle));

  const { query } = question;
  base.direct = (await help(() => more.directOf(there, query))) ?? [];
  if (hits.length > FEW || narrowing || question.offset > 0) return last();
  if (base.direct.length > 0) progress(await now(true));
  const near = await help(async () => {
    const found = await more.nearOf(there, query, hits, places, matching);
    return Promise.all(
      found.map(async ({ hit, terms, also }) => ({ ...(await toResult(hit, terms)), also })),
    );
  });
  base.near = near ?? [];
  const nothing = hits.length + base.near.length + base.direct.length === 0;
  const goOn = nothing && (await help(() => more.goOnFrom(there, query)));
  return { ...(await last()), ...goOn };
}

/** Whether another index has taken the place of one: then what does not arrive is looked for there. */
async function isReplaced(bundles: readonly (Bundle | undefined)[]): Promise<boolean> {
  const replaced = bundles.map((bundle) => bundle?.isReplaced());
  return (await Promise.all(replaced)).includes(true);
}

type PartHit = Omit<Hit, 'bundle' | 'order' | 'site'>;

/**
 * The documents of one part in which all terms stand.
 * @param older whether a newer part was asked before
 */
export async function matching(
  part: SearchPart,
  terms: readonly string[],
  older = false,
): Promise<PartHit[]> {
  const sparing = older && terms.some((term) => Array.from(term).length >= LONG);
  if (!sparing) part.prepare(terms);
  const { facts } = await part.load();
  const found = [];
  for (const term of terms) {
    const documents = await (sparing ? part.find(term, 0) : part.find(term));
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
      rank: rankOf(all, terms, facts.titles[document] ?? 0, part.date(document)),
      date: part.date(document),
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
  const { content = '', facts = '' } = card ?? {};
  // A fact is quoted where it says more of what was asked than the text.
  const isFact = mostTerms(facts, terms) > mostTerms(content, terms);
  const pages = new Map(
    cards.flatMap((card) => (card.label === undefined ? [] : [[card.url, card.label] as const])),
  );
  return {
    url,
    title: markTerms(title, terms),
    excerpt: isFact ? excerpt(facts, terms, '；') : excerpt(content, terms),
    elsewhere: card?.label !== undefined,
    date: meta['date'] ?? '',
    path: meta['path'] ?? '',
    meta: { ...meta, ...(site !== undefined && { site }), title },
    ended,
    pages: [...pages].map(([address, label]) => ({ url: address, label })),
    bundle,
  };
}
