export { readSettings } from './read.ts';
export type { Correction, CountySettings, ThresholdId } from './schema.ts';
export { countySettingsSchema } from './schema.ts';
export type { Settings, Thresholds } from './settings.ts';
export { settingsFor, THRESHOLDS } from './settings.ts';
