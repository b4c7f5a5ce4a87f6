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
export type { Column, ColumnDomain, ColumnItem, EntryLink, Relations, UnitName } from './column.ts';
export { buildColumn, linkTo } from './column.ts';
export { ATTRIBUTES, LEVELS, VALIDITY_STATES } from './common.ts';
export type { County, Department, ReadingPlace, Town } from './county.ts';
export { countySchema, departmentsSchema, townsSchema } from './county.ts';
export type { DeadlineSettings } from './deadlines.ts';
export { deadlineSettings } from './deadlines.ts';
export type { Attachment, Entry, EntryData, EntryOf } from './entry.ts';
export { addressOf, isKind } from './entry.ts';
export { ID_PATTERN } from './fields.ts';
export type { InterpretationPart } from './interpretation-parts.ts';
export { interpretationParts } from './interpretation-parts.ts';
export type { Contradiction, Kind, KindId } from './kinds/index.ts';
export { isKindId, KIND_IDS, KINDS, kindName } from './kinds/index.ts';
export { GENERAL, readPlace } from './place.ts';
export type { Problem, ProblemCode } from './problem.ts';
export { PROBLEM_CODES } from './problem.ts';
export type { ColumnReading } from './read/column.ts';
export { readBody, readColumn, readRows } from './read/column.ts';
export { listCounties } from './read/counties.ts';
export type { CountyContent } from './read/county.ts';
export { readCounty } from './read/county.ts';
export { pageAddress } from './read/references.ts';
export { schemaAt } from './read/schema-path.ts';
