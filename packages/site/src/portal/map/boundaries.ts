import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Steps of a degree: the data's own precision, about 100 m. */
export const GRID = 1024;

/** A place on the grid: `[longitude, latitude]` times `GRID`. */
export type GridPoint = readonly [x: number, y: number];

/** One county's outlines; an inner ring is a hole. */
export interface CountyShape {
  readonly name: string;
  readonly rings: readonly (readonly GridPoint[])[];
}

interface BoundaryFile {
  readonly city: string;
  readonly counties: readonly { readonly name: string; readonly rings: readonly number[][] }[];
}

const DATA = join(import.meta.dirname, '../../../data/boundaries');

/**
 * The counties of a city as the data draw them, or nothing for a city without data: its portal then has
 * the list alone. The source and its licence stand in `data/boundaries/README.md`.
 */
export function readBoundaries(city: string, folder = DATA): CountyShape[] | undefined {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as BoundaryFile;
    if (file.city !== city) continue;
    return file.counties.map((county) => ({
      name: county.name,
      rings: county.rings.map(pointsOf),
    }));
  }
  return undefined;
}

/** The points that differences lead through; the last one, which is the first again, is left out. */
function pointsOf(deltas: readonly number[]): GridPoint[] {
  const points: GridPoint[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < deltas.length; at += 2) {
    x += deltas[at] ?? 0;
    y += deltas[at + 1] ?? 0;
    points.push([x, y]);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && points.length > 1 && first[0] === last[0] && first[1] === last[1]) {
    points.pop();
  }
  return points;
}
