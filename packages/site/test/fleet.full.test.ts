import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { listFiles } from '../src/files.ts';
import { freshFolder, git, repository } from './turbo.ts';

const run = promisify(execFile);

/** What a build on another machine, in another place, finds otherwise. */
const OTHERWISE = ['LANG', 'LC_ALL', 'NODE_OPTIONS', 'TZ'];

/** Clones a commit of this repository, builds the whole fleet there, and gives the digest of each file. */
async function builtFleet(
  commit: string,
  below: string,
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
  await pnpm(['install', '--frozen-lockfile']);
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

test('path, time zone, locale, clock and number of cores change no byte of the whole fleet', {
  timeout: 1_800_000,
}, async () => {
  const commit = (await git(repository, 'rev-parse', 'HEAD')).trim();
  const here = await builtFleet(commit, 'a', { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' });
  const there = await builtFleet(commit, 'somewhere/else altogether/b', {
    TZ: 'America/Los_Angeles',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'fixtures/other-machine.mjs')}`,
  });
  expect(here.size).toBeGreaterThan(4000);
  const differ = [...new Set([...here.keys(), ...there.keys()])].filter(
    (file) => here.get(file) !== there.get(file),
  );
  expect(differ).toEqual([]);
});
