import type { Problem } from '../problem.ts';
import { START } from '../problem.ts';

/*
 * How big a file and its parts may be, in one place. Each bound is far above what any county has written,
 * and low enough that reading a file at the bound takes seconds and not minutes. What is over a bound is a
 * finding, and is not read any further.
 */

const MEGABYTE = 2 ** 20;

interface SizeBound {
  /** Files whose names end so. */
  readonly ending: RegExp;
  readonly bytes: number;
  /** What to do with a file that is over it. */
  readonly mend: string;
}

/** Sizes of files of text, each with what its reader does. */
export const SIZE_BOUNDS: readonly SizeBound[] = [
  // 700,000 characters: a book. It is parsed whole, becomes one page, and stands whole in the open data.
  {
    ending: /\.mdx?$/,
    bytes: 2 * MEGABYTE,
    mend: '把正文分成几条信息，或把全文作为附件（PDF）、正文只写摘要',
  },
  // Some 100,000 rows: the roll of all pupils or all subsidies of a big county in one year.
  {
    ending: /\.csv$/,
    bytes: 20 * MEGABYTE,
    mend: '按年份或乡镇分成几份名录，各存一个 .csv',
  },
  // Lists of units, towns and settings: the longest that are known have some 60 KB.
  { ending: /\.yaml$/, bytes: MEGABYTE, mend: '核对是否混入了别的内容；设置和单位名录不会这样长' },
];

/** Characters of the front matter of an entry: with its longest lists some 20,000. */
export const HEAD_CHARACTERS = 200_000;
/** Columns of a table. Every one is a column of a page; the widest known form has 40. */
export const TABLE_COLUMNS = 500;
/** Quotations, lists and notes, one in the other. Official documents count 一、（一）1.（1）①. */
export const NESTING = 12;
/** Fields, lists and brackets of YAML, one in the other: the deepest list of a county has five. */
export const YAML_NESTING = 20;
/** Fields and lines beside each other; a parser compares each with every other. The longest text has some 100. */
export const YAML_FIELDS = 1000;
/** Tags of HTML that are open at once: a table within a cell needs some ten. */
export const OPEN_TAGS = 40;
/** Square brackets in one paragraph, two for each link and note; a parser looks from each to every other. */
export const BRACKETS = 500;
/** Words, figures and signs of ASCII and ends of lines in one paragraph: pasted documents have some 1,500. */
export const PARAGRAPH_SIGNS = 10_000;
/** Lines below a quotation, an item or a note that belong to it without an empty line or an indent. */
export const LAZY_LINES = 1000;
/** Problems of one sort that are told of one file; of the rest, their number. */
export const TOLD = 100;

/** A file that is over its bound. Reading stops with it; it becomes a finding of that file. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.value}`);
    this.problem = problem;
  }
}

/** The bound of a file by its name, in bytes; nothing where its reader has bounds of its own. */
export function boundOf(file: string): SizeBound | undefined {
  return SIZE_BOUNDS.find(({ ending }) => ending.test(file));
}

/** @throws TooLarge where a file of this name may not have so many bytes */
export function withinBound(file: string, bytes: number): void {
  const bound = boundOf(file);
  if (!bound || bytes <= bound.bytes) return;
  throw new TooLarge({
    code: 'shape/too-large',
    file,
    ...START,
    value: megabytes(bytes),
    expected: `不超过 ${megabytes(bound.bytes)}`,
    other: bound.mend,
  });
}

export function longHead(file: string, characters: number): Problem {
  return {
    ...{ code: 'shape/too-large', file, ...START, value: `开头的字段 ${characters} 个字` },
    expected: `不超过 ${HEAD_CHARACTERS} 个字`,
    other: '核对第二个“---”的位置：正文应写在它的下面',
  };
}

function megabytes(bytes: number): string {
  return `${Number((bytes / MEGABYTE).toFixed(1))} MB`;
}
