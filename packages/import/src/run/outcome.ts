import type { Finding } from '@columns/check';
import type { KindId } from '@columns/content';
import type { Balance } from '../balance/index.ts';
import type { Facts } from '../facts/facts.ts';
import type { FailureCode, Remark } from '../failure.ts';

/** What became of a file, or of one sheet of it. */
export interface Outcome {
  /** The file as the officer named it. */
  readonly source: string;
  /**
   * `written`; `planned` in a dry run; `kept`: what stands there was not overwritten; `done`: written
   * in an earlier run; `same`: the bytes or the words of another file; `attached`: put beside another
   * file's entry; `failed`: nothing was written.
   */
  readonly state: 'written' | 'planned' | 'kept' | 'done' | 'same' | 'attached' | 'failed';
  /** The entry's head below `content/`, or the other file that is meant. */
  readonly target?: string;
  readonly kind?: KindId;
  readonly title?: string;
  readonly facts?: Facts;
  readonly counts?: Readonly<Record<string, number>>;
  readonly remarks: readonly Remark[];
  /** What became of everything in the file, where an entry was made of it. */
  readonly balance?: Balance;
  /** Of a file that is attached as it is: its own words, which stand in no text. */
  readonly attached?: number;
  readonly failure?: {
    readonly code: FailureCode;
    readonly message: string;
    readonly mend: string;
  };
  /** What the rules found in the entry that was not written for it. */
  readonly findings?: readonly Finding[];
  /** Personal data, masked: kind, place and what is shown of it. */
  readonly personal?: readonly string[];
}

export const STATE_NAMES: Readonly<Record<Outcome['state'], string>> = {
  written: '已写入',
  planned: '可以写入（试运行）',
  kept: '已存在，未覆盖',
  done: '上次已导入',
  same: '与另一文件内容相同，未写入',
  attached: '作为附件放入',
  failed: '未导入',
};
