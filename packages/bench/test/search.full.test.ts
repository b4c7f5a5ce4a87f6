import { expect, test } from 'vitest';
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
