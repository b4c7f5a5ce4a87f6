export type { CheckOptions } from './check.ts';
export { check, gate } from './check.ts';
export type { Finding, Level } from './finding.ts';
export { reportJson } from './report/json.ts';
export { reportText, summary } from './report/text.ts';
export type { Rule, RuleId } from './rules/index.ts';
export { RULES } from './rules/index.ts';
