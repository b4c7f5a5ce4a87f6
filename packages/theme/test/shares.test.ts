import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { expect, test } from 'vitest';
import type { FactDigests } from '../src/rendering/fact-digests.ts';
import { sharePrerenderer } from '../src/rendering/prerenderer.ts';

const PAGE = path(/^\/([^/]+)\/([^/]+)\/?$/, ['year', 'id']);
const ROWS = path(/^\/([^/]+)\/([^/]+)\/rows\/([^/]+)\/?$/, ['year', 'id', 'page']);
const CSV = path(/^\/data\/([^/]+)\.csv\/?$/, ['id']);
const UNITS = path(/^\/units\/?$/, []);

const PATHS = [
  PAGE('/2025/fees/'),
  PAGE('/2025/powers/'),
  PAGE('/2026/staff/'),
  ROWS('/2025/powers/rows/2/'),
  ROWS('/2025/fees/rows/2/'),
  ROWS('/2025/powers/rows/3/'),
  CSV('/data/powers.csv'),
  CSV('/data/fees.csv'),
  CSV('/data/staff.csv'),
  UNITS('/units/'),
];

test('shares make every page, each by one of them', async () => {
  const shares = await Promise.all([0, 1, 2].map((number) => ownPaths(number, 3)));
  expect(shares.flat().sort()).toEqual(PATHS.map(({ pathname }) => pathname).sort());
});

test('what is made of one entry is made by one share, one after another', async () => {
  const shares = await Promise.all([0, 1].map((number) => ownPaths(number, 2)));
  for (const id of ['fees', 'powers', 'staff']) {
    const ofEntry = (pathname: string) => pathname.includes(id);
    const [own = []] = shares.filter((share) => share.some(ofEntry));
    const from = own.findIndex(ofEntry);
    const all = PATHS.filter(({ pathname }) => ofEntry(pathname));
    expect(own.slice(from, from + all.length)).toEqual(all.map(({ pathname }) => pathname));
  }
});

async function ownPaths(number: number, count: number): Promise<string[]> {
  const astro = { name: 'astro', getStaticPaths: () => Promise.resolve(PATHS) };
  const share = { number, count };
  const own = await sharePrerenderer(astro as unknown as AstroPrerenderer, {
    share: share as Parameters<typeof sharePrerenderer>[1]['share'],
    known: {},
    digests: {} as FactDigests,
    base: '',
    write: () => {
      throw new Error('Nothing is made here.');
    },
    told: () => undefined,
  }).getStaticPaths();
  return own.map(({ pathname }) => pathname);
}

function path(pattern: RegExp, params: readonly string[]): (pathname: string) => PathWithRoute {
  return (pathname) =>
    ({ pathname, route: { pattern, params, type: 'page' } }) as unknown as PathWithRoute;
}
