import type { ColumnReading, Problem } from '@columns/content';
import type { Finding } from './finding.ts';
import { labelled } from './labels.ts';
import { COLUMN_RULES } from './rules/column-rules.ts';
import type { Rule, RuleId } from './rules/index.ts';
import { RULES } from './rules/index.ts';

export interface CheckOptions {
  /** The day that timing is judged on, `YYYY-MM-DD`; the column's newest entry when absent. */
  readonly asOf?: string;
}

/** What never depends on the day: the build stops on these (contract 9). */
export function gate(reading: ColumnReading): Finding[] {
  return reading.problems.map((problem) => finding(problem.code, problem));
}

/** Every finding of a county, by place. Pure: reading → findings. */
export function check(reading: ColumnReading, options: CheckOptions = {}): Finding[] {
  const { column } = reading;
  if (!column) return gate(reading).sort(byPlace);
  const asOf = options.asOf ?? column.newest;
  const context = { column, ...(asOf === undefined ? {} : { asOf }) };
  const found = COLUMN_RULES.flatMap(({ id, find }) =>
    find(context).map((problem) => finding(id, problem)),
  );
  return [...gate(reading), ...found].sort(byPlace);
}

function finding(
  id: RuleId,
  problem: Omit<Problem, 'code'> & Partial<Pick<Problem, 'code'>>,
): Finding {
  const rule: Rule = RULES[id];
  const filled = { code: id, ...problem } as Problem;
  const { file, line, column, field, value, expected } = problem;
  return {
    rule: id,
    level: rule.level,
    file,
    line,
    column,
    ...(field === undefined ? {} : { field: labelled(field, file, problem.kind) }),
    ...(value === undefined ? {} : { value }),
    message: rule.message(filled),
    ...(expected === undefined ? {} : { expected }),
    mend: rule.mend(filled),
  };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
