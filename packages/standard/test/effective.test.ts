import { describe, expect, test } from 'vitest';
import type { Standard } from '../src/index.ts';
import {
  applyLayers,
  countyLayer,
  currentId,
  effectiveCatalogue,
  effectiveGroups,
  loadStandard,
  readCatalogueChanges,
  templateOf,
} from '../src/index.ts';

const standard = loadStandard();
const changes = (value: unknown) => [countyLayer(readCatalogueChanges(value).changes)];

/** The standard with some replacements in it, as a fixture. */
function withReplacements(
  domains: Record<string, { by: string; from: string }>,
  items: Record<string, { by: string; from: string }> = {},
): Standard {
  const copy = structuredClone(standard);
  for (const domain of copy.domains) {
    const replaced = domains[domain.id];
    if (replaced) domain.replaced = replaced;
  }
  for (const item of copy.catalogue.flatMap((file) => file.items)) {
    const replaced = items[`${item.domain}/${item.id}`];
    if (replaced) item.replaced = replaced;
  }
  return copy;
}

const ids = (catalogue: ReturnType<typeof effectiveCatalogue>) =>
  catalogue.map(({ domain }) => domain.id);

const itemIds = (catalogue: ReturnType<typeof effectiveCatalogue>, id: string) =>
  catalogue.find(({ domain }) => domain.id === id)?.items.map((item) => item.id);

describe('what a county must disclose', () => {
  test.each([
    ['luan-30', 30, 283],
    ['anyue-30', 30, 277],
    ['gaoyao-26', 26, 263],
    ['national-26', 26, 263],
  ])('%s: %i domains in its order, %i items', (id, domains, items) => {
    const catalogue = effectiveCatalogue(standard, id);
    expect(catalogue).toHaveLength(domains);
    expect(catalogue.flatMap((each) => each.items)).toHaveLength(items);
    const structure = standard.structures.find((each) => each.id === id);
    expect(ids(catalogue)).toEqual(structure?.domains.map((domain) => domain.id));
  });

  test('carries the local name and unit with the icon and description of the domain', () => {
    const last = effectiveCatalogue(standard, 'luan-30')[13];
    expect(last?.domain).toMatchObject({
      id: 'land-expropriation',
      name: '征地补偿',
      lead: '市自然资源局',
      icon: 'land-plot',
    });
  });

  test('is plain data', () => {
    const catalogue = effectiveCatalogue(standard, 'luan-30');
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
  });

  test('is not what a town must: its rows stand in a catalogue of its own', () => {
    const county = effectiveCatalogue(standard, 'luan-30');
    expect(county.flatMap(({ items }) => items.map(({ id }) => id))).not.toContain(
      'town-elder-allowances',
    );
    const base = templateOf(standard, 'town');
    const domains = county.map(({ domain }) => domain);
    const groups = effectiveGroups(standard, domains, applyLayers(standard, [], { base }));
    const ids = (id: string) => groups.find((group) => group.id === id)?.items.map((one) => one.id);
    expect(ids('elder-care')).toEqual(['town-elder-allowances']);
    expect(groups.at(-1)).toMatchObject({ id: '_', name: '其他事项' });
  });

  test('an unknown structure is refused, with those that exist', () => {
    expect(() => effectiveCatalogue(standard, 'sichuan')).toThrow(
      '没有标识为“sichuan”的领域结构，可用的有：anyue-30、gaoyao-26、luan-30、national-26。',
    );
  });
});

describe('a domain replaced from a date on', () => {
  const replaced = withReplacements({
    'urban-rural-planning': { by: 'natural-resources', from: '2025-07-01' },
  });

  test('stands until the day before', () => {
    const catalogue = effectiveCatalogue(replaced, 'luan-30', undefined, { asOf: '2025-06-30' });
    expect(ids(catalogue)).toContain('urban-rural-planning');
    expect(ids(catalogue)).not.toContain('natural-resources');
  });

  test.each([{ asOf: '2025-07-01' }, {}])('gives its place to the new one with %o', (options) => {
    const catalogue = effectiveCatalogue(replaced, 'luan-30', undefined, options);
    expect(catalogue).toHaveLength(30);
    expect(catalogue[12]).toMatchObject({
      domain: { id: 'natural-resources', name: '自然资源', lead: '市自然资源局' },
      replaces: ['urban-rural-planning'],
    });
    expect(catalogue[12]?.items).toHaveLength(6);
  });

  test('goes into the new one where the structure has that already', () => {
    const both = withReplacements({
      preschool: { by: 'compulsory-education', from: '2025-07-01' },
    });
    const catalogue = effectiveCatalogue(both, 'luan-30', undefined, { asOf: '2025-07-01' });
    expect(catalogue).toHaveLength(29);
    expect(catalogue[3]).toMatchObject({
      domain: { id: 'compulsory-education' },
      replaces: ['preschool'],
    });
  });
});

describe('an item replaced from a date on', () => {
  const county = changes({
    add: [{ domain: 'budget', id: 'debt', level1: '财政预决算', level2: '政府债务' }],
    replace: [{ item: 'budget/government-accounts', by: 'budget/debt', from: '2025-07-01' }],
  });

  test('stands until the day before, and the new one waits', () => {
    const catalogue = effectiveCatalogue(standard, 'luan-30', county, { asOf: '2025-06-30' });
    expect(itemIds(catalogue, 'budget')).toEqual([
      'government-budget',
      'government-accounts',
      'department-budget',
      'department-accounts',
    ]);
  });

  test('gives its place to the new one on the day', () => {
    const catalogue = effectiveCatalogue(standard, 'luan-30', county, { asOf: '2025-07-01' });
    expect(itemIds(catalogue, 'budget')).toEqual([
      'government-budget',
      'debt',
      'department-budget',
      'department-accounts',
    ]);
  });

  test('may go to another domain', () => {
    const moved = withReplacements(
      {},
      { 'work-safety/standards': { by: 'disaster-relief/standards', from: '2025-07-01' } },
    );
    const catalogue = effectiveCatalogue(moved, 'luan-30');
    expect(itemIds(catalogue, 'work-safety')).not.toContain('standards');
    expect(itemIds(catalogue, 'disaster-relief')?.[3]).toBe('standards');
  });
});

describe('following replacements', () => {
  const chain = [
    { old: 'a', by: 'b', from: '2024-01-01' },
    { old: 'b', by: 'c', from: '2025-01-01' },
  ];

  test.each([
    ['2023-12-31', 'a'],
    ['2024-01-01', 'b'],
    ['2025-01-01', 'c'],
    [undefined, 'c'],
  ])('on %s a is %s', (asOf, now) => expect(currentId(chain, 'a', asOf)).toBe(now));

  test('a circle leads back', () => {
    expect(currentId([...chain, { old: 'c', by: 'a', from: '2025-01-01' }], 'a')).toBe('a');
  });
});
