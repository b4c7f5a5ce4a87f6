import { decode } from '@columns/content';
import { personalInFile } from '../personal/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import { personalFound } from './entry-facts.ts';
import type { CountyFiles } from './files.ts';
import { hiddenSigns } from './hidden-signs.ts';
import { eachSafely } from './unread.ts';

/**
 * Personal data and hidden signs in a county's own lists (units, towns, settings) and its README. A unit's
 * telephone is nobody's own.
 */
export function listFacts(files: CountyFiles): (Found & { readonly rule: RuleId })[] {
  return files.lists.flatMap((file) =>
    eachSafely(file, () => {
      const decoded = decode(files.bytes(file));
      if (!('text' in decoded)) return [];
      return [
        ...personalInFile(file, decoded.text).map((hit) => personalFound({ ...hit, file })),
        ...hiddenSigns(decoded.text, file),
      ];
    }),
  );
}
