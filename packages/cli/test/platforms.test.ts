import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRoot } from '../src/root.ts';
import { families, installedManifests, PLATFORMS, readLockfile } from './platforms.ts';

const root = findRoot(import.meta.dirname);
const lock = readLockfile(root);

/** What the workspace leaves out on purpose. */
const { ignoredOptionalDependencies: ignored } = parse(
  readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'),
) as { ignoredOptionalDependencies: string[] };

test('the lockfile has every build that an installed package names, whatever its system', () => {
  const locked = new Map<string, Set<string>>();
  for (const [key, { optionalDependencies = {} }] of Object.entries(lock.snapshots)) {
    locked.set(key.replace(/\(.*/, ''), new Set(Object.keys(optionalDependencies)));
  }
  const missing = [...installedManifests(root)].flatMap(([key, { optionalDependencies }]) => {
    const known = locked.get(key);
    if (!known) return [];
    return optionalDependencies
      .filter((name) => !known.has(name) && !ignored.includes(name))
      .map((name) => `${key}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('what has no build for one of the six systems is named in the README, and nothing else', () => {
  const told = table(readFileSync(join(root, 'README.md'), 'utf8'));
  const found = families(lock).map(({ name, lacks, lacksMusl }) => [
    name,
    lacks.join(', ') || 'none',
    lacksMusl.join(', ') || 'none',
  ]);
  expect(found.map(([name]) => name)).toEqual(
    expect.arrayContaining(['@astrojs/compiler-binding', '@biomejs/biome', 'pagefind', 'turbo']),
  );
  expect(told).toEqual(found);
});

test('a build that is missing in the lockfile is seen', () => {
  const packages = { ...lock.packages };
  for (const key of Object.keys(packages)) {
    if (key.startsWith('@turbo/darwin-arm64@')) delete packages[key];
  }
  const turbo = families({ ...lock, packages }).find(({ name }) => name === 'turbo');
  expect(turbo?.lacks).toEqual(['darwin-arm64']);
  expect(PLATFORMS).toHaveLength(6);
});

/** Package and systems without a build, from the README's table of native packages. */
function table(readme: string): string[][] {
  const [, section = ''] = readme.split('\n## Any machine\n');
  return (section.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6)
    .map(([, name = '', , ...rest]) => [name.replaceAll('`', ''), ...rest.slice(0, 2)]);
}
