import { THRESHOLDS } from '../settings/index.ts';

/** The figures that coverage is judged by, each with what it is and where it comes from. */
export const COVERAGE_SETTINGS = THRESHOLDS.filter(
  ({ id }) => id.startsWith('coverage-') || id === 'domain-fresh-days' || id === 'publication-days',
).map(({ title, source }) => ({ title, source }));
