import type { Problem } from '@columns/content';
import { readYamlFile } from '@columns/content';
import { countySettingsSchema } from './schema.ts';
import type { Settings } from './settings.ts';
import { settingsFor } from './settings.ts';

/** The settings of a county: ours, with what its `check.yaml` changes; a faulty file changes nothing. */
export function readSettings(
  contentRoot: string,
  county: string,
): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = readYamlFile(contentRoot, `${county}/check.yaml`, countySettingsSchema, problems);
  return { settings: settingsFor(read?.value), problems };
}
