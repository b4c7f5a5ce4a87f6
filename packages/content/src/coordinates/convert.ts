import { fromBd09, toBd09 } from './bd09.ts';
import type { Datum, Position } from './datum.ts';
import { fromGcj02, toGcj02 } from './gcj02.ts';

/**
 * A position given in one datum, told in another. CGCS2000 and WGS-84 count as one: they differ by
 * centimetres, the others by hundreds of metres. Pure; only for positions in China.
 */
export function convert(position: Position, from: Datum, to: Datum): Position {
  if (family(from) === family(to)) return position;
  return fromGcj(to, toGcj(from, position));
}

function family(datum: Datum): Datum {
  return datum === 'CGCS2000' ? 'WGS-84' : datum;
}

function toGcj(from: Datum, position: Position): Position {
  if (from === 'GCJ-02') return position;
  return from === 'BD-09' ? fromBd09(position) : toGcj02(position);
}

function fromGcj(to: Datum, position: Position): Position {
  if (to === 'GCJ-02') return position;
  return to === 'BD-09' ? toBd09(position) : fromGcj02(position);
}
