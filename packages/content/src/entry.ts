import type { CamelKeys } from './camel.ts';
import type { Figure } from './figures.ts';
import type { FrontMatter, KindId } from './kinds/index.ts';

/** Front matter of a checked entry, keys in camelCase. `data.kind` tells which kind it is. */
export type EntryData = CamelKeys<FrontMatter>;

export interface Attachment {
  /** File name inside the entry's folder. */
  readonly file: string;
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
}

/** One disclosed thing: the checked facts of a file in `content/`, without its body (contract 8). */
export interface Entry {
  readonly id: string;
  readonly county: string;
  /** Path below `content/`, with forward slashes. */
  readonly file: string;
  readonly format: 'md' | 'mdx';
  readonly year: number;
  /** Domain id; absent when the entry belongs to no domain. */
  readonly domain?: string;
  /** `<domain>/<item>`; absent when the entry belongs to its domain as a whole. */
  readonly item?: string;
  readonly data: EntryData;
  readonly hasBody: boolean;
  /** A register's table; its rows stay in the CSV. */
  readonly table?: {
    readonly columns: readonly string[];
    readonly rows: number;
    /** The id of the form that fixes the columns. */
    readonly form?: string;
  };
  /** Amounts, time limits and telephones of an entry that has a `matter`. */
  readonly figures?: readonly Figure[];
  readonly attachments: readonly Attachment[];
  /** Every file in the entry's folder: attachments, and pictures its text shows. */
  readonly files: readonly string[];
  /** The line of each front matter field, as it is written there: for findings of later rules. */
  readonly lines: Readonly<Record<string, number>>;
  /** SHA-256 of the file's bytes, hexadecimal; empty once the entry was reduced. */
  readonly digest: string;
  /** The same of its CSV, where it has a table. */
  readonly tableDigest?: string;
  /** Set where only a part of it is left to be published (`shown.ts`). */
  readonly reducedTo?: 'header' | 'notice';
}

/** An entry whose kind is known, with the facts that only its kind has. */
export type EntryOf<K extends KindId> = Entry & { readonly data: Extract<EntryData, { kind: K }> };

/** Whether an entry is of a kind and has what only that kind has: a reduced one has not. */
export function isKind<K extends KindId>(entry: Entry, kind: K): entry is EntryOf<K> {
  return entry.data.kind === kind && entry.reducedTo === undefined;
}

/** `<year>/<id>/`: where an entry's page stands below its column's base (contract 2). */
export function addressOf(entry: Pick<Entry, 'year' | 'id'>): string {
  return `${entry.year}/${entry.id}/`;
}

/** A title where no badge can stand beside it, as in a plain table: it says itself what is not whole. */
export function plainTitle({ title, abridged }: Pick<EntryData, 'title' | 'abridged'>): string {
  return abridged === undefined ? title : `${title}（摘编）`;
}
