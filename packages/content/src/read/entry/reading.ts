import type { RegisterForm } from '@columns/standard';
import type { Entry } from '../../entry.ts';
import type { KindId } from '../../kinds/index.ts';
import type { Place } from '../../place.ts';
import type { Position, Problem, ProblemCode } from '../../problem.ts';
import type { RegisterTable } from '../../tables/register-table.ts';
import { firstOfEach } from '../rest.ts';
import type { BodyLink } from './body.ts';

/** A file of the entry's own: its CSV, or one in its attachment folder. */
export interface SideFile {
  readonly path: string;
  readonly size: number;
  readonly bytes: () => Uint8Array;
}

export interface EntryInput {
  readonly county: string;
  readonly demo: boolean;
  /** Path below `content/`. */
  readonly file: string;
  readonly place: Place;
  readonly bytes: Uint8Array;
  readonly csv?: SideFile;
  /** Files in the folder of the entry's name, by path inside it. */
  readonly folder: ReadonlyMap<string, SideFile>;
  /** Elements of the item the entry is filed under. */
  readonly elements: readonly string[];
  /** The registers whose columns are fixed. */
  readonly forms: readonly RegisterForm[];
}

/** A name in an entry that must stand for something elsewhere; checked once all is read. */
export interface Mention extends Position {
  /** `former`: an address the entry itself had, which no other may have; `proof`: what shows a task was done. */
  readonly to: 'entry' | 'proof' | 'unit' | 'town' | 'village' | 'item' | 'page' | 'former';
  readonly target: string;
  readonly field: string;
  /** Where it is not the entry's own file: its CSV. */
  readonly file?: string;
}

/** A mention with the file it stands in, below `content/`. */
export type FileMention = Mention & { readonly file: string };

export interface EntryReading {
  readonly entry?: Entry;
  /** The rows of a register of a form, for rules. */
  readonly table?: RegisterTable;
  readonly problems: readonly Problem[];
  readonly mentions: readonly Mention[];
  /** The links of the text, where they stand in the file. */
  readonly links: readonly BodyLink[];
}

/** What is gathered while one file is read. */
export class Reading {
  readonly input: EntryInput;
  readonly problems: Problem[] = [];
  readonly mentions: Mention[] = [];
  links: readonly BodyLink[] = [];
  kind?: KindId;
  table?: RegisterTable;
  tableDigest?: string;

  constructor(input: EntryInput) {
    this.input = input;
  }

  report(
    code: ProblemCode,
    at: Position,
    more: Omit<Partial<Problem>, 'code' | 'line' | 'column'> = {},
  ): void {
    this.problems.push({ file: this.input.file, ...more, code, line: at.line, column: at.column });
  }

  fail(code: ProblemCode, at: Position): EntryReading {
    this.report(code, at);
    return this.done();
  }

  failed(problem: Problem): EntryReading {
    this.problems.push(problem);
    return this.done();
  }

  done(entry?: Entry): EntryReading {
    const { mentions, links, kind, table } = this;
    const told = firstOfEach(this.problems);
    const problems = kind ? told.map((problem) => ({ ...problem, kind })) : told;
    return {
      problems,
      mentions,
      links,
      ...(entry === undefined ? {} : { entry }),
      ...(entry === undefined || table === undefined ? {} : { table }),
    };
  }
}

/** The nearest known name, where there is one. */
export function other(name: string | undefined): { other?: string } {
  return name === undefined ? {} : { other: name };
}
