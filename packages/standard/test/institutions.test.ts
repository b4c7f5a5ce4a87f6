import { describe, expect, test } from 'vitest';
import { loadStandard } from '../src/index.ts';

const { sectors, source } = loadStandard().institutions;

describe('public institutions', () => {
  test('are of the trades that article 2 of 国办发〔2020〕50号 names', () => {
    expect(source).toContain('国办发〔2020〕50号');
    expect(sectors.map(({ id }) => id)).toEqual([
      'education',
      'health',
      'water',
      'power',
      'gas',
      'heating',
      'environment',
      'transport',
    ]);
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
