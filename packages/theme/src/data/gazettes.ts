import type { EntryOf } from '@columns/content';
import { getKind } from './column.ts';

export type Gazette = EntryOf<'gazette'>;

export interface GazetteYear {
  readonly year: number;
  /** Newest first. */
  readonly issues: readonly Gazette[];
}

/** The open issues by year, newest year first. */
export function gazetteYears(): GazetteYear[] {
  const issues = getKind('gazette');
  const years = [...new Set(issues.map(({ data }) => data.year))].sort((a, b) => b - a);
  return years.map((year) => ({
    year,
    issues: issues
      .filter(({ data }) => data.year === year)
      .sort((a, b) => b.data.issue - a.data.issue),
  }));
}
