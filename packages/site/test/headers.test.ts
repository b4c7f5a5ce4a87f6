import { headersAt } from '@columns/export';
import { describe, expect, test } from 'vitest';
import { HEADER_FILES } from '../src/headers/index.ts';

const BASES = ['/anyue/', '/luan/'];
const written = (server: string) => HEADER_FILES[server]?.(BASES) ?? '';
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

test('the editor gets no policy by header, for its page brings a looser one', () => {
  expect(headersAt('/anyue/admin/')).not.toHaveProperty('Content-Security-Policy');
  expect(written('nginx')).toContain('~/admin/ "";');
  expect(written('cloudflare')).toMatch(
    /^\/:p1\/admin\/\*\n {2}! Content-Security-Policy\n(?! {2}Content)/m,
  );
});

test('Cloudflare is told each place once for each depth at which columns stand', () => {
  const text = HEADER_FILES['cloudflare']?.(['/a/', '/b/', '/x/c/', '/']) ?? '';
  expect(text.match(/^\/(?!.*counties).*search\/\*$/gm)).toEqual([
    '/search/*',
    '/:p1/search/*',
    '/:p1/:p2/search/*',
  ]);
});
