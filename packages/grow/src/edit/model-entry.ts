import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpen, type KindId, placesAbove, readCounty } from '@columns/content';
import type { Standard } from '@columns/standard';

/** Lines of a model that are shown; the file has the rest. */
const MOST_LINES = 60;

/**
 * How the county that is the model of another wrote the same item, line by line: the newest entry, of the same kind
 * where it has one. Nothing where no model is named (`model` of `county.yaml`, or of a level above) or it has none.
 */
export function modelEntry(
  contentRoot: string,
  county: string,
  item: string,
  kind: KindId,
  standard: Standard,
): string[] {
  const model = modelOf(contentRoot, county, standard);
  if (model === undefined || model === county) return [];
  const { county: of, entries } = readCounty(contentRoot, model, standard);
  const own = entries
    .filter((entry) => entry.item === item && isOpen(entry) && entry.data.kind !== 'statement')
    .sort((a, b) => (a.data.published < b.data.published ? 1 : -1));
  const [found = own[0]] = own.filter(({ data }) => data.kind === kind);
  if (found === undefined) return [];
  const lines = readFileSync(join(contentRoot, found.file), 'utf8').trimEnd().split('\n');
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${line}`);
  return [
    `样子：${of?.name ?? model}的《${found.data.title}》，content/${found.file}`,
    ...shown,
    ...(lines.length > MOST_LINES ? [`    （共 ${lines.length} 行，其余见文件）`] : []),
  ];
}

/** The model that a county names, or the nearest level above that names one. */
function modelOf(contentRoot: string, county: string, standard: Standard): string | undefined {
  const places = [county, ...placesAbove(contentRoot, county).map(({ id }) => id)];
  for (const place of places) {
    const model = readCounty(contentRoot, place, standard).county?.model;
    if (model !== undefined) return model;
  }
  return undefined;
}
