import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '@columns/content';
import { personalInFile } from '../personal/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import { personalFound } from './entry-facts.ts';
import type { CountyFiles } from './files.ts';
import { hiddenSigns } from './hidden-signs.ts';
import type { Memory } from './memory.ts';
import { eachSafely } from './unread.ts';

/**
 * Personal data and hidden signs in a county's own lists (units, towns, settings) and its README. A unit's
 * telephone is an office's, or says that it is on duty. They are judged as they were before anything was read out of them (`digestLists`).
 */
export function listFacts(
  files: CountyFiles,
  memory: Memory,
): (Found & { readonly rule: RuleId })[] {
  return files.lists.flatMap((file) =>
    eachSafely(file, () => {
      const decoded = decode(memory.bytes(file));
      if (!('text' in decoded)) return [];
      return [
        ...personalInFile(file, decoded.text).map((hit) => personalFound({ ...hit, file })),
        ...hiddenSigns(decoded.text, file),
      ];
    }),
  );
}

const LIST = /\.yaml$|^README\.md$/;

/**
 * Takes the digests of a county's own lists, before the column is read: a list that changes between that reading
 * and its judging is told, not published as what it was.
 */
export function digestLists(contentRoot: string, county: string, memory: Memory): void {
  for (const folder of [county, `${county}/_catalogue`]) {
    for (const name of plainFiles(join(contentRoot, folder)).filter((one) => LIST.test(one))) {
      // What cannot be read is told where it is read.
      eachSafely(`${folder}/${name}`, () => [memory.digest(`${folder}/${name}`)]);
    }
  }
}

/** Names of the plain files of a folder: whoever opens another thing may wait for ever. */
function plainFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((child) => child.isFile())
      .map(({ name }) => name);
  } catch {
    // No folder, or one that cannot be listed: whoever reads the county says so.
    return [];
  }
}
