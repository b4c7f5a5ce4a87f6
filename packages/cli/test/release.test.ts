import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { FRAMES } from '@columns/site/fixture-frames';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../src/index.ts';
import { findRoot } from '../src/root.ts';

// Ten counties whose "build" copies one line of content: what happens to the site when one of them fails.

const IDS = Array.from({ length: 10 }, (_, index) => `c${index}`);
const repository = findRoot(import.meta.dirname);
let root: string;
let bin: string;
let told = '';

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { mode });
}

const BUILD = `
import { hash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
const { county } = JSON.parse(readFileSync('package.json', 'utf8'));
appendFileSync('../../builds', county + '\\n');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
writeFileSync('dist/index.html', 'half');
const text = readFileSync('../../content/' + county + '/county.yaml', 'utf8');
if (text.includes('fault')) process.exit(1);
writeFileSync('dist/index.html', text);
writeFileSync('dist/site.json', JSON.stringify({
  county, name: county, level: 'county', base: '/' + county + '/', title: county, demo: true, entries: 1, pages: 1,
}));
const frames = JSON.parse(readFileSync('../../frames.json', 'utf8'));
for (const [file, text] of Object.entries(frames)) {
  mkdirSync(dirname('dist/' + file), { recursive: true });
  writeFileSync('dist/' + file, text);
}
const line = (file) => hash('sha256', readFileSync('dist/' + file)) + '  ' + file + '\\n';
writeFileSync('dist/written.sha256', ['index.html', 'site.json', ...Object.keys(frames)].map(line).join(''));
`;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'release-')));
  bin = join(root, 'bin');
  write('pnpm-workspace.yaml', 'packages: [apps/*]\n');
  write('package.json', '{"name":"fleet","private":true,"packageManager":"pnpm@12.20.0"}');
  const importers = IDS.map((id) => `  apps/${id}: {}\n`).join('');
  write('pnpm-lock.yaml', `lockfileVersion: '9.0'\nimporters:\n  .: {}\n${importers}`);
  write(
    'turbo.json',
    JSON.stringify({
      cacheDir: '.turbo/cache',
      tasks: { build: { outputs: ['dist/**'] }, data: {}, records: {}, admin: {} },
    }),
  );
  write('.gitignore', 'dist\n.turbo\nnode_modules\nbuilds\n');
  write('build.mjs', BUILD);
  write('frames.json', JSON.stringify(FRAMES));
  for (const id of IDS) {
    const manifest = {
      name: `@counties/${id}`,
      county: id,
      scripts: { build: 'node ../../build.mjs' },
    };
    write(`apps/${id}/package.json`, JSON.stringify(manifest));
    const inputs = ['$TURBO_DEFAULT$', `$TURBO_ROOT$/content/${id}/**`];
    write(
      `apps/${id}/turbo.json`,
      JSON.stringify({ extends: ['//'], tasks: { build: { inputs } } }),
    );
    write(`content/${id}/county.yaml`, 'one\n');
  }
  // The repository's own Turborepo, and a package manager that only runs the one script there is.
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(
    realpathSync(join(repository, 'node_modules/turbo')),
    join(root, 'node_modules/turbo'),
  );
  write('bin/pnpm', '#!/bin/sh\nexec node ../../build.mjs\n', 0o755);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** `columns release`, or another command, in the fleet. */
async function release(...args: string[]): Promise<number> {
  told = '';
  const say = (text: string) => {
    told += text;
  };
  const runner = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(root, 'summary') };
  const more = args.length === 0 ? runner : {};
  const env = { ...process.env, ...more, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  return main(args.length > 0 ? args : ['release'], {
    root,
    env,
    colour: false,
    out: say,
    err: say,
  });
}

function digests(): Record<string, string> {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(dist, file)).isFile(),
  );
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );
}

const page = (id: string) => readFileSync(join(root, 'dist', id, 'index.html'), 'utf8');
const content = (id: string, text: string) => write(`content/${id}/county.yaml`, text);

/** All counties well, and the site of them. */
beforeEach(async () => {
  rmSync(join(root, 'deploy.yaml'), { force: true });
  rmSync(join(root, 'summary'), { force: true });
  for (const id of IDS) content(id, 'one\n');
  expect([await release(), told]).toEqual([0, expect.stringContaining('专栏 10 个')]);
  rmSync(join(root, 'builds'), { force: true });
});

