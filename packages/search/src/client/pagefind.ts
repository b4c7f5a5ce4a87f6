/** Pagefind's own client, as far as we use it. It is part of each bundle and is loaded from there. */
import { SearchError } from './errors.ts';

/** One document that was found; `words` are the places of its first match, counted in words. */
export interface Hit {
  id: string;
  words: number[];
  data(): Promise<HitData>;
}

export interface HitData {
  raw_url: string;
  content: string;
  meta: Record<string, string>;
}

interface PagefindModule {
  createInstance(options: { basePath: string; baseUrl: string }): {
    search(term: string): Promise<{ results: Hit[] }>;
  };
}

/** A bundle that is open. Whatever does not arrive is thrown as a `SearchError`. */
export interface Bundle {
  /** Documents with these words in this order, in the order of the index. */
  find(phrase: string): Promise<Hit[]>;
  /** What to show of the documents that were found. */
  read(hits: readonly Hit[]): Promise<HitData[]>;
}

/**
 * Opens the bundle at an address that ends in a slash. To be called in a worker: on a page
 * Pagefind would take the language from `<html lang>` and cut the query once more; here there is
 * no document, and the query stays as we cut it.
 */
export async function openBundle(bundlePath: string): Promise<Bundle> {
  const lost = watchFetch();
  const code = `${bundlePath}pagefind.js`;
  const module: PagefindModule = await import(/* @vite-ignore */ code).catch((error: unknown) => {
    throw new SearchError('unavailable', error);
  });
  const client = module.createInstance({ basePath: bundlePath, baseUrl: '/' });

  async function whole<T>(work: Promise<T>): Promise<T> {
    const result = await work.catch((error: unknown) => {
      throw new SearchError(lost.count > 0 ? 'unavailable' : 'unsupported', error);
    });
    if (lost.count > 0) throw new SearchError('unavailable');
    return result;
  }

  return {
    async find(phrase) {
      const answer = client.search(`"${phrase}"`).catch(noneIfEmpty);
      return (await whole(answer)).results;
    },
    read: (hits) => whole(Promise.all(hits.map((hit) => hit.data()))),
  };
}

/** A column without entries has an index without a language, which Pagefind takes for broken. */
function noneIfEmpty(error: unknown): { results: Hit[] } {
  if (String(error).includes('No language indexes found')) return { results: [] };
  throw error;
}

/** Pagefind only logs a part that did not load, and finds less. So the worker counts what is lost. */
function watchFetch(): { count: number } {
  const lost = { count: 0 };
  const fetchOriginal = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await fetchOriginal(...request).catch((error: unknown) => {
      lost.count += 1;
      throw error;
    });
    if (!response.ok) lost.count += 1;
    return response;
  };
  return lost;
}
