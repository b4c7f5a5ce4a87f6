import type { Found, RuleContext } from './column-rule.ts';
import {
  brokenCarry,
  differingDocuments,
  fewerDecisions,
  lateReports,
  longOverviews,
  repeatedProblems,
} from './find/annual-reports.ts';
import {
  bareConsultations,
  shortConsultations,
  unexplainedOpinions,
} from './find/consultations.ts';
import {
  endedByNothing,
  endedNever,
  missingFiles,
  missingValidity,
  validTooLong,
} from './find/documents.ts';
import { futureDates, leapingDates } from './find/future-date.ts';
import { doubleIssues, missingIssues } from './find/gazettes.ts';
import { unreadHours } from './find/hours.ts';
import { lackingKeys, unknownKeys } from './find/joins.ts';
import {
  emptyProofPages,
  overdueTasks,
  statelessTasks,
  undatedStates,
  unprovenTasks,
  withdrawnProofs,
} from './find/ledgers.ts';
import { differingMatters } from './find/matters.ts';
import { sameTitles } from './find/notices.ts';
import { lateHearingNotices, noCalendar, unratedProposals } from './find/participation.ts';
import { missingStages } from './find/projects.ts';
import {
  bareBenefits,
  bareReceivers,
  missingChannels,
  missingDoors,
  silentConsultants,
  unlistedChannels,
} from './find/reach.ts';
import { emptyElements, missingElements } from './find/registers.ts';
import { securityExpires } from './find/security.ts';
import {
  bareFrequent,
  barePlaces,
  longSheets,
  placesOutside,
  silentPublishers,
  townlessPlaces,
  townsWithout,
  unapprovedMap,
  unequippedPlaces,
  wrongReferences,
} from './find/services.ts';
import type { RuleId } from './index.ts';

/** The rules that look at the column as a whole: each a small file in `find/` and a line here. */
export const COLUMN_RULES: readonly {
  readonly id: RuleId;
  readonly find: (context: RuleContext) => readonly Found[];
}[] = [
  { id: 'timing/future-date', find: futureDates },
  { id: 'timing/far-ahead', find: leapingDates },
  { id: 'timing/security-expires', find: securityExpires },
  { id: 'completeness/document-files', find: missingFiles },
  { id: 'completeness/validity', find: missingValidity },
  { id: 'completeness/ended-by', find: endedByNothing },
  { id: 'completeness/ended-when', find: endedNever },
  { id: 'timing/validity-over', find: validTooLong },
  { id: 'duplicates/same-title', find: sameTitles },
  { id: 'timing/consultation-short', find: shortConsultations },
  { id: 'completeness/consultation', find: bareConsultations },
  { id: 'completeness/opinion-reason', find: unexplainedOpinions },
  { id: 'timing/hearing-notice', find: lateHearingNotices },
  { id: 'completeness/satisfaction', find: unratedProposals },
  { id: 'timing/no-calendar', find: noCalendar },
  { id: 'timing/annual-report-late', find: lateReports },
  { id: 'law/annual-report-overview', find: longOverviews },
  { id: 'law/annual-report-problems', find: repeatedProblems },
  { id: 'law/annual-report-carried', find: brokenCarry },
  { id: 'law/annual-report-documents', find: differingDocuments },
  { id: 'law/annual-report-decisions', find: fewerDecisions },
  { id: 'completeness/gazette-double', find: doubleIssues },
  { id: 'completeness/gazette-missing', find: missingIssues },
  { id: 'completeness/guide-reference', find: wrongReferences },
  { id: 'completeness/guide-sheet', find: longSheets },
  { id: 'completeness/place', find: barePlaces },
  { id: 'completeness/hours', find: unreadHours },
  { id: 'completeness/place-outside', find: placesOutside },
  { id: 'completeness/place-standard', find: unequippedPlaces },
  { id: 'completeness/place-town', find: townlessPlaces },
  { id: 'completeness/town-places', find: townsWithout },
  { id: 'completeness/map-approval', find: unapprovedMap },
  { id: 'completeness/frequent', find: bareFrequent },
  { id: 'completeness/institution-items', find: silentPublishers },
  { id: 'completeness/receiver', find: bareReceivers },
  { id: 'completeness/consult', find: silentConsultants },
  { id: 'completeness/doors', find: missingDoors },
  { id: 'completeness/benefit', find: bareBenefits },
  { id: 'completeness/channels', find: missingChannels },
  { id: 'completeness/channel-unlisted', find: unlistedChannels },
  { id: 'completeness/directory-elements', find: missingElements },
  { id: 'completeness/directory-cells', find: emptyElements },
  { id: 'timing/task-overdue', find: overdueTasks },
  { id: 'completeness/task-state', find: statelessTasks },
  { id: 'completeness/task-evidence', find: unprovenTasks },
  { id: 'completeness/task-state-date', find: undatedStates },
  { id: 'completeness/proof-withdrawn', find: withdrawnProofs },
  { id: 'completeness/proof-page', find: emptyProofPages },
  { id: 'completeness/project-stages', find: missingStages },
  { id: 'law/matter-differs', find: differingMatters },
  { id: 'completeness/join-unknown', find: unknownKeys },
  { id: 'completeness/join-missing', find: lackingKeys },
];
