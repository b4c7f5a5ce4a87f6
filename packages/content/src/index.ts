export { type DocumentCounts, documentCounts } from './annual-report/documents.ts';
export {
  APPLICANTS,
  APPLICATION_ROWS,
  BROUGHT,
  CARRIED,
  DISPUTE_ROWS,
  isGroup,
  numbersOf,
  OUTCOMES,
  RECEIVED,
  RESULT_ROWS,
  RESULTS,
  type ReportGroup,
  type ReportNumbers,
  type ReportRow,
  TOTAL,
} from './annual-report/tables.ts';
export type { Assessment } from './assessment.ts';
export { assessmentSchema, measureNames } from './assessment.ts';
export { withoutPrototype } from './by-id.ts';
export type { ColumnGroup, ColumnItem, PublisherCatalogue } from './catalogue/filed.ts';
export { isFilled } from './catalogue/filed.ts';
export type { FilingDay } from './catalogue/filing.ts';
export { filingDays, filingTerm, isYearly } from './catalogue/filing.ts';
export type { DuePeriod, PeriodicItem } from './catalogue/periods.ts';
export {
  nextPeriod,
  periodicItems,
  periodOf,
  periodsBetween,
  periodsUntil,
  publishedBy,
} from './catalogue/periods.ts';
export type { Publisher } from './catalogue/publishers.ts';
export { sortOfUnit } from './catalogue/publishers.ts';
export type { Column, ColumnDomain, EntryLink, UnitName } from './column.ts';
export { buildColumn, endedAs, linkTo } from './column.ts';
export {
  ATTRIBUTES,
  CHANNEL_NAMES,
  LEVEL_NAMES,
  LEVELS,
  NO_MARK,
  VALIDITY_STATES,
} from './common.ts';
export type { ConsultNumber } from './consult.ts';
export type { Bounds, Datum, Position } from './coordinates/index.ts';
export { CHINA, convert, DATUMS, isWithin } from './coordinates/index.ts';
export type {
  County,
  Department,
  FrequentItem,
  OpenData,
  ReadingPlace,
  Town,
  Village,
} from './county.ts';
export { countySchema, departmentsSchema, townsSchema } from './county.ts';
export {
  chineseDate,
  dateText,
  firstDay,
  isRealDate,
  isRealDay,
  isSurelyAfter,
  isWholeDay,
  lastDay,
} from './dates.ts';
export type { DeadlineSettings } from './deadlines.ts';
export { deadlineSettings } from './deadlines.ts';
export type { Door } from './doors.ts';
export { DOOR_USES, doorFor, NEEDED_DOORS } from './doors.ts';
export type { Attachment, Entry, EntryData, EntryOf } from './entry.ts';
export { addressOf, isKind, plainTitle } from './entry.ts';
export { expectedId } from './fields.ts';
export type { Figure } from './figures.ts';
export { fixedDays } from './fixed-days.ts';
export type { FrequentMatter } from './frequent.ts';
export type { Gone, SaidOfEntry } from './gone.ts';
export { goneSchema, isGone, isOfEntry, readGone, saidOfEntries } from './gone.ts';
export type { SheetSize } from './guide/sheet-size.ts';
export { sheetSize, sizeOfSheet } from './guide/sheet-size.ts';
export type { Honour } from './honours.ts';
export type { Hours, OpenTimes } from './hours/index.ts';
export { opensOn, readHours, sameHours, timesOn } from './hours/index.ts';
export type { ColumnInstitution, Institution } from './institution.ts';
export { institutionsSchema } from './institution.ts';
export type { InterpretationPart } from './interpretation-parts.ts';
export { interpretationParts } from './interpretation-parts.ts';
export type { Carried, Rows } from './joins/carriers.ts';
export type { Joined, JoinedPlace, JoinFault } from './joins/joined.ts';
export { joinFaults, unitKey } from './joins/joined.ts';
export { SPEAKER_ROLES } from './kinds/briefing.ts';
export { type MergedMaterial, mergedMaterials } from './kinds/bundle.ts';
export type { Contradiction, Kind, KindGroup, KindId, Period } from './kinds/index.ts';
export {
  isKindId,
  KIND_GROUPS,
  KIND_IDS,
  KINDS,
  kindName,
  kindNamed,
  kindsInWords,
  kindsOf,
} from './kinds/index.ts';
export { OPENNESS_SECTIONS } from './kinds/notice.ts';
export { PLACE_FORMS } from './kinds/place.ts';
export { PROJECT_STAGES } from './kinds/project.ts';
export type { FarAhead, Latest } from './latest.ts';
export { LONG_GAP, latestOf } from './latest.ts';
export type { OpenDay } from './open-days.ts';
export { openDaysBetween } from './open-days.ts';
export type { PairHalfFound, PairOutcome, PairRate, PairState } from './pairs/index.ts';
export { judgePairs, PAIR_STATES, pairRates, rateOf } from './pairs/index.ts';
export { GENERAL, readPlace } from './place.ts';
export type { PlaceNeedState, TownPlaces } from './place-needs.ts';
export { placeNeeds, townPlaces } from './place-needs.ts';
export type { PlacePosition } from './places.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { PROBLEM_CODES } from './problem.ts';
export { publishedBytes } from './published.ts';
export type { Question } from './questions.ts';
export { questionsIn } from './questions.ts';
export { TooLarge, withinBound } from './read/bounds.ts';
export { isCatalogueFile, placesAbove } from './read/catalogue.ts';
export { ChangedFile, digestOf, readChecked } from './read/checked.ts';
export type { ColumnReading } from './read/column.ts';
export { readBody, readColumn, readRows } from './read/column.ts';
export { listCounties } from './read/counties.ts';
export type { CountyContent } from './read/county.ts';
export { readCounty } from './read/county.ts';
export { readYamlFile } from './read/county-files.ts';
export type { Decoded } from './read/decode.ts';
export { decode } from './read/decode.ts';
export type { EntryInput, EntryReading } from './read/entry.ts';
export { readEntry } from './read/entry.ts';
export { isFile, listFiles, readWithin } from './read/files.ts';
export { normalise, splitFrontMatter } from './read/front-matter.ts';
export type { EntryMemory } from './read/memory.ts';
export { nearest } from './read/near.ts';
export { fieldsOf, opennessOf } from './read/openness.ts';
export { pageAddress } from './read/references.ts';
export { ROOT_README, rootProblems } from './read/root.ts';
export { schemaAt } from './read/schema-path.ts';
export { readCsv } from './read/table.ts';
export { unreadable } from './read/unreadable.ts';
export type { Receiver, Reception } from './reception.ts';
export { RECEPTION_FACTS, receiversOf } from './reception.ts';
export type { RelationName, Relations } from './relations.ts';
export { RELATIONS } from './relations.ts';
export type { Openness, Shown, ShownColumn } from './shown.ts';
export { isOpen, mayQuote, shownColumn, shownEntry, shownOf } from './shown.ts';
export {
  countStandings,
  isDisclosed,
  needsExampleMark,
  STANDINGS,
  type Standing,
  standingOf,
} from './standing.ts';
export type { ClassItems, StatutoryPart } from './statute.ts';
export {
  blankClasses,
  classItems,
  officeContact,
  openOffice,
  pointsOf,
  saidIn,
  statutoryParts,
} from './statute.ts';
export { amountNumber, readAmount, writeAmount } from './tables/decimal.ts';
export { entryIds } from './tables/listed.ts';
export type { PeriodFigure } from './tables/period-figures.ts';
export { periodFigures } from './tables/period-figures.ts';
export type { RegisterTable } from './tables/register-table.ts';
export { isPart, isTotal, saysTotal } from './tables/totals.ts';
export type { ColumnTask, ProofBelow, TaskLink, TaskList, TaskProof } from './tasks/lists.ts';
export { proofsOfRow } from './tasks/lists.ts';
export { PROOF_PAGES } from './tasks/pages.ts';
export type { NamedProof } from './tasks/proof.ts';
export { EACH_COUNTY, readProof } from './tasks/proof.ts';
export type { TaskRow } from './tasks/rows.ts';
export { NOT_TOLD, OPEN_STATES, taskRows } from './tasks/rows.ts';
export type { NamedUnit, UnitLists } from './unit-named.ts';
export { unitNamed } from './unit-named.ts';
