import type { ListedEntry } from '../entry-list.ts';

/** What a preview is drawn of. */
export interface Ask {
  readonly county: string;
  /** Texts of the county's own files, by name. */
  readonly countyFiles: Readonly<Record<string, string>>;
  /** The entry's own files as they would be saved; the first is the entry's. */
  readonly own: readonly { readonly path: string; readonly raw: string }[];
  /** What lies in the entry's folder, or will; sizes in bytes, as far as they are known. */
  readonly beside: readonly { readonly name: string; readonly size?: number }[];
  /** The other entries, as far as the column's open data tells of them. */
  readonly others: readonly ListedEntry[];
  /** What stands before every column's address; starts and ends with `/`. */
  readonly prefix: string;
  /** Origin of the site, where pages have a code with their address. */
  readonly site?: string;
}

/** The main part of the entry's page. */
export interface Drawn {
  readonly html: string;
  /** The county's colour in place of the theme's. */
  readonly accent?: string;
  /** Where the page will stand; files of the entry stand below. */
  readonly address: string;
}

/** What goes to the thread, and what comes back. */
export interface Asked {
  readonly number: number;
  readonly ask: Omit<Ask, 'others'>;
  /** Only when they are others than before: there may be ten thousand. */
  readonly others?: Ask['others'];
}
export type Answered = { readonly number: number } & (
  | { readonly drawn: Drawn }
  /** Why there is no page, in Chinese. */
  | { readonly told: string }
);
