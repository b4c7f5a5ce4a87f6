import type { Finding } from '../finding.ts';
import { visibleJson } from './visible.ts';

export interface JsonReport {
  readonly counties: readonly { readonly id: string; readonly findings: readonly Finding[] }[];
  readonly errors: number;
  readonly warnings: number;
}

/** Findings for programs, with what else is told of the check; the same findings give the same bytes. */
export function reportJson(counties: JsonReport['counties'], more: object = {}): string {
  const all = counties.flatMap(({ findings }) => findings);
  const errors = all.filter(({ level }) => level === 'error').length;
  const report: JsonReport = { counties, errors, warnings: all.length - errors, ...more };
  return visibleJson(`${JSON.stringify(report, null, 2)}\n`);
}
