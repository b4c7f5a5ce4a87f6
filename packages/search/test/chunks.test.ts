import { describe, expect, test } from 'vitest';
import { metaFile, sizeOf, wordsIn, writeSizes } from '../src/part/reader-files.ts';

describe('the files of words that a part has', () => {
  const files = { records: 3, last: '出生 津贴 龄津' };

  test.each([
    ['高龄 龄津 津贴', ['2', '2', '1']],
    ['保障', ['0']],
    ['乙', ['0']],
    ['龥', [undefined]],
  ])('%s is looked for in %j', (phrase, names) => {
    expect(wordsIn(files, phrase).map(({ file }) => file)).toEqual(names);
  });

  test('of an empty part are none', () => {
    expect(wordsIn({ records: 0, last: '' }, '保障').flatMap(({ file }) => file ?? [])).toEqual([]);
  });

  test('are told with sizes from which it can be seen what they will cost', () => {
    const sizes = [200, 10_400, 24_000, 9_000_000];
    const told = writeSizes(sizes);
    expect(told).toHaveLength(sizes.length);
    const costs = sizes.map((_, file) => sizeOf(told, file.toString(36)));
    expect(costs.toSorted((a, b) => a - b)).toEqual(costs);
    expect(costs[1]).toBeGreaterThan(4_000);
    expect(costs[1]).toBeLessThan(10_400);
  });

  test.each([0, 3, 30, 70_000])('are told to the reader with %i records', (records) => {
    const text = new TextDecoder().decode(metaFile({ ...files, records }));
    expect(text.startsWith('pagefind_dcd')).toBe(true);
    expect(text).toContain('龄津');
  });
});
