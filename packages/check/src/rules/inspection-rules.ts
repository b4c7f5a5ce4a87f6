import type { Found } from './column-rule.ts';
import { missingReports } from './find/annual-reports.ts';
import type { RuleId } from './index.ts';
import {
  emptyDomains,
  emptyItems,
  missingElements,
  staleColumn,
  staleDomains,
  staleKinds,
} from './inspect/coverage.ts';
import { sameEntries, similarEntries, wrongDomains } from './inspect/duplicates.ts';
import { overdueFilings } from './inspect/filing.ts';
import { differingHours } from './inspect/hours.ts';
import type { InspectionContext } from './inspect/inspection.ts';
import { staleMedia, unreviewedMedia } from './inspect/media.ts';
import {
  lateEmergencyBriefings,
  lateFirstBulletins,
  lonelyBundles,
  missingBriefings,
  silentHeads,
  silentMeetings,
  strangeInterpreters,
  unaskedBusiness,
  unresolvedEvents,
} from './inspect/news.ts';
import { missingOpenDays, unitsWithoutOpenDays } from './inspect/open-days.ts';
import {
  latePeriods,
  missingPeriods,
  wrongForms,
  wrongOpenings,
  wrongPeriods,
} from './inspect/periodic.ts';
import { silentProjects } from './inspect/projects.ts';
import { latePublications } from './inspect/publication.ts';
import {
  neverReassessed,
  overdueReassessments,
  reviewedLate,
  takenDownEarly,
  unreviewed,
  withdrawnEarly,
} from './inspect/review.ts';
import { blankStatutoryClasses, missingParts, unsaidPoints } from './inspect/statute.ts';
import { missingTrainings } from './inspect/trainings.ts';
import { unitsTwice } from './inspect/units.ts';

/**
 * The rules that compare the texts of a county, or judge it by its settings: each a function in
 * `inspect/` and a line here. They run in `columns check`, not in the gate before a build.
 */
export const INSPECTION_RULES: readonly {
  readonly id: RuleId;
  readonly find: (context: InspectionContext) => readonly Found[];
}[] = [
  { id: 'timing/publication', find: latePublications },
  { id: 'law/review', find: unreviewed },
  { id: 'law/review-late', find: reviewedLate },
  { id: 'law/reassess-missing', find: neverReassessed },
  { id: 'timing/reassess', find: overdueReassessments },
  { id: 'completeness/empty-domain', find: emptyDomains },
  { id: 'completeness/empty-items', find: emptyItems },
  { id: 'completeness/elements', find: missingElements },
  { id: 'timing/stale-column', find: staleColumn },
  { id: 'timing/stale-kind', find: staleKinds },
  { id: 'timing/stale-domain', find: staleDomains },
  { id: 'timing/period-missing', find: missingPeriods },
  { id: 'timing/period-late', find: latePeriods },
  { id: 'completeness/period', find: wrongPeriods },
  { id: 'completeness/period-form', find: wrongForms },
  { id: 'completeness/balance-carried', find: wrongOpenings },
  { id: 'completeness/statutory-part', find: missingParts },
  { id: 'completeness/statutory-classes', find: blankStatutoryClasses },
  { id: 'completeness/statutory-points', find: unsaidPoints },
  { id: 'timing/annual-report-missing', find: missingReports },
  { id: 'timing/catalogue-filing', find: overdueFilings },
  { id: 'timing/open-day', find: missingOpenDays },
  { id: 'timing/open-day-each', find: unitsWithoutOpenDays },
  { id: 'timing/alert-first', find: lateFirstBulletins },
  { id: 'timing/alert-briefing', find: lateEmergencyBriefings },
  { id: 'completeness/alert-result', find: unresolvedEvents },
  { id: 'timing/briefing', find: missingBriefings },
  { id: 'timing/head-interpretation', find: silentHeads },
  { id: 'law/interpreted-by', find: strangeInterpreters },
  { id: 'completeness/business-asked', find: unaskedBusiness },
  { id: 'completeness/bundle-guides', find: lonelyBundles },
  { id: 'completeness/meeting-opinions', find: silentMeetings },
  { id: 'law/hours-differ', find: differingHours },
  { id: 'timing/training', find: missingTrainings },
  { id: 'completeness/media-reviewer', find: unreviewedMedia },
  { id: 'timing/media-stale', find: staleMedia },
  { id: 'timing/project-progress', find: silentProjects },
  { id: 'language/unit-twice', find: unitsTwice },
  { id: 'duplicates/same', find: sameEntries },
  { id: 'duplicates/similar', find: similarEntries },
  { id: 'duplicates/wrong-domain', find: wrongDomains },
];

/** Errors that need nothing of the day: they hold in the gate too. */
export const GATE_RULES: typeof INSPECTION_RULES = [
  { id: 'shape/date-order', find: withdrawnEarly },
  { id: 'shape/board-dates', find: takenDownEarly },
];
