import type { Problem } from '@columns/content';
import type { Finding } from './finding.ts';
import { labelled } from './labels.ts';
import { redact } from './personal/index.ts';
import type { Rule, RuleId } from './rules/index.ts';
import { RULES } from './rules/index.ts';

/**
 * A problem in the words of its rule. Whatever is personal in it, be it quoted from a text or part of a
 * file's name, is masked here, so that no report, log or annotation ever repeats it.
 */
export function finding(id: RuleId, given: Omit<Problem, 'code'>): Finding {
  const rule: Rule = RULES[id];
  const problem = masked({ code: id, ...given } as Problem);
  const { file, line, column, field, value, expected } = problem;
  return {
    rule: id,
    level: rule.level,
    file,
    line,
    column,
    ...(field === undefined ? {} : { field: labelled(field, file, problem.kind) }),
    ...(value === undefined ? {} : { value }),
    message: rule.message(problem) + restOf(problem),
    ...(expected === undefined ? {} : { expected }),
    mend: rule.mend(problem),
  };
}

/** What is not told one by one is counted. */
function restOf({ rest }: Problem): string {
  return rest === undefined ? '' : `（这个文件中另有 ${rest} 处）`;
}

function masked(problem: Problem): Problem {
  const texts = Object.entries(problem).map(([key, value]) => [
    key,
    typeof value === 'string' ? redact(value) : value,
  ]);
  return Object.fromEntries(texts) as unknown as Problem;
}
