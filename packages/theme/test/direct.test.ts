import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PROOF_PAGES } from '@columns/content';
import { BESIDE } from '@columns/export';
import type { DirectRow } from '@columns/search/build';
import { expect, test } from 'vitest';
import { buildApp, builtFixture } from './build.ts';

const CITY = join(import.meta.dirname, 'fixtures/city');

function rowsOf(dist: string): DirectRow[] {
  const index = join(dist, 'pagefind');
  const { direct } = JSON.parse(readFileSync(join(index, 'search.json'), 'utf8'));
  return JSON.parse(gunzipSync(readFileSync(join(index, direct))).toString('utf8'));
}

/** The addresses of what the index of entries holds. */
function indexed(dist: string): string[] {
  const cards = join(dist, 'pagefind', 'cards');
  return readdirSync(cards, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pf_card'))
    .map((file) => JSON.parse(gunzipSync(readFileSync(join(cards, file))).toString('utf8')).url);
}

/** Every page of a site, by its address below the base; addresses that only lead on are none. */
function pagesOf(dist: string): string[] {
  return (
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?:^|\/)index\.html$/.test(file))
      // What pages are filled into when the sites are put together is no page.
      .filter((file) => !file.replaceAll('\\', '/').startsWith('frame/'))
      .filter((file) => !/http-equiv="?refresh/i.test(readFileSync(join(dist, file), 'utf8')))
      .map((file) => relative('.', file).slice(0, -'index.html'.length))
  );
}

/** Pages that are found by another: the first of a list, or the entry that they belong to. */
const FURTHER = [
  /^(\d{4}\/[^/]+\/)(?:sheet|rows\/\d+)\/$/,
  /^((?:domains|units|towns|villages|institutions)\/[^/]+\/)_all\/.*$/,
  /^(villages\/|lists\/)_all\/.*$/,
  /^(domains\/[^/]+\/[^/]+\/).+\/$/,
  /^(kinds\/[^/]+\/)\d+\/(?:page-\d+\/)?$/,
  /^(library\/).+\/$/,
  /^(catalogue\/print\/)[^/]+\/$/,
  /^(kiosk\/)[^/]+\/$/,
  /^((?:elder|feeds)\/).+\/$/,
  /^(villages\/[^/]+\/)board\/$/,
  /^(guides\/booklet\/)[^/]+\/$/,
];
/** A search does not find itself. */
const SEARCHES = ['search/'];

test.each([
  ['a county', () => builtFixture()],
  ['a city', () => buildApp({ county: 'luan', content: CITY })],
] as const)('every page of %s is in the index or in the list of pages', async (_, build) => {
  const { dist } = await build();
  const found = new Set([...indexed(dist), ...rowsOf(dist).map(({ u }) => u), ...SEARCHES]);
  const lost = pagesOf(dist).filter((page) => {
    const first = FURTHER.flatMap((pattern) => pattern.exec(page)?.[1] ?? [])[0];
    return !found.has(page) && !(first !== undefined && found.has(first));
  });
  expect(lost).toEqual([]);
  // Whatever may be named as proof of a task is a page that there is.
  const county = rowsOf(dist).every(({ u }) => u !== 'counties/');
  const proofs = Object.keys(PROOF_PAGES).filter((page) => !county || !page.includes('counties/'));
  expect(proofs.filter((page) => !found.has(page))).toEqual([]);
});

test('every row leads to a page, has a name, and says what is known of whom to ask', async () => {
  const { dist } = await builtFixture();
  const rows = rowsOf(dist);
  // Those that other tasks write beside the site.
  const beside = ['coverage/', BESIDE.bulletins, BESIDE.assessment, 'ledger/', 'data/'];
  const lost = rows.filter(
    ({ u }) => !beside.includes(u) && !existsSync(join(dist, u, 'index.html')),
  );
  expect(lost).toEqual([]);
  expect(new Set(rows.map(({ u, t }) => `${u} ${t}`)).size).toBe(rows.length);
  expect(rows.filter(({ t }) => t.trim() === '')).toEqual([]);
  const kinds = new Set(rows.map(({ k }) => k));
  for (const kind of [
    'form',
    'place',
    'unit',
    'institution',
    'town',
    'village',
    'domain',
    'item',
    'page',
  ])
    expect(kinds).toContain(kind);
  expect(rows.some(({ k, p, h, w }) => k === 'unit' && p && h && w)).toBe(true);
  expect(rows.some(({ k, w }) => k === 'place' && w)).toBe(true);
});

test('a domain names the unit that answers for it, the one that publishes most of it where no plan says', async () => {
  const { dist } = await builtFixture();
  const rows = rowsOf(dist);
  const offices = rows.flatMap(({ k, o }) => (k === 'domain' && o !== undefined ? [o] : []));
  expect(offices).toContain('units/civil-affairs/');
  const units = rows.filter(({ k }) => k === 'unit').map(({ u }) => u);
  expect(offices.filter((office) => !units.includes(office))).toEqual([]);
});

test('the list is small, and the same in every build', async () => {
  const { dist } = await builtFixture();
  const { direct } = JSON.parse(readFileSync(join(dist, 'pagefind/search.json'), 'utf8'));
  expect(readFileSync(join(dist, 'pagefind', direct)).length).toBeLessThan(20_000);
  expect(direct).toMatch(/^beside\/direct-[0-9a-f]{16}\.pf_direct$/);
});
