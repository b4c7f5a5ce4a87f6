/**
 * The datums that Chinese coordinates come in. Which one is meant must be named: the same two
 * numbers read in another datum stand up to 1.2 km away.
 *
 * - `WGS-84`: what satellite receivers give.
 * - `CGCS2000`: 2000 国家大地坐标系, that of official surveys; within centimetres of WGS-84.
 * - `GCJ-02`: what map services for the public must show (高德, 腾讯).
 * - `BD-09`: GCJ-02 shifted once more (百度).
 */
export const DATUMS = ['GCJ-02', 'WGS-84', 'CGCS2000', 'BD-09'] as const;
export type Datum = (typeof DATUMS)[number];

/** Degrees east and north. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** A rectangle of degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * A rectangle around China's land and seas (3°51′N–53°33′N, 73°33′E–135°05′E) with room for the
 * shifts of GCJ-02 and BD-09: what is outside it is a slip in whatever datum.
 */
export const CHINA: Bounds = { west: 73.4, south: 3.8, east: 135.2, north: 53.7 };

export function isWithin({ longitude, latitude }: Position, bounds: Bounds): boolean {
  return (
    longitude >= bounds.west &&
    longitude <= bounds.east &&
    latitude >= bounds.south &&
    latitude <= bounds.north
  );
}
