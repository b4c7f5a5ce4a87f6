export { BASE_PATTERN, isReservedSegment, RESERVED_IDS, reservedAt } from './addresses.ts';
export type { AudienceGroup, AudienceName } from './audiences.ts';
export { AUDIENCE_GROUPS, AUDIENCE_NAMES } from './audiences.ts';
export type { AnswerOptions } from './calendar/due-date.ts';
export { answerDueDate, dueDate } from './calendar/due-date.ts';
export type { ArrangedDays } from './calendar/holidays.ts';
export {
  arrangedDays,
  CalendarRangeError,
  calendarYears,
  missingArrangement,
} from './calendar/holidays.ts';
export { addCalendarDays, DayFormatError } from './calendar/iso-day.ts';
export {
  PERIOD_PATTERN,
  periodDue,
  periodEnd,
  periodLength,
  periodsOf,
  periodText,
} from './calendar/periods.ts';
export type { Period } from './calendar/working-days.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar/working-days.ts';
export type { EffectiveDomain, EffectiveOptions, ItemGroup } from './catalogue/effective.ts';
export {
  effectiveCatalogue,
  effectiveDomains,
  effectiveGroups,
  OTHER_GROUP,
} from './catalogue/effective.ts';
export type {
  AppliedCatalogue,
  ApplyOptions,
  CatalogueLayer,
  DroppedItem,
  LayerProblem,
} from './catalogue/layers.ts';
export { applyLayers, countyLayer } from './catalogue/layers.ts';
export type { Replacement } from './catalogue/replacement.ts';
export { currentId } from './catalogue/replacement.ts';
export { groupsOf, INSTITUTION_SET, templateOf } from './catalogue/template.ts';
export { StandardDataError } from './data-error.ts';
export { groupBy } from './group-by.ts';
export { loadStandard, readStandard } from './load.ts';
export type { NameFault } from './names.ts';
export {
  fileNameFault,
  folded,
  ID_PATTERN,
  idFault,
  LONGEST_FILE_NAME,
  LONGEST_ID,
  LONGEST_PATH,
  mayFold,
} from './names.ts';
export type {
  ApplicationOutcome,
  ApplicationStandard,
  StandardText,
  TextBlank,
} from './schema/application.ts';
export type { CatalogueChanges, CatalogueFiling, CatalogueProblem } from './schema/changes.ts';
export { catalogueChangesSchema, noChanges, readCatalogueChanges } from './schema/changes.ts';
export type { Channel, ChannelId } from './schema/channel.ts';
export { channelLabels } from './schema/channel.ts';
export type { Deadline, DeadlineEvent, Timing } from './schema/deadline.ts';
export { eventLabels } from './schema/deadline.ts';
export type { DataTheme, Domain } from './schema/domain.ts';
export { dataThemes } from './schema/domain.ts';
export type { FiveOpen, FiveOpenPart } from './schema/five.ts';
export type { InstitutionStandard, Sector } from './schema/institution.ts';
export type {
  Audience,
  FilledBy,
  Item,
  ItemOrigin,
  Level,
  Method,
  OfficialSize,
} from './schema/item.ts';
export { fiveOpen, itemFormats, itemRef, levelLabels, methodLabels } from './schema/item.ts';
export type { Join, JoinCarrier } from './schema/join.ts';
export type { FixedDate, LegalDeadline } from './schema/legal-deadline.ts';
export type { Pair, PairHalf } from './schema/pair.ts';
export type { DueBy, PeriodLength } from './schema/period.ts';
export { periodLabels } from './schema/period.ts';
export type { PlaceNeed, PlaceStandard } from './schema/place-standard.ts';
export type { PublisherFact, PublisherSort } from './schema/publisher.ts';
export { publisherSorts } from './schema/publisher.ts';
export type {
  CellType,
  FormColumn,
  FormGroup,
  RegisterForm,
} from './schema/register-form.ts';
export { formGroups } from './schema/register-form.ts';
export type {
  Statute,
  StatutoryClass,
  StatutoryEntry,
  StatutoryPoint,
} from './schema/statute.ts';
export type { Structure, StructureDomain } from './schema/structure.ts';
export type { DomainVariants, Variant } from './schema/variant.ts';
export type { Where } from './schema/where.ts';
export type { CatalogueSet, DomainCatalogue, Standard, TownshipCatalogue } from './standard.ts';
export { allItems, findDeadline, findDomain, findItem, findStructure } from './standard.ts';
export { channelFromName } from './timing/channels.ts';
export type { ParsedTiming } from './timing/parse.ts';
export { parseTiming } from './timing/parse.ts';
