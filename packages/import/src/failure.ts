import { OfficeFailure } from '@columns/office';

export type { Remark } from '@columns/office/paper';
export { remark } from '@columns/office/paper';

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
  | 'rejected'
  | 'owner'
  | 'busy'
  | 'fault';

/** A file that is refused: what is wrong and how the officer mends it, in Chinese. */
export class ImportFailure extends Error {
  readonly code: FailureCode;
  readonly mend: string;
  /** Of what was read of the file all the same. */
  readonly characters: number | undefined;

  constructor(code: FailureCode, message: string, mend: string, characters?: number) {
    super(message);
    this.name = 'ImportFailure';
    this.code = code;
    this.mend = mend;
    this.characters = characters;
  }

  /** The same, of a file that holds so much. */
  holding(characters: number): ImportFailure {
    return new ImportFailure(this.code, this.message, this.mend, characters);
  }
}

/** Runs what reads an Office file; what it refuses is a failure of the import. */
export function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw asImportFailure(error);
  }
}

/** What an Office file's reader refuses as a failure of the import; every other error as it is. */
export function asImportFailure(error: unknown): unknown {
  return error instanceof OfficeFailure
    ? new ImportFailure(error.code, error.message, `${error.mend}，再导入`)
    : error;
}
