export type { BaseCounty, Split } from './changes/index.ts';
export { lostAddresses, splitByChange } from './changes/index.ts';
export type { CheckOptions } from './check.ts';
export { check, gate } from './check.ts';
export { softwareDigest } from './facts/digest.ts';
export type { Exemption } from './facts/exemptions.ts';
export type { Finding, Level } from './finding.ts';
export type { Inspection, InspectOptions } from './inspect.ts';
export { inspect } from './inspect.ts';
export { commandData, commandProperty, markdown } from './report/github-markup.ts';
export { githubSummary } from './report/github-summary.ts';
export { reportJson } from './report/json.ts';
export type {
  ChangeReport,
  CheckReport,
  CountyReport,
  Reporter,
  ReportOptions,
} from './report/report.ts';
export { REPORTERS } from './report/reporters.ts';
export { reportText, summary } from './report/text.ts';
export type { Rule, RuleId } from './rules/index.ts';
export { RULES } from './rules/index.ts';
export { rulePage, ruleReference } from './rules/reference.ts';
export type { Changes, CheckTask } from './run/index.ts';
export { changesSince, checkCounties, GitError, memoryFile } from './run/index.ts';
export type { Thresholds } from './settings/index.ts';
export { countySettingsSchema, readSettings } from './settings/index.ts';
