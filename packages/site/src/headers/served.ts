import { FORMATS } from '@columns/check/attachments';
import { contentType } from '@columns/export/media-types';

/** Endings of what we write ourselves. */
const WRITTEN = [
  ...['css', 'csv', 'docx', 'html', 'ico', 'ics', 'js', 'json', 'md', 'mjs', 'png', 'svg', 'txt'],
  ...['wasm', 'webmanifest', 'woff2', 'xlsx', 'xml'],
];

/** Every ending that a site may hold, with the Content-Type that it should be sent with. */
export const SERVED: ReadonlyMap<string, string> = new Map(
  [...new Set([...WRITTEN, ...FORMATS.keys()])]
    .sort()
    .map((ending) => [ending, contentType(`.${ending}`) as string]),
);

/** Endings by their type, without its charset. */
export function endingsByType(endings: Iterable<string> = SERVED.keys()): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const ending of endings) {
    const [type = ''] = (SERVED.get(ending) ?? '').split(';');
    types.set(type, [...(types.get(type) ?? []), ending]);
  }
  return types;
}

/** Endings of texts: all of a site is UTF-8. */
export const TEXTS: readonly string[] = [...SERVED].flatMap(([ending, type]) =>
  type.includes('charset') ? [ending] : [],
);
