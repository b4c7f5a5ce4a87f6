import type { Thresholds } from '@columns/check';
import type { County, KindId } from '@columns/content';
import type { KnownDomain } from './domain.ts';
import type { Units } from './unit.ts';

/** The county that files are imported into, and what the officer has said about them. */
export interface Setting {
  readonly county: County;
  readonly units: Units;
  readonly domains: readonly KnownDomain[];
  /** The bounds that the county's check has for files. */
  readonly limits: Thresholds;
  /** `<domain>/<item>` or `<domain>`, where all files belong. */
  readonly item?: string | undefined;
  readonly kind?: KindId | undefined;
  /** Fields that the officer sets for every file; they go before anything found. */
  readonly set: Readonly<Record<string, unknown>>;
  /** The id for a single file. */
  readonly id?: string | undefined;
  /** Put the file itself beside the entry as an attachment. */
  readonly attach: boolean;
}

/** A file that is being imported. */
export interface Source {
  /** Name for messages: the path as the officer gave it. */
  readonly name: string;
  /** Name of the file alone. */
  readonly base: string;
  readonly bytes: () => Uint8Array;
  /** Files of the same folder that its text names as attachments. */
  readonly beside?: readonly { readonly base: string; readonly bytes: () => Uint8Array }[];
  /** Folders between the folder that was named and the file. */
  readonly folders: readonly string[];
}
