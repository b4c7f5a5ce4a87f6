import type { KindId } from './kinds/index.ts';

/**
 * A fact that reading found wrong. `content` says *what* is wrong and *where*;
 * the sentences an officer reads are made from it by the rule table in `packages/check`.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** Path below `content/`, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Front matter field, CSV column or YAML path, as the officer wrote it. */
  readonly field?: string;
  /** The offending value, quoted from the file. */
  readonly value?: string;
  /** What would have been right, in Chinese. */
  readonly expected?: string;
  /** A second place or name that the message mentions. */
  readonly other?: string;
  /** What to do, where the data that ask for it say so. */
  readonly mend?: string;
  /** How many more of its sort the file has that are not told one by one. */
  readonly rest?: number;
  /** The entry's kind, where it is known: kinds may call a field by different names. */
  readonly kind?: KindId;
}

export const PROBLEM_CODES = [
  // files
  'shape/encoding',
  'shape/unreadable',
  'shape/too-large',
  'shape/outside-counties',
  'shape/stray-file',
  'shape/double-ending',
  'shape/file-name',
  'shape/unprintable-name',
  'shape/case-twin',
  'shape/path-too-long',
  'shape/misplaced',
  'shape/year-mismatch',
  'shape/duplicate-id',
  'shape/unknown-domain',
  'shape/unknown-item',
  'shape/dropped-item',
  // YAML and front matter
  'shape/front-matter-missing',
  'shape/yaml-syntax',
  'shape/unknown-kind',
  'shape/unknown-field',
  'shape/missing-field',
  'shape/wrong-type',
  'shape/unknown-choice',
  'shape/bad-format',
  'shape/impossible-date',
  'shape/contradiction',
  // references
  'shape/unknown-reference',
  'shape/unknown-unit',
  'shape/address-taken',
  'shape/origin-missing',
  // registers and attachments
  'shape/csv-missing',
  'shape/csv-syntax',
  'shape/csv-separator',
  'shape/csv-title-row',
  'shape/csv-column-missing',
  'shape/csv-column-unknown',
  'shape/csv-column-duplicate',
  'shape/csv-total',
  'shape/attachment-missing',
  'shape/attachment-path',
  'shape/attachment-repeated',
  'shape/attachment-unlisted',
  'shape/body-not-allowed',
  'shape/body-missing',
  // county files
  'shape/county-config',
  'shape/low-contrast',
  'shape/catalogue-change',
  'law/repeated-item',
  // the words of a text
  'text/joined-line',
  'text/lost-backslash',
  'text/lost-cells',
  'text/missing-note',
  'text/long-paragraph',
  'text/nested-deep',
  'text/repeated-note',
  'text/large-picture',
  'text/number-form',
  'text/number-year',
  'text/picture-only',
  'text/rows-without-head',
  'text/template-words',
  'text/title-again',
  'text/unknown-mark',
  'text/unsure-mark',
  'text/unused-note',
  // the rows of a table
  'text/full-width',
  'text/merged-cells',
  'text/no-rows',
  'text/note-row',
  'text/repeated-row',
  'text/spoilt-cell',
  'text/telephone-zero',
  'text/total-row',
  // safety
  'safety/symbolic-link',
  'safety/unmasked',
  'safety/html-outside-dialect',
  'safety/html-unbalanced',
  'safety/link-scheme',
  'safety/image-outside',
  'safety/mdx-import',
  'safety/mdx-expression',
  'safety/mdx-component',
  'safety/mdx-syntax',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A place in a text file, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const START: Position = { line: 1, column: 1 };
