import type { Around, PersonalType } from '../personal/index.ts';

/** A stretch of text in an attachment, and where an officer finds it: `工作表“名单”（隐藏）第 3 行`. */
export interface Passage {
  readonly text: string;
  readonly where: string;
  readonly around?: Around;
  /** Where the text was searched already: what was found. */
  readonly hit?: { readonly type: PersonalType; readonly value: string; readonly where: string };
}

/** What was found out about a file's inside; each passage is given once and not kept. */
export type Take = (passage: Passage) => void;

/** What an attachment holds that must not be there, in Chinese. */
export interface Inside {
  /** Code that could run. */
  readonly active: readonly string[];
}
