import type { Setting } from '@columns/import/core';

/** A file that the officer has chosen; its path begins with the folder that was chosen, where one was. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the worker is asked for. */
export type Task =
  | { readonly task: 'clip'; readonly html: string; readonly id: string }
  | {
      readonly task: 'fill';
      readonly files: readonly ChosenFile[];
      readonly setting: Setting;
      /** The day that is taken where a file tells of none. */
      readonly today: string;
    };

/** What was copied, in our dialect. */
export interface ClipMade {
  readonly text: string;
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What could not be taken along, in words. */
  readonly told: readonly string[];
}

/** An entry as the import makes it of a file. */
export interface EntryMade {
  /** The file that it was made of. */
  readonly from: string;
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** The entry's own file: head and text. */
  readonly head: string;
  /** Its table, where it has one. */
  readonly csv?: string;
  /** Pictures and attachments, by the names under which the entry knows them. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What was found, guessed, changed and left out, in words. */
  readonly remarks: readonly { readonly sort: string; readonly text: string }[];
  /** 对账, in characters; nothing for files that nobody counts. */
  readonly balance?: {
    readonly source: number;
    readonly inEntry: number;
    readonly leftOut: number;
    readonly unhandled: number;
  };
}

export interface FillMade {
  readonly entries: readonly EntryMade[];
  /** Files that no entry could be made of, each with what to do. */
  readonly refused: readonly {
    readonly from: string;
    readonly why: string;
    readonly mend: string;
  }[];
}

export type Answered =
  | { readonly number: number; readonly made: ClipMade | FillMade }
  | { readonly number: number; readonly failed: string };
