import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listCounties } from '@columns/content';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readNeeds, withDrawing } from '../src/house/drawing.ts';
import { findRoot } from '../src/root.ts';

const root = findRoot(import.meta.dirname);
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const counties = listCounties(join(root, 'content'));

test('every county has an app, and every app a county', () => {
  expect(readdirSync(join(root, 'apps')).sort()).toEqual(counties);
});

test.each(counties)('the app of %s is a config and nothing else', (county) => {
  const made =
    /^(?:dist|dist-admin|dist-data|dist-records|node_modules|\.astro|\.columns|\.turbo)$/;
  const files = readdirSync(join(root, 'apps', county)).filter((name) => !made.test(name));
  expect(files.filter((name) => name !== 'public').sort()).toEqual([
    'astro.config.mjs',
    'package.json',
    'turbo.json',
  ]);
  expect(read('apps', county, 'astro.config.mjs').trim().split('\n').length).toBeLessThanOrEqual(
    20,
  );
});

/** The county and the levels above it, whose documents its pages list. */
function chain(county: string): string[] {
  const { parent } = parse(read('content', county, 'county.yaml')) as { parent?: string };
  return parent === undefined ? [county] : [county, ...chain(parent)];
}

test.each(counties)(
  'the cache of %s depends on its content and on that of the levels above',
  (county) => {
    const { tasks } = JSON.parse(read('apps', county, 'turbo.json')) as {
      tasks: Record<string, { inputs: string[] }>;
    };
    const expected = chain(county).map((id) => `$TURBO_ROOT$/content/${id}/**`);
    for (const task of ['build', 'check', 'data', 'report']) {
      expect(tasks[task]?.inputs).toEqual(['$TURBO_EXTENDS$', ...expected]);
    }
    const history = `$TURBO_ROOT$/.columns/history/${county}.json`;
    expect(tasks['records']?.inputs).toEqual(['$TURBO_EXTENDS$', ...expected, history]);
  },
);

test('only the report and the records read the day, and nothing waits for them', () => {
  const { tasks } = JSON.parse(read('turbo.json')) as {
    tasks: Record<string, { env?: string[]; dependsOn?: string[] }>;
  };
  const readers = Object.keys(tasks).filter((name) => tasks[name]?.env?.includes('AS_OF'));
  expect(readers).toEqual(['records', 'report']);
  const waiting = Object.values(tasks).flatMap(({ dependsOn = [] }) => dependsOn);
  for (const reader of readers) expect(waiting).not.toContain(reader);
  expect(tasks['build']?.dependsOn).toEqual(['^build', 'check']);
  expect(tasks['build']?.env).toEqual(['BASE', 'SITE']);
});

test('every dependency is explained', () => {
  const { catalog } = parse(read('pnpm-workspace.yaml')) as { catalog: Record<string, string> };
  const told = [...read('CONTRIBUTING.md').matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const explains = (word: string, name: string) =>
    word === name || (word.endsWith('-*') && name.startsWith(word.slice(0, -1)));
  const unexplained = Object.keys(catalog).filter(
    (name) => !name.startsWith('@types/') && !told.some((word) => explains(word, name)),
  );
  expect(unexplained).toEqual([]);
});

test('what a level is called stands in one place: nobody calls a province 市级 by hand', () => {
  const sources = readdirSync(join(root, 'packages'))
    .flatMap((name) => {
      const src = join(root, 'packages', name, 'src');
      return existsSync(src)
        ? readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => join(src, file))
        : [];
    })
    .filter((file) => /\.(?:ts|astro)$/.test(file));
  const named = sources.filter((file) => /[省市]级/.test(read(relative(root, file))));
  expect(named.map((file) => relative(root, file).replaceAll('\\', '/')).sort()).toEqual([
    'packages/content/src/common.ts',
    // The heads of tables that other places wrote.
    'packages/import/src/catalogue/columns.ts',
  ]);
});

test('every promise of SECURITY.md names the test that holds it', () => {
  const [, promised = ''] = read('SECURITY.md').split(/^## .*$/m);
  const promises = promised.split(/^- /m).slice(1);
  expect(promises.length).toBeGreaterThan(15);
  const untold = promises.filter((one) => !/`packages\/[\w-]+\/test\//.test(one));
  expect(untold).toEqual([]);
});

test('every test and source that SECURITY.md names is there, and every test by its whole path', () => {
  const named = [...read('SECURITY.md').matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const paths = named.filter((name) => name.startsWith('packages/'));
  expect(paths.filter((path) => path.includes('/test/')).length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(named.filter((name) => name.endsWith('.ts') && !paths.includes(name))).toEqual([]);
});

describe('a README stands in every package', () => {
  const packages = [...readNeeds(root).keys()].filter((name) => name !== 'app');

  test.each(packages)('%s: names each of its rooms', (name) => {
    const readme = read('packages', name, 'README.md');
    const rooms = readdirSync(join(root, 'packages', name, 'src'), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map((each) => each.name);
    expect(rooms.filter((room) => !new RegExp(`[\`/]${room}[\`/]`).test(readme))).toEqual([]);
  });
});

describe('the page How it works', () => {
  const page = read('packages/README.md');

  test('draws the packages as they need each other', () => {
    expect(page).toBe(withDrawing(page, readNeeds(root)));
  });

  test('names only files and folders that are there', () => {
    const named = [...page.matchAll(/`((?:\w+\/(?:src|data)|content\/\w+)\/[^`<]*)`/g)].map(
      ([, path]) => path as string,
    );
    const places = (path: string) => [join(root, path), join(root, 'packages', path)];
    expect(named.filter((path) => !places(path).some((each) => existsSync(each)))).toEqual([]);
    expect(named).toContain('content/src/column.ts');
  });
});

test('a checkout has the same bytes on every system, whatever git is set to do with line ends', () => {
  const rows = execFileSync('git', ['ls-files', '--eol', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
    .split('\0')
    .filter((row) => row !== '');
  // Text is held with plain line ends and so laid down; what is marked `-text` is left as it is.
  const fixed = /^(?:i\/(?:lf|none|-text) .*attr\/text=auto eol=lf|i\/.*attr\/-text)\s/;
  expect(rows).not.toEqual([]);
  expect(rows.filter((row) => !fixed.test(row))).toEqual([]);
});
