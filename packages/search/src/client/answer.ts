/** Answering a query from an open bundle. */
import { cutTerm, readQuery } from '../cut.ts';
import { excerpt, markTerms } from './marks.ts';
import type { Bundle, Hit, HitData } from './pagefind.ts';
import type { SearchAnswer, SearchResult, WorkerRequest } from './protocol.ts';

/** A first match that begins this early, in words, stands in the title or in what follows it. */
const TITLE_REACH = 30;

/** Finds the pages in which every term of the query stands, best first. */
export async function answer(
  bundle: Bundle,
  { query, limit, offset }: Pick<WorkerRequest, 'query' | 'limit' | 'offset'>,
): Promise<SearchAnswer> {
  const { terms, shortened } = readQuery(query);
  const hits = ranked(await matching(bundle, terms));
  const shown = await bundle.read(hits.slice(offset, offset + limit));
  const results = shown.map((data) => toResult(data, terms));
  return { total: hits.length, results, shortened, growing: false };
}

/** Each term is a phrase of its own, and Pagefind takes one phrase at a time. */
async function matching(bundle: Bundle, terms: readonly string[]): Promise<Hit[]> {
  const found: Hit[][] = [];
  for (const term of terms) {
    const hits = await bundle.find(cutTerm(term));
    if (hits.length === 0) return [];
    found.push(hits);
  }
  const [first = [], ...others] = found;
  const rest = others.map((hits) => new Set(hits.map((hit) => hit.id)));
  return first.filter((hit) => rest.every((ids) => ids.has(hit.id)));
}

/** Title first; within each step the order of the index, which is newest first. */
function ranked(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((a, b) => step(a) - step(b));
}

function step({ words }: Hit): number {
  const [place = TITLE_REACH] = words;
  if (place === 0) return 0;
  return place < TITLE_REACH ? 1 : 2;
}

function toResult({ raw_url, content, meta }: HitData, terms: readonly string[]): SearchResult {
  return {
    url: raw_url,
    title: markTerms(meta.title ?? '', terms),
    excerpt: excerpt(content, terms),
    date: meta.date ?? '',
    path: meta.path ?? '',
    meta,
  };
}
