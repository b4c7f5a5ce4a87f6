import type { Attribute } from './attribute.ts';

/** What was found of a document's header. What was not found is absent, never invented. */
export interface Facts {
  readonly title?: string;
  readonly docNumber?: string;
  readonly issuer?: string;
  /** Who published it, where the file says so. */
  readonly publisher?: string;
  readonly formed?: string;
  readonly published?: string;
  readonly attribute?: Attribute;
  /** The line in which the document says so, where it is a line of its own. */
  readonly mark?: string;
  readonly indexNumber?: string;
  readonly topic?: string;
  readonly validity?: string;
  readonly keywords?: readonly string[];
  /** Name of the column of the old site. */
  readonly column?: string;
  /** Address of the original page. */
  readonly source?: string;
}
