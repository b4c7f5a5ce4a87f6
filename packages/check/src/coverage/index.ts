export type { Settings } from '../settings/index.ts';
export { readSettings, settingsFor } from '../settings/index.ts';
export type { Duty, UnitDuties } from './duties.ts';
export { horizon, unitDuties } from './duties.ts';
export type { Coverage, CoveredItem, GroupFigures } from './figures.ts';
export { coverage, weightsOf } from './figures.ts';
export type { CoverageState } from './state.ts';
export { COVERAGE_STATES } from './state.ts';
export { coverageText, figures } from './text.ts';
