import type { InnerFile, Passage } from '../passage.ts';

/** Where a text stands that lies outside its page, with the page behind. */
export const OUTSIDE = '页面边缘以外，';

/** What reading a PDF gave: plain data that passes between two processes. */
export interface PdfAnswer {
  /** Why it could not be read whole, in Chinese. */
  readonly broken?: string;
  /** It would unpack to more than is allowed. */
  readonly tooLarge?: true;
  readonly lines: readonly Passage[];
  readonly active: readonly string[];
  readonly unseen: readonly string[];
  readonly inner: readonly InnerFile[];
}

export interface PdfQuestion {
  readonly bytes: Uint8Array;
  readonly limits: PdfLimits;
}

export interface PdfLimits {
  /** The most pages that are read. */
  readonly pages: number;
  /** The most that its streams, apart from pictures, may unpack to. */
  readonly megabytes: number;
}
