import { headersAt } from '@columns/export';
import { describe, expect, test } from 'vitest';
import { HEADER_FILES } from '../src/headers/index.ts';
import { SERVED } from '../src/headers/served.ts';

const BASES = ['/anyue/', '/luan/'];
const written = (server: string) => HEADER_FILES[server]?.({ bases: BASES }) ?? '';
const PATHS = ['/anyue/', '/anyue/search/', '/luan/kiosk/ask/', '/anyue/assets/worker.js'];

describe.each(Object.keys(HEADER_FILES))('for %s', (server) => {
  test('every header of every place is written as our own server sends it', () => {
    for (const path of PATHS) {
      for (const value of Object.values(headersAt(path))) {
        expect(written(server), path).toContain(value);
      }
    }
  });
});

describe('what a browser need not ask for again', () => {
  const LASTING = [
    '/anyue/pagefind/parts/0a/index/1.pf_index',
    '/luan/pagefind/cards/0a/1.pf_card',
  ];
  const CHANGING = [
    '/anyue/',
    '/anyue/pagefind/search.json',
    '/anyue/2026/parts/',
    '/luan/data/a.csv',
  ];

  test('is what is named by its contents, and nothing else', () => {
    for (const path of LASTING) expect(headersAt(path)['Cache-Control'], path).toMatch(/immutable/);
    for (const path of CHANGING) expect(headersAt(path)['Cache-Control'], path).toBe('no-cache');
  });

  test.each(['nginx', 'apache', 'caddy'])('is told to %s for these paths only', (server) => {
    const lines = written(server).split('\n');
    const patterns = lines
      .filter((line) => /immutable|path_regexp.*pagefind/.test(line))
      .flatMap(
        (line) =>
          /"~([^"]+)"|m#([^#]+)#|path_regexp (\S+)/.exec(line)?.slice(1).filter(Boolean) ?? [],
      )
      .map((pattern) => new RegExp(pattern as string));
    expect(patterns.length).toBeGreaterThan(0);
    for (const path of LASTING)
      expect(
        patterns.some((one) => one.test(path)),
        path,
      ).toBe(true);
    for (const path of CHANGING)
      expect(
        patterns.some((one) => one.test(path)),
        path,
      ).toBe(false);
  });

  test('never that a file is missing', () => {
    expect(written('nginx')).toMatch(/^add_header Cache-Control \$columns_caching;$/m);
    expect(written('apache')).not.toMatch(/always set Cache-Control/);
    expect(written('caddy')).toMatch(/@lasting \{\n.*\n {4}file\n/);
  });
});

test('the editor gets no policy by header, for its page brings a looser one', () => {
  expect(headersAt('/anyue/admin/')).not.toHaveProperty('Content-Security-Policy');
  expect(written('nginx')).toContain('"~^(?:/anyue/|/luan/)admin/" "";');
  expect(written('cloudflare')).toMatch(
    /^\/:p1\/admin\/\*\n {2}! Content-Security-Policy\n(?! {2}Content)/m,
  );
});

