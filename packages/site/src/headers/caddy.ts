import {
  CACHING,
  headerPolicy,
  LASTING_FOLDERS,
  PLAIN_HEADERS,
  POLICY_PLACES,
} from '@columns/export';
import { basesPattern, missingPages, type ServedSite } from './places.ts';
import { SERVED } from './served.ts';

/** For Caddy 2: a snippet, to be used in a site's block by `import columns_headers`. */
export function caddyHeaders({ bases, gone = [] }: ServedSite): string {
  const folders = POLICY_PLACES.map(({ folder }) => folder);
  const places = POLICY_PLACES.flatMap(({ folder, name }) =>
    name === undefined
      ? []
      : [
          `  @${named(folder)} path_regexp ${basesPattern(bases)}${folder}/`,
          `  header @${named(folder)} Content-Security-Policy "${headerPolicy(name)}"`,
        ],
  );
  return [
    '(columns_headers) {',
    `  @pages not path_regexp ${basesPattern(bases)}(${folders.join('|')})/`,
    `  header @pages Content-Security-Policy "${headerPolicy('page')}"`,
    ...places,
    // Only of what is there: that a file is missing must not last.
    '  @lasting {',
    `    path_regexp ${basesPattern(bases)}(${LASTING_FOLDERS.join('|')})/`,
    '    file',
    '  }',
    `  header Cache-Control "${CACHING.other}"`,
    `  header @lasting Cache-Control "${CACHING.lasting}"`,
    '  header {',
    ...Object.entries(PLAIN_HEADERS).map(([name, value]) => `    ${name} "${value}"`),
    '  }',
    // Its own types are those of the machine it runs on.
    ...[...SERVED].flatMap(([ending, type]) => [
      `  @type-${ending} path *.${ending}`,
      `  header @type-${ending} Content-Type "${type}"`,
    ]),
    ...(gone.length === 0
      ? []
      : [
          `  @gone path ${gone.map((path) => (path.endsWith('/') ? `${path}*` : path)).join(' ')}`,
          '  respond @gone 410',
        ]),
    // Each column says itself what is not found; the first that fits holds.
    '  handle_errors 404 {',
    ...missingPages(bases).flatMap(({ base, page }) => [
      `    handle ${base}* {`,
      `      rewrite * ${page}`,
      '      file_server',
      '    }',
    ]),
    '    handle {',
    '      rewrite * /404.html',
    '      file_server',
    '    }',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** A name that a matcher may have. */
const named = (folder: string) => folder.replaceAll('/', '-');
