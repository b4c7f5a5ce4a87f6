import type { ColumnReading } from '@columns/content';
import { textErrors } from './facts/text-errors.ts';
import type { Finding } from './finding.ts';
import { finding } from './make-finding.ts';
import { COLUMN_RULES } from './rules/column-rules.ts';
import { pairFindings } from './rules/find/pairs.ts';

export interface CheckOptions {
  /** The day that timing is judged on, `YYYY-MM-DD`; the column's own `today` when absent. */
  readonly asOf?: string;
}

/** The errors that reading names: they never depend on the day, and the build stops on them (contract 9). */
export function gate(reading: ColumnReading): Finding[] {
  return readingFindings(reading).filter(({ level }) => level === 'error');
}

function readingFindings(reading: ColumnReading): Finding[] {
  return [
    ...problemsOf(reading),
    ...textErrors(reading).map(({ rule, ...problem }) => finding(rule, problem)),
  ];
}

/** What reading named, in the words of the rules. */
export function problemsOf(reading: ColumnReading): Finding[] {
  return reading.problems.map((problem) => finding(problem.code, problem));
}

/**
 * What the gate and the rules over the column say of a county, by place. `inspect` adds what needs its
 * texts, its attachments and its settings.
 */
export function check(reading: ColumnReading, options: CheckOptions = {}): Finding[] {
  return [...readingFindings(reading), ...columnFindings(reading, options)].sort(byPlace);
}

/** What the rules over the column as a whole say. Pure. */
export function columnFindings(reading: ColumnReading, options: CheckOptions = {}): Finding[] {
  const { column } = reading;
  if (!column) return [];
  const asOf = options.asOf ?? column.today;
  const context = { column, tables: reading.tables, ...(asOf === undefined ? {} : { asOf }) };
  return [
    ...COLUMN_RULES.flatMap(({ id, find }) => find(context).map((problem) => finding(id, problem))),
    // A pair's rule is data: which one tells of it only shows when it is judged.
    ...pairFindings(context).map(({ rule, found }) => finding(rule, found)),
  ];
}

export function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