describe('columns release', () => {
  test('builds only what is not in the cache', async () => {
    content('c3', 'two\n');
    expect(await release()).toBe(0);
    expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('c3\n');
    expect([page('c3'), page('c4')]).toEqual(['two\n', 'one\n']);
  });

  test('by setting, with one county of ten failing, builds the nine and leaves the whole site as it was', async () => {
    write('deploy.yaml', 'keep-failed: false\n');
    const good = digests();
    for (const id of IDS) content(id, id === 'c7' ? 'fault\n' : 'new\n');
    expect(await release()).not.toBe(0);
    expect(digests()).toEqual(good);
    expect(new Set(readFileSync(join(root, 'builds'), 'utf8').trim().split('\n'))).toEqual(
      new Set(IDS),
    );
    // Once it is mended, the nine come from the cache.
    rmSync(join(root, 'builds'));
    content('c7', 'mended\n');
    expect(await release()).toBe(0);
    expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('c7\n');
  });

  test('keeps the old version of the one that fails, publishes the nine, and says so loudly', async () => {
    for (const id of IDS) content(id, id === 'c7' ? 'fault\n' : 'newer\n');
    expect(await release()).toBe(0);
    expect(told).toContain('保留旧版本的县区：c7');
    expect(told).toMatch(/^::error title=部署不完整::没有通过、保留旧版本的县区：c7$/m);
    expect(readFileSync(join(root, 'summary'), 'utf8')).toContain('没有通过、保留旧版本的县区：c7');
    expect([page('c7'), page('c8')]).toEqual(['one\n', 'newer\n']);
    content('c7', 'mended again\n');
    expect(await release()).toBe(0);
    expect(page('c7')).toBe('mended again\n');
  });

  test('leaves out a county that fails and was never published, and says so', async () => {
    const id = 'c10';
    const files = {
      'package.json': { name: `@counties/${id}`, county: id, scripts: { build: 'x' } },
    };
    write(`apps/${id}/package.json`, JSON.stringify(files['package.json']));
    content(id, 'fault\n');
    appendFileSync(join(root, 'pnpm-lock.yaml'), `  apps/${id}: {}\n`);
    expect(await release()).toBe(0);
    expect(told).toContain('没有公开的县区：c10');
    expect(existsSync(join(root, 'dist', id))).toBe(false);
    expect(page('c0')).toBe('one\n');
    rmSync(join(root, 'apps', id), { recursive: true });
    rmSync(join(root, 'content', id), { recursive: true });
  });

  test('with the content of a county gone leaves the site as it was, and says so', async () => {
    const good = digests();
    rmSync(join(root, 'content/c5'), { recursive: true });
    expect(await release()).toBe(0);
    expect(told).toContain('保留旧版本的县区：c5');
    expect(digests()).toEqual(good);
  });

  test('with a half-written app leaves the site as it was', async () => {
    const good = digests();
    write('apps/half/package.json', '{"name": "@counties/half"');
    expect(await release()).not.toBe(0);
    write('apps/half/package.json', '{"name": "@counties/half"}');
    expect(await release()).not.toBe(0);
    expect(told).toContain('apps/half：没有构建结果');
    expect(digests()).toEqual(good);
    rmSync(join(root, 'apps/half'), { recursive: true });
    expect(existsSync(join(root, 'dist/c0/index.html'))).toBe(true);
  });
});

describe('columns build', () => {
  const notBuilt = IDS.filter((id) => id !== 'c3' && id !== 'c4');

  /** A clone in which nothing has been built, but for one county. */
  beforeEach(() => {
    for (const id of IDS)
      if (id !== 'c4') rmSync(join(root, 'apps', id, 'dist'), { recursive: true });
    rmSync(join(root, 'dist'), { recursive: true });
    rmSync(join(root, '.turbo'), { recursive: true, force: true });
  });

  test.each([
    [['c3']],
    [['--filter=@counties/c3']],
    [['--filter', '@counties/c3']],
    [['-F', '@counties/c3']],
  ])('%j builds the one, puts together what is built, and names the others', async (words) => {
    expect([await release('build', ...words), told]).toEqual([
      0,
      expect.stringContaining(`还没有构建、dist/ 中没有：${notBuilt.join('、')}。\n`),
    ]);
    expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('c3\n');
    expect([page('c3'), page('c4')]).toEqual(['one\n', 'one\n']);
    expect(existsSync(join(root, 'dist/c5'))).toBe(false);
  });

  test('of one county that fails ends with its fault', async () => {
    content('c3', 'fault\n');
    expect(await release('build', 'c3')).not.toBe(0);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('twice at once waits, and leaves the same site', async () => {
    for (const id of IDS) content(id, 'twice\n');
    expect(await Promise.all([release('build'), release('build')])).toEqual([0, 0]);
    expect(told).toMatch(/另一个程序（进程 \d+）正在写/);
    expect(IDS.map(page)).toEqual(IDS.map(() => 'twice\n'));
    // The second took everything from the cache.
    expect(readFileSync(join(root, 'builds'), 'utf8').trim().split('\n')).toHaveLength(IDS.length);
  });

  test('of a county that is none names those there are', async () => {
    expect(await release('build', 'nowhere')).toBe(2);
    expect(told).toBe(`apps/ 中没有 nowhere。现有：${IDS.join('、')}\n`);
  });

  test('of all counties wants them all', async () => {
    content('c3', 'fault\n');
    expect(await release('build')).not.toBe(0);
    content('c3', 'one\n');
    expect([await release('build'), told]).toEqual([0, expect.stringContaining('专栏 10 个')]);
    expect(told).not.toContain('还没有构建');
  });
});
