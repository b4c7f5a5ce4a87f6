/** What the page and its worker say to each other, and what an answer looks like. */
import type { DirectRow } from '../direct.ts';
import type { SearchErrorCode } from './errors.ts';
import type { MarkedText } from './marks.ts';

/** One document that was found. Plain text only: nothing here may be used as HTML. */
export interface SearchResult {
  /** As it stands in the index: an absolute path, or relative to the column's base. */
  url: string;
  title: MarkedText;
  excerpt: MarkedText;
  /** The excerpt stands on a further page, not at `url`. */
  elsewhere: boolean;
  /** `YYYY-MM-DD` */
  date: string;
  /** Where the page is filed, to be shown. */
  path: string;
  /** Everything the index holds about the page, `site` included if it was named. */
  meta: Record<string, string>;
  /** Not valid any more. */
  ended: boolean;
  /** Further pages of the document in which a term stands, such as a register's rows; at most 20. */
  pages: { url: string; label: string }[];
  /** Which of the bundles that were asked holds it. */
  bundle: number;
}

/** A document that does not have what was typed, but something near. */
export interface NearResult extends SearchResult {
  /** What was asked instead: 也查了 … */
  also: string;
}

/** A page that is itself what was asked for. */
export interface DirectResult extends DirectRow {
  bundle: number;
}

/** A value of a filter and how many of the results have it, all other filters applied. */
export interface FilterValue {
  value: string;
  count: number;
}

/** 相关度 or 日期. */
export type SortOrder = 'relevance' | 'date';

export interface SearchAnswer {
  /** Documents found altogether, filters applied. */
  total: number;
  results: SearchResult[];
  /** The query was longer than is asked; only its beginning counts. */
  shortened: boolean;
  /** Parts of the index are still to come: `total` can rise. */
  growing: boolean;
  /** For each filter its values, the most frequent first; years the newest first. */
  filters: Record<string, FilterValue[]>;
  /** Where `near` was asked for and little was found: what is near. Nothing of it is in `results`. */
  near: NearResult[];
  /** Where `near` was asked for: pages that the query names. */
  direct: DirectResult[];
  /** Where nothing at all was found: the domain to go on from, if one is near. */
  nearest?: DirectResult;
  /** The unit that answers for that domain. */
  office?: DirectResult;
  /** Sites whose index did not arrive, where several are searched. */
  missing: string[];
  /** Something of what is near or direct did not arrive; the results are whole. */
  unread: boolean;
}

export interface AskOptions {
  /** How many results are wanted (10). */
  limit?: number;
  /** How many to pass over (0). */
  offset?: number;
  /** The values that results must have, by the filter's name. */
  filters?: Readonly<Record<string, string>>;
  sort?: SortOrder;
  /** Which one of the columns is asked, by its number; all of them (and their results together) without. */
  column?: number;
  /** Whether to answer from near words, too (false). */
  near?: boolean;
  /** Gets an answer of the parts that are there while others are still to come. */
  onProgress?: (answer: SearchAnswer) => void;
}

/** One index to ask. */
export interface BundleAddress {
  /** Address of the folder that `buildIndex` wrote; relative ones count from the page. */
  path: string;
  /** What to call it when it does not arrive and therefore cannot say so itself. */
  name?: string;
}

interface Asking {
  id: number;
  bundles: BundleAddress[];
}

export interface WorkerRequest extends Asking {
  query: string;
  limit: number;
  offset: number;
  filters: Readonly<Record<string, string>>;
  sort: SortOrder;
  near: boolean;
}

/** What somebody may be about to type. Of nothing: only that the index is opened. */
export interface SuggestRequest extends Asking {
  typed: string;
}

/** What will be handed over to the worker, so that it does not ask for it. */
export interface Handed {
  coming: string[];
}

/** A file that was announced; without bytes it did not arrive. */
export interface HandedFile {
  address: string;
  bytes: ArrayBuffer | undefined;
}

export type WorkerMessage = WorkerRequest | SuggestRequest | Handed | HandedFile;

export type WorkerResponse =
  | { id: number; suggestions: readonly string[] }
  | { id: number; answer: SearchAnswer }
  | { id: number; error: { code: SearchErrorCode; detail: string } };
