import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { listFiles } from '../src/files.ts';
import { freshFolder, git, repository } from './turbo.ts';

const run = promisify(execFile);

/** What a build on another machine, in another place, finds otherwise. */
const OTHERWISE = ['LANG', 'LC_ALL', 'NODE_OPTIONS', 'TZ'];

/**
 * Columns that are built as one of those that stay: counties of one city with its structure, three files each. What
 * stays has every level, every structure, a parent in another column, and all that the examples have.
 */
const TWINS = ['huoshan', 'jinan', 'shucheng', 'yeji', 'yuan'];

/** Clones a commit of this repository, builds the fleet there, and gives the digest of each file. */
async function builtFleet(
  commit: string,
  below: string,
  store: string,
  env: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const dir = path.join(await freshFolder(), below);
  await mkdir(path.dirname(dir), { recursive: true });
  await git(repository, 'clone', '-q', repository, dir);
  await git(dir, 'checkout', '-q', commit);
  // Turborepo hides from a task what is not declared; here it must let the differences through.
  const settings = JSON.parse(await readFile(path.join(dir, 'turbo.json'), 'utf8'));
  settings.globalPassThroughEnv.push(...OTHERWISE);
  await writeFile(path.join(dir, 'turbo.json'), JSON.stringify(settings));
  const plain = { PATH: process.env['PATH'], HOME: await freshFolder(), CI: 'true' };
  const pnpm = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    run('npx', ['-y', 'pnpm@12', ...args], {
      cwd: dir,
      maxBuffer: 2 ** 28,
      env: { ...plain, ...more },
    });
  // On a clock that is ahead, the registry's certificate would have run out.
  await pnpm(['install', '--frozen-lockfile', '--prefer-offline', '--store-dir', store]);
  for (const id of TWINS) {
    for (const folder of ['apps', 'content'])
      await rm(path.join(dir, folder, id), { recursive: true });
  }
  await pnpm(['run', 'build'], { AS_OF: '2026-11-21', ...env });
  const dist = path.join(dir, 'dist');
  const { files } = await listFiles(dist);
  const digests = new Map<string, string>();
  for (const file of files) {
    const bytes = await readFile(path.join(dist, file));
    digests.set(file, createHash('sha256').update(bytes).digest('hex'));
  }
  return digests;
}

/** Where this machine keeps what is installed: two clones need not fetch it anew. */
async function storeFolder(): Promise<string> {
  const { stdout } = await run('npx', ['-y', 'pnpm@12', 'store', 'path'], { cwd: repository });
  // The last folder is of the store's own version, which pnpm adds.
  return path.dirname(stdout.trim());
}

test('path, time zone, locale, clock and number of cores change no byte of the whole fleet', {
  timeout: 3_600_000,
}, async () => {
  const commit = (await git(repository, 'rev-parse', 'HEAD')).trim();
  const store = await storeFolder();
  const here = await builtFleet(commit, 'a', store, { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
  const there = await builtFleet(commit, 'somewhere/else altogether/b', store, {
    TZ: 'America/Los_Angeles',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'fixtures/other-machine.mjs')}`,
  });
  const counties = (await readdir(path.join(repository, 'apps'))).filter(
    (id) => !TWINS.includes(id),
  );
  const built = new Set([...here.keys()].map((file) => file.split('/', 1).join('')));
  expect(counties.filter((id) => !built.has(id))).toEqual([]);
  expect(here.size).toBeGreaterThan(300 * counties.length);
  const differ = [...new Set([...here.keys(), ...there.keys()])].filter(
    (file) => here.get(file) !== there.get(file),
  );
  expect(differ).toEqual([]);
});
