/** Which results stand first, and how many there are of each kind. */
import { type Facts, type Filters, KIND, TOWN } from '../document.ts';
import type { Found, SearchPart } from './part.ts';
import type { FilterValue, SortOrder } from './protocol.ts';

/** A document in which every term stands. */
export interface Hit {
  bundle: number;
  site: string | undefined;
  part: SearchPart;
  /** Of the part in its bundle. */
  order: number;
  document: number;
  /** What each term found, in the order of the query. */
  found: Found[];
  ended: boolean;
  /** Not valid any more, or minor. */
  behind: boolean;
  /** Lower is better. */
  rank: number;
  /** Days since 1970. */
  date: number;
  facts: Facts;
}

/**
 * 0 for a document whose title is the query; then for each term one step where it stands in a heading
 * instead of the title, and one more each in a fact, the text, an attachment. A
 * year beside other words counts by the document's own date, in days since 1970.
 */
export function rankOf(
  found: readonly Found[],
  terms: readonly string[],
  title: number,
  date = 0,
): number {
  // A year is no matter: it says of when, and stands in many a title.
  const zones = found.reduce((sum, { zone }, at) => {
    const year = YEAR_ASKED.exec(terms[at] ?? '')?.[1];
    if (year === undefined || terms.length === 1) return sum + zone;
    return sum + (year === yearOf(date) ? 0 : 3);
  }, 0);
  const asked = terms.reduce((sum, term) => sum + Array.from(term).length, 0);
  return zones === 0 && asked === title ? 0 : zones + 1;
}

const YEAR_ASKED = /^((?:19|20)\d\d)年?度?$/u;

function yearOf(date: number): string {
  return String(new Date(date * 86_400_000).getUTCFullYear());
}

/** Kinds by what somebody looks for who wants something done. */
const KINDS: Readonly<Record<string, number>> = { 办事指南: 0, 政策文件: 1 };
/** What holds many matters. A table of bureaus has the name of every service, and is none. */
const VOLUMES = new Set(['名录清单', '任务清单', '政府公报', '政府信息公开年报']);
const OTHERS = 2;

function kindOf({ facts, document }: Hit): string {
  const values = facts.filters[KIND];
  const own = values?.of[document];
  return (typeof own === 'number' && values?.values[own]) || '';
}

function isNamed({ found }: Hit): boolean {
  return found.every(({ zone }) => zone === 0);
}

/** A volume that only mentions the words. */
function mentions(hit: Hit): boolean {
  return VOLUMES.has(kindOf(hit)) && !isNamed(hit);
}

function kindOrder(hit: Hit): number {
  const kind = kindOf(hit);
  if (VOLUMES.has(kind)) return OTHERS + 1;
  // The rules themselves stand before what explains them; a long plan that only mentions a word does not.
  return kind === '政策文件' && !isNamed(hit) ? OTHERS : (KINDS[kind] ?? OTHERS);
}

/** What is of one town says nothing to those who live elsewhere; who names the town has only such. */
function isLocal({ facts, document }: Hit): boolean {
  const own = facts.filters[TOWN]?.of[document] ?? -1;
  return typeof own === 'number' ? own >= 0 : own.length > 0;
}

/** The very title is what was asked for, but not where it has ended and another follows it. */
function rankIn({ rank, behind }: Hit): number {
  return rank === 0 && behind ? 1 : rank;
}

/**
 * By rank, volumes that only mention the words behind all others. Among equals the still valid, then guides,
 * policies so called, others and volumes; what is for the whole county before what is for one town; titles that
 * begin with the query (关于…的解读 has it too, but later); then the newest; the same in whatever order parts arrive.
 */
export function inOrder(hits: Hit[], sort: SortOrder): Hit[] {
  const newest = (a: Hit, b: Hit) =>
    b.date - a.date || a.bundle - b.bundle || a.order - b.order || a.document - b.document;
  if (sort === 'date') return hits.sort(newest);
  return hits.sort(
    (a, b) =>
      Number(mentions(a)) - Number(mentions(b)) ||
      rankIn(a) - rankIn(b) ||
      Number(a.behind) - Number(b.behind) ||
      kindOrder(a) - kindOrder(b) ||
      Number(isLocal(a)) - Number(isLocal(b)) ||
      Number(begins(b)) - Number(begins(a)) ||
      newest(a, b),
  );
}

function begins({ found }: Hit): boolean {
  return found.some((each) => each.begins);
}

export interface Narrowed {
  hits: Hit[];
  filters: Record<string, FilterValue[]>;
}

/** Filters that the client knows without their standing in the index. */
const YEAR = 'year';
const SITE = 'county';

/**
 * Keeps the hits that pass all filters, and counts each filter's values as the others leave them.
 * @param filters of the parts that these hits are in
 */
export function narrow(
  hits: readonly Hit[],
  wanted: Readonly<Record<string, string>>,
  filters: ReadonlyMap<SearchPart, Filters>,
): Narrowed {
  const active = Object.entries(wanted).filter(([, value]) => value !== '');
  const counts = new Map<string, Map<string, number>>();
  const kept: Hit[] = [];
  for (const hit of hits) {
    const values = valuesOf(hit, filters.get(hit.part) ?? {});
    const failed = active.filter(([name, value]) => !values[name]?.includes(value));
    if (failed.length === 0) kept.push(hit);
    if (failed.length > 1) continue;
    const [only] = failed;
    for (const [name, own] of Object.entries(values)) {
      if (only !== undefined && only[0] !== name) continue;
      for (const value of own) count(counts, name, value);
    }
  }
  const lists = [...counts].map(([name, values]) => [name, listed(name, values)] as const);
  return { hits: kept, filters: Object.fromEntries(lists) };
}

function valuesOf({ document, date, site }: Hit, filters: Filters): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  if (date !== 0) values[YEAR] = [yearOf(date)];
  if (site !== undefined) values[SITE] = [site];
  for (const [name, { values: names, of }] of Object.entries(filters)) {
    const own = of[document] ?? -1;
    const ids = typeof own === 'number' ? [own] : own;
    values[name] = ids.flatMap((id) => names[id] ?? []);
  }
  return values;
}

function count(counts: Map<string, Map<string, number>>, name: string, value: string): void {
  const values = counts.get(name) ?? new Map<string, number>();
  counts.set(name, values.set(value, (values.get(value) ?? 0) + 1));
}

function listed(name: string, values: ReadonlyMap<string, number>): FilterValue[] {
  const list = [...values].map(([value, count]) => ({ value, count }));
  if (name === YEAR) return list.sort((a, b) => Number(b.value) - Number(a.value));
  return list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
