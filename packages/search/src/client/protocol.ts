/** What the page and its worker say to each other, and what an answer looks like. */
import type { SearchErrorCode } from './errors.ts';
import type { MarkedText } from './marks.ts';

/** One page that was found. Plain text only: nothing here may be used as HTML. */
export interface SearchResult {
  /** As it stands in the index: an absolute path, or relative to the column's base. */
  url: string;
  title: MarkedText;
  excerpt: MarkedText;
  /** `YYYY-MM-DD` */
  date: string;
  /** Where the page is filed, to be shown. */
  path: string;
  /** Everything the index holds about the page, `site` included if it was named. */
  meta: Record<string, string>;
}

export interface SearchAnswer {
  /** Pages found altogether. */
  total: number;
  results: SearchResult[];
  /** The query was longer than is asked; only its beginning counts. */
  shortened: boolean;
  /** Parts of the index are still to come: `total` can rise. */
  growing: boolean;
}

export interface AskOptions {
  /** How many results are wanted (10). */
  limit?: number;
  /** How many to pass over (0). */
  offset?: number;
}

export interface WorkerRequest {
  id: number;
  bundlePath: string;
  query: string;
  limit: number;
  offset: number;
}

export type WorkerResponse =
  | { id: number; answer: SearchAnswer }
  | { id: number; error: { code: SearchErrorCode; detail: string } };
