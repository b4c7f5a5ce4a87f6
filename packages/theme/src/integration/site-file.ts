import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Column, isDisclosed } from '@columns/content';
import { searchScripts } from './search-scripts.ts';

/** Leaves beside the pages what putting the counties together must know (`packages/site`). */
export function writeSiteFile(dir: string, column: Column, pages: number): void {
  const { id, name, level, parent, base, title, demo } = column.county;
  const { panel } = searchScripts();
  const newest = column.entries.find(isDisclosed);
  const file = {
    county: id,
    name,
    level,
    ...(parent === undefined ? {} : { parent }),
    base,
    title,
    demo,
    ...(newest === undefined ? {} : { newest: newest.data.published }),
    entries: column.disclosed,
    pages,
    ...(panel === undefined ? {} : { search: panel }),
  };
  writeFileSync(join(dir, 'site.json'), `${JSON.stringify(file, null, 2)}\n`);
}
