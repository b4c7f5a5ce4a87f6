import type { ProblemCode } from '@columns/content';
import { attachmentRules } from './attachments.ts';
import { coverageRules } from './coverage.ts';
import { documentRules } from './documents.ts';
import { duplicateRules } from './duplicates.ts';
import { hoursRules } from './hours.ts';
import { languageRules } from './language.ts';
import { linkRules } from './links.ts';
import { listRules } from './lists.ts';
import { newsRules } from './news.ts';
import { pairRules } from './pairs.ts';
import { participationRules } from './participation.ts';
import { periodicalRules } from './periodicals.ts';
import { personalRules } from './personal.ts';
import { reachRules } from './reach.ts';
import { rowRules } from './rows.ts';
import type { Rule } from './rule.ts';
import { safetyRules } from './safety.ts';
import { serviceRules } from './services.ts';
import { fieldRules } from './shape-fields.ts';
import { fileRules } from './shape-files.ts';
import { registerRules } from './shape-registers.ts';
import { textRules } from './text.ts';
import { timingRules } from './timing.ts';

/** The rule table: every problem that reading can name has a row here, or this does not compile. */
const readingRules = {
  ...fileRules,
  ...fieldRules,
  ...registerRules,
  ...textRules,
  ...rowRules,
  ...safetyRules,
} satisfies Record<ProblemCode, Rule>;

export const RULES = {
  ...readingRules,
  ...timingRules,
  ...documentRules,
  ...participationRules,
  ...newsRules,
  ...serviceRules,
  ...hoursRules,
  ...reachRules,
  ...listRules,
  ...pairRules,
  ...periodicalRules,
  ...attachmentRules,
  ...personalRules,
  ...languageRules,
  ...linkRules,
  ...duplicateRules,
  ...coverageRules,
};

export type RuleId = keyof typeof RULES;
export type { Rule } from './rule.ts';
