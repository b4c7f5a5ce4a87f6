import type { GridPoint } from '@columns/standard/boundaries';
import { distanceToSegment } from './simplify.ts';

/** How finely the middle is looked for: so many places a side. */
const PLACES = 32;

/** The place in a county that is farthest from its border: there its name has most room. */
export function labelPlace(rings: readonly (readonly GridPoint[])[]): GridPoint {
  const points = rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  let best: GridPoint = [(west + east) / 2, (top + bottom) / 2];
  let most = -1;
  for (let row = 1; row < PLACES; row += 1) {
    for (let column = 1; column < PLACES; column += 1) {
      const place: GridPoint = [
        west + ((east - west) * column) / PLACES,
        top + ((bottom - top) * row) / PLACES,
      ];
      if (!isInside(place, rings)) continue;
      const room = roomAt(place, rings);
      if (room > most) [best, most] = [place, room];
    }
  }
  return best;
}

/** Whether a line to the west crosses the outlines an odd number of times. */
export function isInside([x, y]: GridPoint, rings: readonly (readonly GridPoint[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
      const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
      if (crosses) inside = !inside;
    });
  }
  return inside;
}

/** A name is wider than high: what bounds it at the sides counts for less room. */
function roomAt(place: GridPoint, rings: readonly (readonly GridPoint[])[]): number {
  const narrow = ([x, y]: GridPoint): GridPoint => [x / 2, y];
  let room = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    ring.forEach((point, i) => {
      const next = ring[(i + 1) % ring.length] ?? point;
      room = Math.min(room, distanceToSegment(narrow(place), narrow(point), narrow(next)));
    });
  }
  return room;
}
