import { headerPolicy, PLAIN_HEADERS, POLICY_PLACES } from '@columns/export';

/**
 * For nginx, to be included at the level of `http`. An `add_header` of a server or location of its own
 * would put these out of force (ngx_http_headers_module), so they must be repeated there.
 */
export function nginxHeaders(): string {
  const places = POLICY_PLACES.map(
    ({ folder, name }) => `  ~/${folder}/ ${quoted(name ? headerPolicy(name) : '')};`,
  );
  return [
    '# Include at the level of http. A header of a server’s or location’s own replaces all of these.',
    'map $uri $columns_policy {',
    `  default ${quoted(headerPolicy('page'))};`,
    ...places,
    '}',
    // nginx sends no header whose value is empty.
    'add_header Content-Security-Policy $columns_policy always;',
    ...Object.entries(PLAIN_HEADERS).map(
      ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
    ),
    '',
  ].join('\n');
}

const quoted = (text: string) => `"${text}"`;
