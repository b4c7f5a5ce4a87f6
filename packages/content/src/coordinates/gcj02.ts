import type { Position } from './datum.ts';

/*
 * WGS-84 → GCJ-02 as the public re-implementations of the plug-in compute it (eviltransform and its
 * kin agree to 10⁻⁶ degrees). There is no published standard; the true shift differs by centimetres.
 */

/** Krasovsky 1940: semi-major axis in metres, square of the eccentricity. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006693421622965943;

/** A hundredth of a millimetre in degrees: as near as the way back is asked to come. */
const NEAR_ENOUGH = 1e-10;
const MOST_STEPS = 30;

/** WGS-84 (or CGCS2000) → GCJ-02. */
export function toGcj02({ longitude, latitude }: Position): Position {
  const shift = shiftAt(longitude - 105, latitude - 35, latitude);
  return { longitude: longitude + shift.longitude, latitude: latitude + shift.latitude };
}

/** GCJ-02 → WGS-84: the shift has no inverse in closed form, so it is found step by step. */
export function fromGcj02(shifted: Position): Position {
  let guess = shifted;
  for (let step = 0; step < MOST_STEPS; step++) {
    const there = toGcj02(guess);
    const east = shifted.longitude - there.longitude;
    const north = shifted.latitude - there.latitude;
    guess = { longitude: guess.longitude + east, latitude: guess.latitude + north };
    if (Math.abs(east) < NEAR_ENOUGH && Math.abs(north) < NEAR_ENOUGH) break;
  }
  return guess;
}

/** The shift in degrees at `x`, `y` degrees from 105°E 35°N. */
function shiftAt(x: number, y: number, latitude: number): Position {
  const radians = (latitude / 180) * Math.PI;
  const sine = Math.sin(radians);
  const flattening = 1 - ECCENTRICITY * sine * sine;
  const root = Math.sqrt(flattening);
  const north = (AXIS * (1 - ECCENTRICITY)) / (flattening * root);
  const east = (AXIS / root) * Math.cos(radians);
  return {
    longitude: (metresEast(x, y) * 180) / (east * Math.PI),
    latitude: (metresNorth(x, y) * 180) / (north * Math.PI),
  };
}

const wave = (value: number, period: number) => Math.sin((value * Math.PI) / period);

function metresNorth(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    ripple(x) +
    ((20 * wave(y, 1) + 40 * wave(y, 3)) * 2) / 3 +
    ((160 * wave(y, 12) + 320 * wave(y, 30)) * 2) / 3
  );
}

function metresEast(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    ripple(x) +
    ((20 * wave(x, 1) + 40 * wave(x, 3)) * 2) / 3 +
    ((150 * wave(x, 12) + 300 * wave(x, 30)) * 2) / 3
  );
}

/** What both directions share: 20 sin 6πx + 20 sin 2πx, times ⅔. */
function ripple(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3;
}
