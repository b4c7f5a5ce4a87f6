import type { Remark } from './remark.ts';

/*
 * What every reader makes of its file, whatever the format: paragraphs, tables and pictures in
 * order, with the few looks that carry meaning. Facts are found in it, and Markdown is written
 * from it.
 */

export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  readonly script?: 'sub' | 'sup';
  /** Struck through: it is shown, and no longer holds. */
  readonly strike?: boolean;
  /** Where the words lead, as written in the file. */
  readonly link?: string;
}

export type Inline =
  | TextRun
  | { readonly type: 'break' }
  | { readonly type: 'note'; readonly id: string }
  | { readonly type: 'picture'; readonly name: string; readonly alt: string };

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  /** Heading by style or outline: 1 is the highest. */
  readonly level?: number;
  /** The style says that this is the document's title. */
  readonly title?: boolean;
  readonly align?: 'center' | 'right';
  /** Quoted from elsewhere. */
  readonly quote?: boolean;
  /** An item of a list; `label` is what the list's numbering prints before it. */
  readonly list?: {
    readonly ordered: boolean;
    readonly depth: number;
    readonly label?: string;
    readonly number?: number;
  };
}

export interface Cell {
  /** The cell's paragraphs. */
  readonly content: readonly (readonly Inline[])[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly head?: boolean;
}

export interface Table {
  readonly type: 'table';
  /** Cells as in HTML: a spot that a span covers has none. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows at the top repeat on each page or are set as heads. */
  readonly headRows: number;
}

export type Block = Paragraph | Table;

export interface Picture {
  /** A safe ASCII file name, unique in the paper. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that a page offers for download, or shows inside itself. */
export interface OfferedFile {
  /** What the link says; the address where it says nothing. */
  readonly name: string;
  /** As the page has it. */
  readonly address: string;
  /**
   * `link`: from its text to its own site; `frame`: shown in the page; `other`: from beside its text, or by
   * a whole address, which stays a link.
   */
  readonly by: 'link' | 'frame' | 'other';
}

export interface Paper {
  readonly blocks: readonly Block[];
  /** Footnotes by the ids that the text uses. */
  readonly notes: ReadonlyMap<string, readonly Inline[]>;
  readonly pictures: readonly Picture[];
  readonly remarks: readonly Remark[];
  /** What a page offers beside its text. */
  readonly offered?: readonly OfferedFile[];
  /** Saved from a site: beside the document it may hold what the page adds of its own. */
  readonly page?: boolean;
  /** Read in part, from what (`PDF`, `旧版 Word 文件`): the text must be read over. */
  readonly draft?: string;
}
