/** What is asked stands in the page's address, so that a search can be sent to somebody. */
import type { SortOrder } from './protocol.ts';

export interface Asked {
  query: string;
  filters: Record<string, string>;
  sort: SortOrder;
}

/** Reads the parameters that `filters` names; all others are somebody else's. */
export function readAddress(names: Iterable<string>): Asked {
  const parameters = new URLSearchParams(location.search);
  const filters: Record<string, string> = {};
  for (const name of names) {
    const value = parameters.get(name)?.trim();
    if (value) filters[name] = value;
  }
  const sort = parameters.get('sort') === 'date' ? 'date' : 'relevance';
  return { query: parameters.get('q')?.trim() ?? '', filters, sort };
}

/**
 * Keeps whatever else stands in the address. Each query of a visit has its place in the history; what is typed
 * on at the same query has not.
 * @param before what the address says now
 * @param done whether that was asked for by the form, a choice or a suggestion, not by a pause in typing
 */
export function writeAddress(
  asked: Asked,
  before: Asked,
  names: Iterable<string>,
  done: boolean,
): void {
  const url = addressOf(asked, names);
  if (url.href === location.href) return;
  if (isTypedOn(before, asked) && !done) history.replaceState(history.state, '', url);
  else history.pushState(null, '', url);
}

/** Whether a query is another one half typed: longer, or shorter but not gone. */
function isTypedOn({ query: before }: Asked, { query }: Asked): boolean {
  if (query === '' || before === query) return false;
  return query.startsWith(before) || before.startsWith(query);
}

/** The page's address with another question in it. */
export function addressOf({ query, filters, sort }: Asked, names: Iterable<string>): URL {
  const url = new URL(location.href);
  const put = (name: string, value: string) => {
    if ((url.searchParams.get(name) ?? '').trim() === value) return;
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  };
  put('q', query);
  for (const name of names) put(name, filters[name] ?? '');
  put('sort', sort === 'date' ? 'date' : '');
  return url;
}