describe('whatever is called like a folder of ours and is none', () => {
  const CALLED = ['/anyue/2026/admin/', '/anyue/units/admin/', '/luan/towns/search/x/'];
  const more = ['/anyue/2026/a/admin/x.pdf', '/anyue/2026/kiosk/', '/admin/', '/other/admin/'];

  test.each([...CALLED, ...more.slice(0, 2)])('%s has the policy of a page', (path) => {
    const policy = headersAt(path)['Content-Security-Policy'];
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/wasm|frame-src/);
  });

  test.each([...CALLED, ...more])('%s is no place of the patterns that servers get', (path) => {
    const patterns = [
      // A whole column's page for what is not found is no place of ours.
      ...[...written('nginx').matchAll(/"~([^"]+)"(?! "\S*404\.html")/g)],
      ...[...written('apache').matchAll(/^Header .*m#([^#]+)#/gm)],
      ...[...written('caddy').matchAll(/path_regexp (\S+)/g)],
    ].map(([, pattern = '']) => new RegExp(pattern));
    expect(patterns.length).toBeGreaterThan(12);
    expect(patterns.filter((pattern) => pattern.test(path))).toEqual([]);
    expect(patterns.some((pattern) => pattern.test('/luan/admin/'))).toBe(true);
  });
});

test('paths that were taken down answer 410 wherever a server can say so', () => {
  const gone = ['/anyue/2025/a/b.pdf', '/anyue/data/c.csv', '/anyue/towns/x/'];
  const text = (server: string) => HEADER_FILES[server]?.({ bases: BASES, gone }) ?? '';
  expect(text('nginx')).toContain('  "/anyue/2025/a/b.pdf" 1;');
  expect(text('nginx')).toContain('  "~^/anyue/towns/x/" 1;');
  expect(text('apache')).toContain(String.raw`RedirectMatch gone "^/anyue/data/c\.csv$"`);
  expect(text('apache')).toContain('RedirectMatch gone "^/anyue/towns/x/"');
  expect(text('caddy')).toContain(`@gone path ${gone.join(' ')}*\n  respond @gone 410`);
  expect(text('cloudflare')).toMatch(/^# 410 .*3 paths/m);
});

test('Cloudflare is told each place once for each depth at which columns stand', () => {
  const text = HEADER_FILES['cloudflare']?.({ bases: ['/a/', '/b/', '/x/c/', '/'] }) ?? '';
  expect(text.match(/^\/(?!.*counties).*search\/\*$/gm)).toEqual([
    '/search/*',
    '/:p1/search/*',
    '/:p1/:p2/search/*',
  ]);
});

describe('media types', () => {
  test('of every ending that a site holds are known', () => {
    for (const [ending, type] of SERVED) {
      expect(type, ending).toMatch(/^[a-z]+\/[\w.+-]+(?:;charset=utf-8)?$/);
      expect(type, ending).not.toContain('octet-stream');
    }
  });

  test.each(Object.keys(HEADER_FILES))('that %s may lack are told', (server) => {
    for (const ending of ['ofd', 'wps', 'et', 'dps']) {
      const [line] = written(server)
        .split('\n')
        .filter((each) => each.includes(SERVED.get(ending) as string));
      expect(line, ending).toBeDefined();
    }
    expect(written(server)).toContain('.ofd'.slice(server === 'nginx' ? 1 : 0));
  });

  test('of texts say that they are UTF-8', () => {
    expect(SERVED.get('csv')).toBe('text/csv;charset=utf-8');
    expect(SERVED.get('pdf')).toBe('application/pdf');
    expect(written('nginx')).toMatch(/^charset_types .*\btext\/csv\b.*;$/m);
    expect(written('apache')).toMatch(/^AddCharset utf-8 .*\.csv\b/m);
    expect(written('caddy')).toContain('header @type-csv Content-Type "text/csv;charset=utf-8"');
  });

  test('nginx is not told what its own list has, for it would warn', () => {
    expect(written('nginx')).not.toMatch(/^ {2}application\/pdf /m);
    expect(written('nginx')).toMatch(/^ {2}application\/ofd ofd;$/m);
  });
});

describe('what is not found', () => {
  const bases = ['/hunan/', '/hunan/wuling/'];

  test.each([
    ['nginx', 'first', /"~\^(\/[^"]*)" "(\/[^"]*404\.html)";/g],
    ['apache', 'last', /m#\^([^#]*)#">\n {2}ErrorDocument 404 (\S+)/g],
    ['caddy', 'first', /handle (\/\S*)\* \{\n {6}rewrite \* (\S+)/g],
  ] as const)('is said by the column in whose folder it lies (%s)', (server, holds, rule) => {
    const text = HEADER_FILES[server]?.({ bases }) ?? '';
    const rules = [...text.matchAll(rule)].map(([, base = '', page]) => ({ base, page }));
    const pageFor = (path: string) => {
      const fitting = rules.filter(({ base }) => path.startsWith(base));
      return (holds === 'first' ? fitting[0] : fitting.at(-1))?.page;
    };
    expect(pageFor('/hunan/wuling/2031/x/')).toBe('/hunan/wuling/404.html');
    expect(pageFor('/hunan/2031/x/')).toBe('/hunan/404.html');
    expect(pageFor('/elsewhere/')).toBeUndefined();
    expect(text).toContain(' /404.html');
  });
});
