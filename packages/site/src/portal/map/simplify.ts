import type { CountyShape, GridPoint } from '@columns/standard/boundaries';

/**
 * Leaves out points that lie nearer to the line than `tolerance` (in the unit of the points). A border that
 * two counties share is simplified once, so that no gap or overlap opens between them.
 */
export function simplify(shapes: readonly CountyShape[], tolerance: number): CountyShape[] {
  const owners = new Map<string, string>();
  shapes.forEach(({ rings }, county) => {
    for (const ring of rings) {
      ring.forEach((point, i) => {
        const key = edgeKey(point, ring[(i + 1) % ring.length] ?? point);
        owners.set(key, `${owners.get(key) ?? ''} ${county}`);
      });
    }
  });
  return shapes.map(({ name, rings }) => ({
    name,
    rings: rings.map((ring) => simpleRing(ring, owners, tolerance)).filter((r) => r.length > 2),
  }));
}

function edgeKey(a: GridPoint, b: GridPoint): string {
  const [first, second] = inOrder(a, b) ? [a, b] : [b, a];
  return `${first[0]},${first[1]} ${second[0]},${second[1]}`;
}

function inOrder(a: GridPoint, b: GridPoint): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
}

/** A ring falls apart where its neighbours change; each piece keeps its two ends. */
function simpleRing(
  ring: readonly GridPoint[],
  owners: ReadonlyMap<string, string>,
  tolerance: number,
): GridPoint[] {
  const ownersAt = (i: number) => {
    const [a, b] = [ring[i % ring.length], ring[(i + 1) % ring.length]];
    return a && b ? owners.get(edgeKey(a, b)) : undefined;
  };
  const nodes = ring.flatMap((_, i) => (ownersAt(i + ring.length - 1) === ownersAt(i) ? [] : [i]));
  const cuts = nodes.length > 1 ? nodes : endsOfLoop(ring);
  return cuts.flatMap((from, n) => {
    const to = cuts[(n + 1) % cuts.length] ?? from;
    const length = ((to - from + ring.length - 1) % ring.length) + 1;
    const arc = Array.from({ length: length + 1 }, (_, i) => ring[(from + i) % ring.length]);
    // The last point is the first of the next piece.
    return simpleArc(
      arc.filter((point) => point !== undefined),
      tolerance,
    ).slice(0, -1);
  });
}

/** Two points that any ring over the same border would choose: the westernmost and the one opposite. */
function endsOfLoop(ring: readonly GridPoint[]): number[] {
  const start = ring.reduce((best, point, i) => {
    const other = ring[best] ?? point;
    return inOrder(other, point) ? best : i;
  }, 0);
  const from = ring[start] ?? [0, 0];
  const far = ring.reduce((best, point, i) => {
    const other = ring[best] ?? point;
    return distance(point, from) > distance(other, from) ? i : best;
  }, start);
  return [start, far].sort((a, b) => a - b);
}

function distance(a: GridPoint, b: GridPoint): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Douglas and Peucker's way, always walked from the same end, so that both counties get the same line. */
function simpleArc(arc: readonly GridPoint[], tolerance: number): GridPoint[] {
  const [first, last] = [arc[0], arc.at(-1)];
  if (!first || !last || arc.length < 3) return [...arc];
  const backwards = !inOrder(first, last);
  const line = backwards ? arc.toReversed() : arc;
  const keep = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [worst, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const away = distanceToLine(line[i], line[from], line[to]);
      if (away > most) [worst, most] = [i, away];
    }
    if (worst === -1) continue;
    keep.add(worst);
    open.push([from, worst], [worst, to]);
  }
  const kept = line.filter((_, i) => keep.has(i));
  return backwards ? kept.reverse() : kept;
}

function distanceToLine(
  point: GridPoint | undefined,
  from: GridPoint | undefined,
  to: GridPoint | undefined,
): number {
  if (!point || !from || !to) return 0;
  return distanceToSegment(point, from, to);
}

/** From a point to the nearest one between two others. */
export function distanceToSegment(point: GridPoint, from: GridPoint, to: GridPoint): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(point[0] - from[0] - at * dx, point[1] - from[1] - at * dy);
}
