/** A document as its example files show it: a title and lines of text, no layout. */
export interface Paper {
  readonly title: string;
  readonly paragraphs: readonly string[];
}
