import {
  CACHING,
  headerPolicy,
  LASTING_FOLDERS,
  PLAIN_HEADERS,
  POLICY_PLACES,
} from '@columns/export';
import { basesPattern, literal, missingPages, pathPattern, type ServedSite } from './places.ts';
import { endingsByType, SERVED, TEXTS } from './served.ts';

/** Endings that nginx’s own `mime.types` (1.22 and later) has; to say them again would be a warning. */
const KNOWN = new Set([
  ...['css', 'doc', 'docx', 'gif', 'html', 'ico', 'jpeg', 'jpg', 'js', 'json', 'm4a', 'mp3', 'mp4'],
  ...[
    'pdf',
    'png',
    'ppt',
    'pptx',
    'svg',
    'txt',
    'wasm',
    'webm',
    'webp',
    'woff2',
    'xls',
    'xlsx',
    'xml',
  ],
]);

/**
 * For nginx, to be included at the level of `http`. An `add_header` of a server or location of its own
 * would put these out of force (ngx_http_headers_module), so they must be repeated there.
 */
export function nginxHeaders({ bases, gone = [] }: ServedSite): string {
  const places = POLICY_PLACES.map(
    ({ folder, name }) =>
      `  ${quoted(`~${basesPattern(bases)}${folder}/`)} ${quoted(name ? headerPolicy(name) : '')};`,
  );
  return [
    '# Include at the level of http. A header of a server’s or location’s own replaces all of these.',
    'map $uri $columns_policy {',
    `  default ${quoted(headerPolicy('page'))};`,
    ...places,
    '}',
    // nginx sends no header whose value is empty.
    'add_header Content-Security-Policy $columns_policy always;',
    'map $uri $columns_caching {',
    `  default ${quoted(CACHING.other)};`,
    ...LASTING_FOLDERS.map(
      (folder) => `  ${quoted(`~${basesPattern(bases)}${folder}/`)} ${quoted(CACHING.lasting)};`,
    ),
    '}',
    // Not “always”: that a file is not there must not last.
    'add_header Cache-Control $columns_caching;',
    ...Object.entries(PLAIN_HEADERS).map(
      ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
    ),
    '# After “include mime.types”: what that lacks.',
    'types {',
    ...[...endingsByType([...SERVED.keys()].filter((ending) => !KNOWN.has(ending)))].map(
      ([type, endings]) => `  ${type} ${endings.join(' ')};`,
    ),
    '}',
    'charset utf-8;',
    `charset_types ${textTypes().join(' ')};`,
    '# What is not found: each column says so itself. In the server: error_page 404 $columns_missing;',
    'map $uri $columns_missing {',
    '  default /404.html;',
    ...missingPages(bases).map(
      ({ base, page }) => `  ${quoted(`~^${literal(base)}`)} ${quoted(page)};`,
    ),
    '}',
    ...(gone.length === 0 ? [] : goneLines(gone)),
    '',
  ].join('\n');
}

/** Whatever was taken down on purpose answers 410. */
function goneLines(gone: readonly string[]): string[] {
  return [
    '# In the server: if ($columns_gone) { return 410; }',
    'map $uri $columns_gone {',
    '  default 0;',
    ...gone.map((path) => `  ${quoted(path.endsWith('/') ? `~${pathPattern(path)}` : path)} 1;`),
    '}',
  ];
}

const quoted = (text: string) => `"${text}"`;

/** Types of texts; nginx has older names for two of them. `text/html` is among them by itself. */
function textTypes(): string[] {
  const types = [...endingsByType(TEXTS).keys(), 'application/javascript', 'text/xml'];
  return [...new Set(types)].filter((type) => type !== 'text/html').sort();
}
