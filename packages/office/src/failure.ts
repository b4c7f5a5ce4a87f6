/** Why an Office file could not be read. */
export type OfficeFailureCode =
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'wrong-extension'
  | 'no-text';

/** A file that is refused: what is wrong and how the officer mends it, in Chinese. */
export class OfficeFailure extends Error {
  override readonly name = 'OfficeFailure';
  readonly code: OfficeFailureCode;
  readonly mend: string;

  constructor(code: OfficeFailureCode, message: string, mend: string) {
    super(message);
    this.code = code;
    this.mend = mend;
  }
}

export function damaged(): OfficeFailure {
  return new OfficeFailure(
    'damaged',
    '文件不完整或已损坏（多为下载、拷贝中断）',
    '请重新取得完整的文件；能打开的话，打开后另存一份',
  );
}
