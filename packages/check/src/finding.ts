import type { RuleId } from './rules/index.ts';

export type Level = 'error' | 'warning';

/** What a rule found. All texts are Chinese and meant for the officer who wrote the file. */
export interface Finding {
  readonly rule: RuleId;
  readonly level: Level;
  /** Path below `content/`, with forward slashes; `../` before what stands beside it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Field as the officer wrote it, with its Chinese label where it has one. */
  readonly field?: string;
  /** The value found. */
  readonly value?: string;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly expected?: string;
  /** How to mend it. */
  readonly mend: string;
}
