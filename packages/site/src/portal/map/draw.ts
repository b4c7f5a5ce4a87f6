import type { CountyShape, GridPoint } from '@columns/standard/boundaries';
import { GRID } from '@columns/standard/boundaries';
import { labelPlace } from './label.ts';
import { simplify } from './simplify.ts';

/** A county as it is drawn; numbers in the drawing's own unit, which is a pixel on a wide screen. */
export interface DrawnCounty {
  readonly name: string;
  /** For the attribute `d` of a `path`. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly counties: readonly DrawnCounty[];
}

const WIDTH = 480;
const MARGIN = 4;
/** Points nearer to the line than this are left out: less than the line is wide. */
const TOLERANCE = 1.2;

/** Draws a city's counties side by side, north up, with what no eye would see left out. */
export function drawMap(shapes: readonly CountyShape[]): DrawnMap {
  const { place, width, height } = projection(shapes.flatMap(({ rings }) => rings.flat()));
  const placed = shapes.map(({ name, rings }) => ({
    name,
    rings: rings.map((ring) => ring.map(place)),
  }));
  const counties = simplify(placed, TOLERANCE).map(({ name, rings }) => {
    const [x, y] = labelPlace(rings);
    return { name, path: rings.map(ringPath).join(''), x: Math.round(x), y: Math.round(y) };
  });
  return { width, height, counties };
}

/** Degrees of longitude shrink with latitude; at the size of a city that is all that can be seen. */
function projection(points: readonly GridPoint[]) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const shrink = Math.cos((((south + north) / 2 / GRID) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * shrink);
  return {
    width: WIDTH,
    height: Math.ceil((north - south) * scale + 2 * MARGIN),
    place: ([x, y]: GridPoint): GridPoint => [
      (x - west) * shrink * scale + MARGIN,
      (north - y) * scale + MARGIN,
    ],
  };
}

/** Whole steps from point to point: short, and the same on every machine. */
function ringPath(ring: readonly GridPoint[]): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = points.flatMap(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [0, 0];
    return i > 0 && x === beforeX && y === beforeY ? [] : [`${x - beforeX} ${y - beforeY}`];
  });
  const [start, ...rest] = steps;
  return `M${start}l${rest.join(' ')}z`.replaceAll(' -', '-');
}
