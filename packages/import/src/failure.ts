import { OfficeFailure } from '@columns/office';

/** Why a file could not be imported at all. Nothing is written for it. */
export type FailureCode =
  | 'missing'
  | 'not-a-file'
  | 'unknown-type'
  | 'wrong-extension'
  | 'old-format'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'encoding'
  | 'no-text'
  | 'no-table'
  | 'no-date'
  | 'bad-option'
  | 'taken'
  | 'personal-data'
  | 'rejected';

/** A file that is refused: what is wrong and how the officer mends it, in Chinese. */
export class ImportFailure extends Error {
  readonly code: FailureCode;
  readonly mend: string;

  constructor(code: FailureCode, message: string, mend: string) {
    super(message);
    this.name = 'ImportFailure';
    this.code = code;
    this.mend = mend;
  }
}

/** Runs what reads an Office file; what it refuses is a failure of the import. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof OfficeFailure)
      throw new ImportFailure(error.code, error.message, `${error.mend}，再导入`);
    throw error;
  }
}

/** What the officer should know about a file that was imported. */
export interface Remark {
  /**
   * `missing`: a fact that was not found and is not invented. `guessed`: one that was derived, to be
   * looked over. `left-out`: something of the file that is not in the entry. `changed`: something
   * that is written otherwise than in the file. `note`: worth knowing.
   */
  readonly sort: 'missing' | 'guessed' | 'left-out' | 'changed' | 'note';
  readonly text: string;
}

export const remark = (sort: Remark['sort'], text: string): Remark => ({ sort, text });
