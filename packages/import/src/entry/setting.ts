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
  /** Documents of the county that an interpretation can explain. */
  readonly policies?: readonly KnownPolicy[] | undefined;
  /** Fields that the officer sets for every file; they go before anything found. */
  readonly set: Readonly<Record<string, unknown>>;
  /** The id for a single file. */
  readonly id?: string | undefined;
  /** Put the file itself beside the entry as an attachment. */
  readonly attach: boolean;
}

/** A document that is published already. */
export interface KnownPolicy {
  readonly id: string;
  readonly title: string;
  readonly docNumber?: string | undefined;
}

/** A file that a document names. */
export interface NamedFile {
  readonly name: string;
  /** Where a link leads, as the document has it. */
  readonly address?: string;
}

/** A file that another one names. */
export interface FileBeside {
  readonly path: string;
  /** Name of the file alone. */
  readonly base: string;
  /** As the document calls it. */
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** A file that is being imported. */
export interface Source {
  /** Name for messages: the path as the officer gave it. */
  readonly name: string;
  /** Name of the file alone. */
  readonly base: string;
  readonly bytes: () => Uint8Array;
  /** The file of the folder that it names as an attachment, by a name in its text or the address of a link. */
  readonly beside?: (named: NamedFile) => FileBeside | undefined;
  /** Folders between the folder that was named and the file. */
  readonly folders: readonly string[];
}
