import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commitAll, freshFolder, repository, turbo } from './turbo.ts';

// A server from npm, as several runners would share it, and a small county in two clones. The settings of
// the cache are those of this repository's turbo.json.

const VERSION = 'turborepo-remote-cache@2.12.0';
const KEY = 'a-key-of-at-least-thirty-two-bytes-for-tests';
const READ_ONLY = '--cache=local:rw,remote:r';

let server: ChildProcess;
let api: string;
let store: string;
let origin: string;

/** A workspace with one county, whose build adds a line to `builds` beside it. */
async function smallFleet(): Promise<string> {
  const dir = await freshFolder();
  const settings = JSON.parse(await readFile(path.join(repository, 'turbo.json'), 'utf8'));
  const { futureFlags, remoteCache, envMode } = settings;
  const files: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'fleet',
      packageManager: 'pnpm@12.20.0',
      private: true,
    }),
    'pnpm-workspace.yaml': 'packages: [apps/*]\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  apps/shili: {}\n",
    'turbo.json': JSON.stringify({
      futureFlags,
      remoteCache,
      envMode,
      tasks: { build: { outputs: ['dist/**'], passThroughEnv: ['BUILDS'] } },
    }),
    'apps/shili/package.json': JSON.stringify({
      name: '@counties/shili',
      scripts: { build: 'node build.mjs' },
    }),
    'apps/shili/build.mjs': `
      import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
      appendFileSync(process.env.BUILDS, 'built\\n');
      mkdirSync('dist/.well-known', { recursive: true });
      writeFileSync('dist/index.html', '示例县');
      writeFileSync('dist/.well-known/m.json', '{}');`,
    '.gitignore': 'dist\n.turbo\nnode_modules\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), text);
  }
  await commitAll(dir);
  return dir;
}

/** Another clone, which has built nothing. */
async function clone(): Promise<string> {
  const dir = await freshFolder();
  const built = new Set(['dist', '.turbo', 'builds']);
  await cp(origin, dir, { recursive: true, filter: (from) => !built.has(path.basename(from)) });
  return dir;
}

/** Builds in a clone, and tells how often the county was really built, and what was made. */
async function build(dir: string, env: Record<string, string> = {}, args: string[] = []) {
  const ran = await turbo(dir, ['run', 'build', ...args], {
    TURBO_API: api,
    TURBO_TEAM: 'counties',
    TURBO_TOKEN: 'token',
    TURBO_REMOTE_CACHE_SIGNATURE_KEY: KEY,
    BUILDS: path.join(dir, 'builds'),
    // Its own package manager is of no use here: the county needs none.
    PATH: `${await standInPnpm()}${path.delimiter}${process.env['PATH'] ?? ''}`,
    ...env,
  });
  const builds = await readFile(path.join(dir, 'builds'), 'utf8').catch(() => '');
  const dist = path.join(dir, 'apps/shili/dist');
  const page = await readFile(path.join(dist, 'index.html'), 'utf8').catch(() => undefined);
  const hidden = await readdir(path.join(dist, '.well-known')).catch(() => []);
  return { ...ran, builds: builds.split('\n').length - 1, page, hidden };
}

/** Runs a package's script as pnpm would: there is one, and it needs no package. */
async function standInPnpm(): Promise<string> {
  const dir = await freshFolder();
  await writeFile(path.join(dir, 'pnpm'), '#!/bin/sh\nexec node build.mjs\n', { mode: 0o755 });
  return dir;
}

const GOOD = { code: 0, page: '示例县', hidden: ['m.json'] };

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function startServer(): Promise<void> {
  const port = await freePort();
  api = `http://127.0.0.1:${port}`;
  server = spawn('npx', ['-y', VERSION], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      TURBO_TOKEN: 'token',
      // Makes the server keep signatures; it never checks them itself.
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'on',
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: store,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
      LOG_LEVEL: 'silent',
    },
  });
  await vi.waitFor(
    async () => {
      const { ok } = await fetch(`${api}/v8/artifacts/status`);
      if (!ok) throw new Error('The server is not up.');
    },
    { timeout: 240_000, interval: 500 },
  );
}

beforeAll(async () => {
  store = await freshFolder();
  await startServer();
  origin = await smallFleet();
  expect(await build(origin)).toMatchObject({ ...GOOD, builds: 1 });
}, 300_000);

afterAll(() => {
  // npx started it; the whole group is ours.
  if (server.pid !== undefined) process.kill(-server.pid);
});

/** Every artifact in the store. */
async function artifacts(): Promise<string[]> {
  const all = await readdir(store, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
}

describe('a cache that runners share', () => {
  it('gives a second clone the county with no build, hidden files too', async () => {
    expect(await build(await clone())).toMatchObject({ ...GOOD, builds: 0 });
  });

  it('is refused and built instead when it was signed with another key', async () => {
    const other = { TURBO_REMOTE_CACHE_SIGNATURE_KEY: `${KEY}-of-somebody-else` };
    expect(await build(await clone(), other, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 1 });
  });

  it('is refused and built instead when an artifact is broken', async () => {
    const files = await artifacts();
    const kept = await Promise.all(
      files.map(async (file) => [file, await readFile(file)] as const),
    );
    const large = kept.filter(([, bytes]) => bytes.length > 100);
    expect(large.length).toBeGreaterThan(0);
    for (const [file, bytes] of large) {
      const broken = Buffer.from(bytes);
      broken.fill(0, broken.length >> 1);
      await writeFile(file, broken);
    }
    expect(await build(await clone(), {}, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 1 });
    for (const [file, bytes] of kept) await writeFile(file, bytes);
    expect(await build(await clone(), {}, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 0 });
  });

  it.each([
    ['is not signed', undefined],
    ['has an empty signature', ''],
    ['has a forged signature', Buffer.alloc(32).toString('base64')],
  ])('is refused and built instead when an artifact %s', async (_what, tag) => {
    const [file = '', ...more] = (await artifacts()).filter((one) => one.endsWith('.tag'));
    expect([file, more]).toEqual([expect.stringContaining('.tag'), []]);
    const good = await readFile(file);
    if (tag === undefined) await rm(file);
    else await writeFile(file, tag);
    expect(await build(await clone(), {}, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 1 });
    await writeFile(file, good);
    expect(await build(await clone(), {}, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 0 });
  });

  it('gets nothing from one who may only read', async () => {
    const dir = await clone();
    await writeFile(path.join(dir, 'apps/shili/more.txt'), 'forked');
    const before = await artifacts();
    expect(await build(dir, {}, [READ_ONLY])).toMatchObject({ ...GOOD, builds: 1 });
    expect(await artifacts()).toEqual(before);
  });

  it('gets nothing from one without the token, who builds', async () => {
    const before = await artifacts();
    const ran = await build(await clone(), { TURBO_TOKEN: 'wrong' });
    expect(ran).toMatchObject({ ...GOOD, builds: 1 });
    expect(await artifacts()).toEqual(before);
  });

  it('is not asked by a fork, whose workflow names no server: it builds', async () => {
    const none = {
      TURBO_API: '',
      TURBO_TEAM: '',
      TURBO_TOKEN: '',
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: '',
    };
    expect(await build(await clone(), none)).toMatchObject({ ...GOOD, builds: 1 });
  });

  it('that is gone makes it slower, never wrong', async () => {
    const gone = { TURBO_API: `http://127.0.0.1:${await freePort()}` };
    expect(await build(await clone(), gone)).toMatchObject({ ...GOOD, builds: 1 });
  });
});
