/** What became of an old file: plain data that passes between two processes. */
export type OldAnswer = NewFile | NotRead;

/** The same content in the new format, to be read like any other file of it. */
export interface NewFile {
  readonly format: 'docx' | 'xlsx' | 'pptx';
  readonly bytes: Uint8Array;
  /** What could not be carried over, in Chinese. */
  readonly lost: readonly string[];
  /** What stands otherwise than it did, in Chinese. */
  readonly changed?: readonly string[];
}

export interface NotRead {
  readonly code: 'encrypted' | 'damaged' | 'too-large' | 'old-format';
  /** Why, in Chinese. */
  readonly broken: string;
}

export interface OldQuestion {
  readonly bytes: Uint8Array;
}
