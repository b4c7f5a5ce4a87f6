import { describe, expect, it } from 'vitest';
import { CHINA, convert, DATUMS, isWithin } from '../src/index.ts';

/** Published test vectors of eviltransform: longitude, latitude in WGS-84 and in GCJ-02. */
const WGS_GCJ = [
  ['上海', 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
  ['深圳', 113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
  ['北京', 116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
] as const;
/** Those of coordtransform and gcoord for BD-09, with the datums they are told in. */
const BD = [
  ['GCJ-02', 'BD-09', 116.404, 39.915, 116.41036949371029, 39.92133699351021],
  ['BD-09', 'GCJ-02', 116.404, 39.915, 116.39762729119315, 39.90865673957631],
  ['WGS-84', 'BD-09', 116.403988, 39.914266, 116.41661560068297, 39.92196580126834],
] as const;

/** Metres between two positions that are near each other. */
function metres(
  a: { longitude: number; latitude: number },
  b: { longitude: number; latitude: number },
): number {
  const perDegree = 111_320;
  const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(east, a.latitude - b.latitude) * perDegree;
}

describe('a position in WGS-84', () => {
  it.each(WGS_GCJ)('in %s is told in GCJ-02 as others tell it', (_, east, north, gcjE, gcjN) => {
    const told = convert({ longitude: east, latitude: north }, 'WGS-84', 'GCJ-02');
    expect(told.longitude).toBeCloseTo(gcjE, 6);
    expect(told.latitude).toBeCloseTo(gcjN, 6);
  });

  it('is the same in CGCS2000', () => {
    const at = { longitude: 105.3, latitude: 30.1 };
    expect(convert(at, 'WGS-84', 'CGCS2000')).toEqual(at);
    expect(convert(at, 'CGCS2000', 'GCJ-02')).toEqual(convert(at, 'WGS-84', 'GCJ-02'));
  });
});

it.each(BD)('a position in %s is told in %s as others tell it', (from, to, e, n, east, north) => {
  const told = convert({ longitude: e, latitude: n }, from, to);
  // On the way back others stop at the first guess, some centimetres off.
  expect(metres(told, { longitude: east, latitude: north })).toBeLessThan(0.1);
});

describe('there and back', () => {
  const places = [73.5, 86, 98.3, 105.336, 114, 121.5, 134.9].flatMap((longitude) =>
    [4, 18.2, 24.48, 30.1, 39.9, 47, 53.4].map((latitude) => ({ longitude, latitude })),
  );
  const pairs = DATUMS.flatMap((from) => DATUMS.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s → back comes within a millimetre, everywhere in China', (from, to) => {
    for (const place of places) {
      const back = convert(convert(place, from, to), to, from);
      expect(metres(place, back), JSON.stringify(place)).toBeLessThan(0.001);
    }
  });

  it('GCJ-02 stands some hundred metres from WGS-84, BD-09 still farther', () => {
    const at = { longitude: 105.336, latitude: 30.097 };
    const gcj = convert(at, 'WGS-84', 'GCJ-02');
    const bd = convert(at, 'WGS-84', 'BD-09');
    expect(metres(at, gcj)).toBeGreaterThan(200);
    expect(metres(at, gcj)).toBeLessThan(800);
    expect(metres(at, bd)).toBeGreaterThan(metres(at, gcj));
  });
});

it('China holds its corners and not its neighbours’ capitals', () => {
  const inside = (longitude: number, latitude: number) => isWithin({ longitude, latitude }, CHINA);
  expect(inside(73.6, 39.3)).toBe(true);
  expect(inside(134.8, 48.4)).toBe(true);
  expect(inside(112, 4)).toBe(true);
  expect(inside(139.7, 35.7)).toBe(false);
  expect(inside(37.6, 55.8)).toBe(false);
  expect(inside(30.1, 105.3)).toBe(false);
});
