import type { Exemption } from '../facts/exemptions.ts';
import type { Finding } from '../finding.ts';

/** One county as a report tells it. */
export interface CountyReport {
  readonly id: string;
  readonly name: string;
  readonly files: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
  readonly exemptions: readonly Exemption[];
  /** Warnings that were there before the change; absent without `--changed`. */
  readonly older?: number;
}

/** What was changed since a base, by paths below `content/`. */
export interface ChangeReport {
  readonly base: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** All that a check tells, for every way of telling it. */
export interface CheckReport {
  readonly counties: readonly CountyReport[];
  readonly change?: ChangeReport;
  /** Warnings block too. */
  readonly strict: boolean;
}

export interface ReportOptions {
  /** ANSI colours, for a terminal. */
  readonly colour: boolean;
}

/** One way of telling a report. */
export type Reporter = (report: CheckReport, options: ReportOptions) => string;
