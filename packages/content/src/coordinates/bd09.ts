import type { Position } from './datum.ts';

/* GCJ-02 ↔ BD-09: a turn and a stretch around a shifted origin, as map libraries compute it. */

const TURN = (Math.PI * 3000) / 180;
const EAST = 0.0065;
const NORTH = 0.006;

/** GCJ-02 → BD-09. */
export function toBd09({ longitude, latitude }: Position): Position {
  const radius = Math.hypot(longitude, latitude) + 0.00002 * Math.sin(latitude * TURN);
  const angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * TURN);
  return {
    longitude: radius * Math.cos(angle) + EAST,
    latitude: radius * Math.sin(angle) + NORTH,
  };
}

/** BD-09 → GCJ-02, to about a metre at the first step; the second brings it to millimetres. */
export function fromBd09(shifted: Position): Position {
  let guess = firstGuess(shifted);
  for (let step = 0; step < 5; step++) {
    const there = toBd09(guess);
    guess = {
      longitude: guess.longitude + shifted.longitude - there.longitude,
      latitude: guess.latitude + shifted.latitude - there.latitude,
    };
  }
  return guess;
}

function firstGuess(shifted: Position): Position {
  const longitude = shifted.longitude - EAST;
  const latitude = shifted.latitude - NORTH;
  const radius = Math.hypot(longitude, latitude) - 0.00002 * Math.sin(latitude * TURN);
  const angle = Math.atan2(latitude, longitude) - 0.000003 * Math.cos(longitude * TURN);
  return { longitude: radius * Math.cos(angle), latitude: radius * Math.sin(angle) };
}
