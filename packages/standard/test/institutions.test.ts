import { describe, expect, test } from 'vitest';
import { loadStandard } from '../src/index.ts';

const { sectors, source } = loadStandard().institutions;

/** Article 2 of 国办发〔2020〕50号. */
const NATIONAL = [
  ...['education', 'health', 'water', 'power', 'gas', 'heating', 'environment', 'transport'],
];

/** The eleven trades of a city's plan of 2019, task 80. */
const PLANNED = [
  ...['education', 'health', 'planning-design', 'water', 'power', 'gas', 'transport', 'finance'],
  ...['post', 'telecom', 'funeral'],
];

describe('public institutions', () => {
  test('are of the trades that article 2 of 国办发〔2020〕50号 names, then of those a plan adds', () => {
    expect(source).toContain('国办发〔2020〕50号');
    const ids = sectors.map(({ id }) => id);
    expect(ids.slice(0, NATIONAL.length)).toEqual(NATIONAL);
    expect(new Set(ids)).toEqual(new Set([...NATIONAL, ...PLANNED]));
    expect(PLANNED).toHaveLength(11);
  });

  test('all disclose fourteen contents in common, each once, in words of the trade where it has its own', () => {
    const common = [
      ...['duties', 'leaders', 'departments', 'department-duties', 'personnel', 'regulations'],
      ...['documents', 'procedures', 'services', 'finance', 'procurement', 'emergency', 'fees'],
      'plans',
    ];
    expect(common).toHaveLength(14);
    for (const { id, items } of sectors) {
      const ids = items.map((item) => item.id);
      expect(new Set(ids).size, id).toBe(ids.length);
      expect(ids, id).toEqual(expect.arrayContaining(common));
    }
    const fees = (trade: string) =>
      sectors.find(({ id }) => id === trade)?.items.find(({ id }) => id === 'fees');
    expect(fees('water')).toMatchObject({ level1: '行业内容', level2: '水价和收费' });
  });

  test('each have a rule of their own and a telephone to complain to, whatever it is called', () => {
    for (const { id, rule, items } of sectors) {
      expect(rule, id).toMatch(/\p{Script=Han}{4}/u);
      const elements = items.flatMap((item) => item.elements ?? []).join('');
      expect(elements, id).toMatch(/投诉电话|监督电话/);
    }
  });

  test('have a list that was read in the rule itself only where that is said', () => {
    expect(sectors.filter(({ verified }) => verified).map(({ id }) => id)).toEqual(['transport']);
  });
});
