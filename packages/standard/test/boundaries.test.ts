import { expect, test } from 'vitest';
import { GRID, readOutline } from '../src/boundaries.ts';

test('a county has its outline by its name, around where it lies', () => {
  const outline = readOutline('金寨县');
  const points = outline?.rings.flat() ?? [];
  expect(points).not.toEqual([]);
  for (const [x, y] of points) {
    expect(Math.abs(x / GRID - 115.8)).toBeLessThan(1);
    expect(Math.abs(y / GRID - 31.6)).toBeLessThan(1);
  }
});

test('a county of which there are no data has none', () => {
  expect(readOutline('青山县')).toBeUndefined();
});
