import {
  CACHING,
  headerPolicy,
  LASTING_FOLDERS,
  PLAIN_HEADERS,
  POLICY_PLACES,
} from '@columns/export';
import { RARE_ENDINGS } from '@columns/export/media-types';
import type { ServedSite } from './places.ts';
import { SERVED } from './served.ts';

/**
 * `_headers` for Cloudflare Pages. A rule has one `*`, and its values are added to those of wider rules
 * unless it takes them away first; so a place is written once for each depth at which a column stands. No
 * entry and no unit may be called like such a place (`RESERVED_IDS`). It cannot answer 410; for what is not
 * found it sends by itself the nearest `404.html` above, which is the column's own.
 */
export function cloudflareHeaders({ bases, gone = [] }: ServedSite): string {
  const depths = [...new Set(bases.map((base) => base.split('/').filter(Boolean).length))].sort();
  const rules = depths.flatMap((depth) => {
    const at = `/${Array.from({ length: depth }, (_, index) => `:p${index + 1}/`).join('')}`;
    return [
      ...POLICY_PLACES.flatMap(({ folder, name }) => [
        `${at}${folder}/*`,
        '  ! Content-Security-Policy',
        ...(name === undefined ? [] : [`  Content-Security-Policy: ${headerPolicy(name)}`]),
      ]),
      ...LASTING_FOLDERS.flatMap((folder) => [
        `${at}${folder}/*`,
        '  ! Cache-Control',
        `  Cache-Control: ${CACHING.lasting}`,
      ]),
    ];
  });
  return [
    '/*',
    `  Content-Security-Policy: ${headerPolicy('page')}`,
    ...Object.entries(PLAIN_HEADERS).map(([name, value]) => `  ${name}: ${value}`),
    `  Cache-Control: ${CACHING.other}`,
    // It knows the others; of rules it takes a hundred.
    ...RARE_ENDINGS.flatMap((ending) => [`/*.${ending}`, `  Content-Type: ${SERVED.get(ending)}`]),
    ...rules,
    ...(gone.length === 0 ? [] : [`# 410 is not to be had here: ${gone.length} paths answer 404.`]),
    '',
  ].join('\n');
}
