import { type CountyShape, type GridPoint, readBoundaries } from '@columns/standard/boundaries';
import { describe, expect, it } from 'vitest';
import { drawMap } from '../src/portal/map/draw.ts';
import { isInside, labelPlace } from '../src/portal/map/label.ts';
import { simplify } from '../src/portal/map/simplify.ts';

const LUAN = readBoundaries({ name: '六安市', level: 'city' })[0]?.counties ?? [];

function edges(shapes: readonly CountyShape[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { rings } of shapes) {
    for (const ring of rings) {
      ring.forEach((point, i) => {
        const ends = [point, ring[(i + 1) % ring.length] ?? point].map(String).sort();
        found.set(ends.join(' '), (found.get(ends.join(' ')) ?? 0) + 1);
      });
    }
  }
  return found;
}

/** Twice the area, whichever way a ring runs. */
function area(rings: readonly (readonly GridPoint[])[]): number {
  return rings.reduce((sum, ring) => {
    const doubled = ring.reduce((total, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
      return total + x * nextY - nextX * y;
    }, 0);
    return sum + Math.abs(doubled);
  }, 0);
}

describe('the boundaries of a city', () => {
  it('name its counties by their codes', () => {
    expect(LUAN.map(({ name }) => name)).toEqual([
      ...['金安区', '裕安区', '叶集区', '霍邱县', '舒城县', '金寨县', '霍山县'],
    ]);
  });
});

describe('a simplified map', () => {
  const simple = simplify(LUAN, 5);

  it('has few points, and hardly another area', () => {
    const count = (shapes: readonly CountyShape[]) =>
      shapes.flatMap(({ rings }) => rings.flat()).length;
    expect(count(simple)).toBeLessThan(count(LUAN) / 10);
    simple.forEach(({ rings }, i) => {
      const before = area(LUAN[i]?.rings ?? []);
      expect(Math.abs(area(rings) - before) / before).toBeLessThan(0.01);
    });
  });

  it('opens no gap: what two counties shared they still share, line for line', () => {
    const shared = (shapes: readonly CountyShape[]) =>
      [...edges(shapes).values()].filter((count) => count === 2).length;
    const all = (shapes: readonly CountyShape[]) => [...edges(shapes).values()].length;
    expect(shared(simple) / all(simple)).toBeGreaterThan(0.4);
    // Two squares side by side, with a step in the border between them.
    const border: GridPoint[] = [
      [10, 0],
      [10, 3],
      [11, 5],
      [10, 7],
      [10, 10],
    ];
    const west: GridPoint[] = [[0, 0], ...border, [0, 10]];
    const east: GridPoint[] = [...border.toReversed(), [20, 0], [20, 10]];
    for (const [tolerance, lines] of [
      [0.1, 4],
      [0.9, 2],
      [1.5, 1],
    ] as const) {
      const both = [
        { name: '西', rings: [west] },
        { name: '东', rings: [east] },
      ];
      expect([tolerance, shared(simplify(both, tolerance))]).toEqual([tolerance, lines]);
    }
  });

  it('keeps an island that nothing touches', () => {
    const ring: GridPoint[] = [
      [0, 0],
      [5, 0.1],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    const [made] = simplify([{ name: '岛', rings: [ring] }], 1);
    expect(made?.rings[0]?.length).toBe(4);
  });
});

describe('a drawn map', () => {
  const { width, height, counties } = drawMap(LUAN);

  it('stands north up in its frame, in a few kilobytes', () => {
    expect([width, height]).toEqual([480, expect.any(Number)]);
    const at = (name: string) => counties.find((county) => county.name === name);
    expect(at('霍邱县')?.y).toBeLessThan(at('霍山县')?.y ?? 0);
    expect(at('金寨县')?.x).toBeLessThan(at('舒城县')?.x ?? 0);
    expect(counties.map(({ path }) => path).join('').length).toBeLessThan(4000);
    for (const { path } of counties) expect(path).toMatch(/^(?:M[\d -]+l[\d -]+z)+$/);
  });

  it('writes each name inside its county', () => {
    for (const { rings } of simplify(LUAN, 4))
      expect(isInside(labelPlace(rings), rings)).toBe(true);
  });

  it('is the same every time', () => {
    expect(drawMap(LUAN)).toEqual({ width, height, counties });
  });
});
