import type { Position } from './coordinates/index.ts';
import { convert } from './coordinates/index.ts';
import type { Entry } from './entry.ts';
import { isKind } from './entry.ts';
import { isOpen } from './shown.ts';

/** Where a place stands, in the two datums that pages need. */
export interface PlacePosition {
  /** For drawing, and for `geo:` addresses (RFC 5870). */
  readonly wgs84: Position;
  /** For map services in China. */
  readonly gcj02: Position;
}

/** The positions of all places that give one, by entry id. */
export function placePositions(entries: readonly Entry[]): Record<string, PlacePosition> {
  const known = entries.flatMap((entry) => {
    if (!isKind(entry, 'place') || !entry.data.location || !isOpen(entry)) return [];
    const { datum, longitude, latitude } = entry.data.location;
    const at = { longitude, latitude };
    const position: PlacePosition = {
      wgs84: rounded(convert(at, datum, 'WGS-84')),
      gcj02: rounded(convert(at, datum, 'GCJ-02')),
    };
    return [[entry.id, position] as const];
  });
  return Object.fromEntries(known);
}

/** To a decimetre: finer digits would be noise. */
function rounded({ longitude, latitude }: Position): Position {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return { longitude: round(longitude), latitude: round(latitude) };
}
