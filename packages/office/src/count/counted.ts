/**
 * One thing that stands in a file, found by a walk that knows nothing of how the file is read. Readers
 * are held against it: what they do not account for was lost.
 */
export interface Counted {
  /**
   * `text`: a stretch of words. `cell`: the words of one cell. `number`: a cell whose value is shown in a
   * form of its own, one thing whatever it looks like. `sign`: a character of a symbol font. `link`: an
   * address. `picture`: one place where a picture is shown.
   */
  readonly sort: 'text' | 'cell' | 'number' | 'sign' | 'link' | 'picture';
  readonly text: string;
  /** Where it stands, in Chinese: 正文, 页眉, “名录”表 B5. */
  readonly where: string;
}

/** A file that stands inside another and is counted by what it is. */
export interface CountedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Count {
  readonly things: readonly Counted[];
  /** Files that are inserted as text (altChunk). */
  readonly files: readonly CountedFile[];
}
