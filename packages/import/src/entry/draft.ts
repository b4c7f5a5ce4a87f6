import type { KindId } from '@columns/content';
import type { Balance } from '../balance/balance.ts';
import type { Facts } from '../facts/facts.ts';
import type { Remark } from '../failure.ts';

/** An entry that is ready to be judged and written. Nothing is on the disk yet. */
export interface Draft {
  readonly id: string;
  readonly kind: KindId;
  readonly title: string;
  /** Path below the county's folder, without `.md`. */
  readonly place: string;
  /** Every file of the entry, by path below the county's folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Columns of its table that are written by another name, each with the name it had in the source. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** Files of the folder that it names as its attachments, by their paths. */
  readonly beside: readonly string[];
  /** It is not open to all: of its text and of the files that it names nothing is written. */
  readonly withheld: boolean;
  readonly facts: Facts;
  /** Counts that the report shows. */
  readonly counts: Readonly<Record<string, number>>;
  readonly remarks: readonly Remark[];
  /** What became of everything in its file; of several entries of a file the first has it. */
  readonly balance?: Balance;
  /** The words of the entry, for rules that look for personal data and for copies. */
  readonly text: string;
}

/** What an entry begins with whose file could only be read in part: from what, and what to look over. */
export function draftNote(from: string, what: string): string {
  const named = /^\w+$/.test(from) ? ` ${from} ` : from;
  return `> **待核对：** 本文由${named}中的文字转出，${what}可能有误。请对照原件核对，改好后删去这一段。`;
}
