import { expect, test } from 'vitest';
import { main } from '../src/benchmarks.ts';
import { truthOf } from '../src/search/queries.ts';
import { measureSearch, searchTable } from '../src/search.ts';

test('both searches are built and asked over one site, and ours is exact', async () => {
  const rows = await measureSearch(60, 4, ['低保', '公示']);
  expect(rows.map(({ side }) => side)).toEqual(['stock', 'ours']);
  for (const { seconds, indexMB, quality, cold, anyCold } of rows) {
    expect(Math.min(seconds, indexMB)).toBeGreaterThan(0);
    expect(quality.length).toBe(7);
    expect(anyCold.length).toBe(quality.length);
    for (const { bytes, withTexts, milliseconds } of [...cold, ...anyCold]) {
      expect(Math.min(bytes, milliseconds)).toBeGreaterThan(0);
      expect(withTexts).toBeGreaterThan(bytes);
    }
  }
  for (const { class: name, recall, precision } of rows[1]?.quality ?? []) {
    expect([recall, precision], name).toEqual([1, 1]);
  }
  const lines = searchTable(rows).split('\n');
  expect(lines[0]).toContain('60: Pagefind 1.6.0');
  expect(lines.filter((line) => line.startsWith('| recall'))).toHaveLength(1);
}, 120_000);

test('the truth is a plain search, and what has the query in its title is wanted first', () => {
  const truth = truthOf([['甲乙', '丙'], ['丁', '甲乙丙'], ['戊']], '甲乙');
  expect([...truth.all]).toEqual([0, 1]);
  expect([...truth.titled]).toEqual([0]);
});

test('sizes must be numbers', async () => {
  const said: string[] = [];
  expect(await main(['search', 'many'], { out: (text) => said.push(text) })).toBe(2);
  expect(said.join('')).toContain('whole numbers');
});
