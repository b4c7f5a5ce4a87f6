import type { Problem } from '@columns/content';
import type { Level } from '../finding.ts';

/** A row of the rule table: how a problem is told and why it is one. */
export interface Rule {
  readonly level: Level;
  /** The rule in one line, for the reference. */
  readonly title: string;
  /** What is wrong with this one. */
  readonly message: (problem: Problem) => string;
  readonly mend: (problem: Problem) => string;
  /** Law, standard or contract behind the rule. */
  readonly source: string;
}

/** `“value”`, or a stand-in where nothing is there to quote. */
export function quoted(text: string | undefined): string {
  return text === undefined || text === '' ? '（空）' : `“${text}”`;
}

/** The nearest known name as a question before what else there is to do. */
export function didYouMean(problem: Problem, otherwise: string): string {
  return problem.other === undefined
    ? otherwise
    : `是否应为“${problem.other}”？如果不是，${otherwise}`;
}
