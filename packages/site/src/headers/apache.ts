import {
  CACHING,
  headerPolicy,
  LASTING_FOLDERS,
  PLAIN_HEADERS,
  POLICY_PLACES,
} from '@columns/export';
import { basesPattern, literal, missingPages, pathPattern, type ServedSite } from './places.ts';
import { endingsByType, TEXTS } from './served.ts';

/** For Apache 2.4 with `mod_headers` and `mod_mime`, in a virtual host or `.htaccess`. */
export function apacheHeaders({ bases, gone = [] }: ServedSite): string {
  const places = POLICY_PLACES.map(({ folder, name }) => {
    const here = `"expr=%{REQUEST_URI} =~ m#${basesPattern(bases)}${folder}/#"`;
    return name === undefined
      ? `Header always unset Content-Security-Policy ${here}`
      : `Header always set Content-Security-Policy "${headerPolicy(name)}" ${here}`;
  });
  return [
    '# Needs mod_headers and mod_mime.',
    `Header always set Content-Security-Policy "${headerPolicy('page')}"`,
    // The last that fits holds, where other servers take the first.
    ...places.reverse(),
    ...Object.entries(PLAIN_HEADERS).map(([name, value]) => `Header always set ${name} "${value}"`),
    // Not “always”: that a file is not there must not last.
    `Header set Cache-Control "${CACHING.other}"`,
    ...LASTING_FOLDERS.map(
      (folder) =>
        `Header set Cache-Control "${CACHING.lasting}" "expr=%{REQUEST_URI} =~ m#${basesPattern(bases)}${folder}/#"`,
    ),
    ...[...endingsByType()].map(([type, endings]) => `AddType ${type} ${dotted(endings)}`),
    `AddCharset utf-8 ${dotted(TEXTS)}`,
    '# What is not found: each column says so itself.',
    'ErrorDocument 404 /404.html',
    // The last that fits holds.
    ...missingPages(bases)
      .reverse()
      .flatMap(({ base, page }) => [
        `<If "%{REQUEST_URI} =~ m#^${literal(base)}#">`,
        `  ErrorDocument 404 ${page}`,
        '</If>',
      ]),
    // Needs mod_alias, which is always there.
    ...gone.map((path) => `RedirectMatch gone "${pathPattern(path)}"`),
    '',
  ].join('\n');
}

const dotted = (endings: readonly string[]) => endings.map((ending) => `.${ending}`).join(' ');
