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

/** The counties of one city. */
export interface CityShapes {
  readonly city: string;
  readonly code: string;
  readonly counties: readonly CountyShape[];
}

interface BoundaryFile {
  readonly city: string;
  readonly code: string;
  readonly province: string;
  readonly counties: readonly { readonly name: string; readonly rings: readonly number[][] }[];
}

const DATA = join(import.meta.dirname, '../data/boundaries');

/**
 * The counties of a city, or of the cities of a province, as the data draw them; nothing where there are no
 * data: the portal then has the list alone. The source and its licence stand in `data/boundaries/README.md`.
 */
export function readBoundaries(
  { name, level }: { readonly name: string; readonly level: string },
  folder = DATA,
): CityShapes[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as BoundaryFile)
    .filter((file) => (level === 'province' ? file.province : file.city) === name)
    .map(({ city, code, counties }) => ({
      ...{ city, code },
      counties: counties.map((county) => ({
        name: county.name,
        rings: county.rings.map(pointsOf),
      })),
    }));
}

/**
 * The outline of one county by its name; nothing where no data draw it, or where counties of several cities bear
 * the name.
 */
export function readOutline(name: string, folder = DATA): CountyShape | undefined {
  const found = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap(
      (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as BoundaryFile).counties,
    )
    .filter((county) => county.name === name);
  const [one] = found;
  return one && found.length === 1
    ? { name, rings: one.rings.map((ring) => pointsOf(ring)) }
    : undefined;
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
