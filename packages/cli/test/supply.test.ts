import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { installedLicences } from '../src/commands/licences.ts';
import { findRoot } from '../src/root.ts';

/* What is installed from others: by which digest, under which licence, and whether it may run something then. */

const root = findRoot(import.meta.dirname);
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** Licences that let a county use, change and pass on what is installed, with their notices kept. */
const FREE = new Set(
  `MIT Zlib Apache-2.0 ISC BSD-2-Clause BSD-3-Clause 0BSD BlueOak-1.0.0 CC0-1.0 CC-BY-4.0 MPL-2.0 PSF-2.0 Python-2.0
  LGPL-3.0-or-later`.split(/\s+/),
);
/** Says nothing in its package.json; its README says MIT. */
const SILENT = ['humanize-number'];

test('every package is locked by the digest of its bytes, and comes from the registry', () => {
  const { packages } = parse(read('pnpm-lock.yaml')) as {
    packages: Record<string, { resolution: Record<string, string> }>;
  };
  const loose = Object.entries(packages).filter(
    ([, { resolution }]) =>
      Object.keys(resolution).join() !== 'integrity' ||
      !/^sha512-[\w+/]{86}==$/.test(resolution['integrity'] ?? ''),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(loose).toEqual([]);
});

test('every version that we ask for is one version, and no range', () => {
  const { catalog } = parse(read('pnpm-workspace.yaml')) as { catalog: Record<string, string> };
  // Types alone run nowhere; the lockfile says which these are.
  const ranges = Object.entries(catalog).filter(
    ([name, version]) => !name.startsWith('@types/') && !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(ranges).toEqual([]);
  const manifests = ['.', ...foldersIn('packages'), ...foldersIn('apps')];
  const asked = manifests.flatMap((folder) => {
    const manifest = JSON.parse(read(folder, 'package.json')) as Record<string, object>;
    return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap(
      (key) =>
        Object.entries(manifest[key] ?? {}).map(
          ([name, version]) => `${folder} ${name} ${version}`,
        ),
    );
  });
  expect(asked.length).toBeGreaterThan(50);
  expect(
    asked.filter((one) => !/ (?:catalog:|workspace:\*|(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+)$/.test(one)),
  ).toEqual([]);
});

test('no package may run an install script', () => {
  const { allowBuilds } = parse(read('pnpm-workspace.yaml')) as {
    allowBuilds: Record<string, boolean>;
  };
  expect(Object.keys(allowBuilds).filter((name) => allowBuilds[name])).toEqual([]);
});

test('every package that is installed stands in LICENCES.md with its licence, and each is a free one', () => {
  const listed = new Set(read('LICENCES.md').split('\n'));
  const installed = installedLicences(root);
  expect(installed.length).toBeGreaterThan(500);
  const missing = installed.filter(
    ({ name, version, licence }) => !listed.has(`| ${name} | ${version} | ${licence} |`),
  );
  expect(missing).toEqual([]);
  const unfree = installed.filter(
    ({ name, licence }) =>
      !SILENT.includes(name) &&
      !licence
        .replaceAll(/[()]/g, '')
        .split(/ (?:OR|AND) /)
        .every((one) => FREE.has(one)),
  );
  expect(unfree).toEqual([]);
});

function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((child) => child.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
}
