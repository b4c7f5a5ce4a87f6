export { collections } from './config/collections.ts';
export { editorConfig } from './config/config.ts';
export type { EditorFacts } from './config/facts.ts';
export { ADMIN_POLICY, adminPolicy } from './policy.ts';
export { FactsError, readFacts } from './read-facts.ts';
export { editorSettings, localSettings, readSettings, SettingsError } from './settings.ts';
