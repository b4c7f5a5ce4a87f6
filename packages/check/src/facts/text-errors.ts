import { join } from 'node:path';
import type { ColumnReading } from '@columns/content';
import { decode, readWithin } from '@columns/content';
import { linkFaults } from '../links/links.ts';
import { personalInFile } from '../personal/index.ts';
import type { Found } from '../rules/column-rule.ts';
import type { RuleId } from '../rules/index.ts';
import { personalFound } from './entry-facts.ts';
import { hiddenSigns } from './hidden-signs.ts';
import { eachSafely } from './unread.ts';

/**
 * The errors of a county's texts that need nothing but the texts: personal data, hidden signs and hidden links. For
 * whoever writes a file and asks at once; attachments are read by `inspect`, which every build runs.
 */
export function textErrors(reading: ColumnReading): (Found & { readonly rule: RuleId })[] {
  const { root, column, links = new Map() } = reading;
  if (root === undefined) return [];
  const exempt = new Set(
    (column?.entries ?? [])
      .filter(({ data }) => data.exemption !== undefined)
      .map(({ file }) => file.replace(/\.mdx?$/, '')),
  );
  const county = column?.county.id;
  const folder = county === undefined ? undefined : join(root, county);
  if (folder === undefined) return [];
  const inTexts = reading.files
    .filter((path) => /\.(?:mdx?|csv|yaml)$/.test(path))
    .flatMap((path) =>
      eachSafely(`${county}/${path}`, () => {
        const decoded = decode(readWithin(folder, path));
        if (!('text' in decoded)) return [];
        const file = `${county}/${path}`;
        const hits = exempt.has(file.replace(/\.(?:mdx?|csv)$/, ''))
          ? []
          : personalInFile(path, decoded.text);
        return [
          ...hits.map((hit) => personalFound({ ...hit, file })),
          ...hiddenSigns(decoded.text, file),
        ];
      }),
    );
  const hidden = [...links].flatMap(([file, list]) =>
    linkFaults(list, []).flatMap(({ rule, link, value, other }) =>
      rule === 'links/unlisted-host'
        ? []
        : [{ rule, file, ...link.at, value, ...(other === undefined ? {} : { other }) }],
    ),
  );
  return [...inTexts, ...hidden];
}
