/** What is handed in to be found, and what the browser gets to show. */
import type { Block } from './extract.ts';
import { fold } from './fold.ts';

/** Text of a page: given, or the path of a built page whose article is read when it is needed. */
export interface PageText {
  /** Texts in reading order that a match never crosses; a heading says that it is one. */
  blocks?: readonly (string | Block)[];
  /** Absolute path of an HTML file. */
  html?: string;
  /** Absolute path of a file with texts and tables, as a JSON list (`rows.ts`): those of an attachment. */
  texts?: string;
}

/** A further page of a document, such as one of a register's rows. */
export interface FurtherPage extends PageText {
  url: string;
  /** What a link to it says: `第 3 页`. */
  label: string;
  /** The name of the attachment that it is. Its words rank behind the document's own. */
  attachment?: string;
}

/** One document to be found. Whatever its number of pages, it is one result. */
export interface SearchDocument extends PageText {
  /** Address of the page: an absolute path, or relative to the `base` the search page is given. */
  url: string;
  title: string;
  /**
   * Shown with a result, not searched. `date` is `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is
   * known, and orders equal results; `dateText` is what is shown of it, where that is something else.
   */
  meta: Readonly<{ date: string; path: string } & Record<string, string>>;
  /** What people call it besides its title, such as its document number: where a block is just
   * that, it ranks like the title. */
  names?: readonly string[];
  /** The fact that says which items and domains it is listed under, as its page has it: ranks like a heading. */
  filed?: string;
  /** Words that say what it is about, its keywords: what was typed nearly right is looked for among them. */
  keywords?: readonly string[];
  /** Repealed or expired: stands behind what is still valid. */
  ended?: boolean;
  /** Says only that something is not there, such as why an item is empty: stands behind, too. */
  minor?: boolean;
  /** Values by which results can be narrowed, as they are shown: `{ domain: ['社会救助'] }`. */
  filters?: Readonly<Record<string, readonly string[]>>;
  pages?: readonly FurtherPage[];
}

/** A record's texts in their own words, and what is shown of it. One file for each record. */
export interface Card {
  /** Of the page that holds the texts. */
  url: string;
  /** Blocks, one a line, as `lines.ts` writes them. */
  content: string;
  /** What its lists of terms say, one a line: `发文字号：……`. Only with a document's first record. */
  facts?: string;
  /** Of the document; only with its first record. */
  title?: string;
  meta?: Record<string, string>;
  /** Of a further page. */
  label?: string;
  /** That page is an attachment. */
  attached?: true;
}

/** The name of a card in its stretch: by its document there, and which of its records it is. */
export function cardFile(document: number, nth: number): string {
  const name = document.toString(36);
  return `${nth === 0 ? name : `${name}-${nth}`}.pf_card`;
}

/** Where a stretch's cards stand below the index: there as long as nothing in the stretch changes. */
export function cardFolder(stretch: string): string {
  return `cards/${stretch}`;
}

/** The file of a part's facts, and that of its other filters, for which no result waits. */
export const FACTS_FILE = 'facts.pf_facts';
export const FILTERS_FILE = 'filters.pf_facts';
/** Filters by which results are ordered as well. */
export const KIND = 'kind';
export const TOWN = 'town';

/** For each filter its values, and for each document which of them it has. */
export type Filters = Record<string, { values: string[]; of: (number | number[])[] }>;

/** What ranking must know of all documents of a part at once; lists run alongside. */
export interface Facts {
  /** How many days each is older than the one before; the first: days since 1970 (`datesOf`). */
  steps: number[];
  /** Characters of each title as searched; 0 where none. */
  titles: number[];
  /** Documents that are not valid any more, and those that are minor. */
  ended: number[];
  minor: number[];
  /** Stretches of documents that follow each other: the name of each, and how many it has. */
  stretches: [key: string, count: number][];
  /** `[document, records]` for documents with more than one record. */
  records: [document: number, count: number][];
  /**
   * Only where Pagefind's own indexer wrote the words: by its name of a record, eight times the number of
   * ours and the zone of it that it is.
   */
  found?: Record<string, number>;
  /** Only `KIND` and `TOWN`. */
  filters: Filters;
}

/** Days since 1970 of each document, newest first. */
export function datesOf({ steps }: Facts): number[] {
  let date = 0;
  return steps.map((step, index) => {
    date = index === 0 ? step : date - step;
    return date;
  });
}

/** Days since 1970, to order by: one of which only the year is known counts from its beginning. */
export function daysOf(date: string): number {
  const first = `${date}-01-01`.slice(0, 'YYYY-MM-DD'.length);
  const days = Date.parse(`${first}T00:00:00Z`) / 86_400_000;
  return Number.isFinite(days) ? days : 0;
}

/** Without a first heading that only says the title again. */
export function withoutTitle(title: string, blocks: readonly Block[]): readonly Block[] {
  const [first] = blocks;
  return first !== undefined && fold(first.text) === fold(title) ? blocks.slice(1) : blocks;
}
