import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTempDir } from '@columns/testkit';
import { describe, expect, test } from 'vitest';
import { findRoot } from '../src/root.ts';
import { families, fits, nameOf, PLATFORMS, type Platform, readLockfile } from './platforms.ts';

// Real installs for every system from this one: what pnpm puts on the disk, and for which machine it is.

const root = findRoot(import.meta.dirname);

/** What `start`, `build` and `admin` cannot do without. */
const NEEDED = [
  '@astrojs/compiler-binding',
  '@biomejs/biome',
  'lightningcss',
  'node',
  'pagefind',
  'rolldown',
  'turbo',
];

/** Turborepo's build for Windows on arm64 is the one for x64, which that Windows runs. */
const asMade = (name: string, platform: Platform): string =>
  name === 'turbo' && platform.os === 'win32' ? 'win32-x64' : nameOf(platform);

describe.each([
  ...PLATFORMS.map((platform) => ({ platform, libc: 'glibc' })),
  { platform: { os: 'linux', cpu: 'x64' }, libc: 'musl' },
])('an install for $platform.os on $platform.cpu ($libc)', ({ platform, libc }) => {
  test('puts every native part there, made for that system', async () => {
    await using folder = await makeTempDir('install');
    copyManifests(folder.path);
    const began = performance.now();
    const { status, output } = install(folder.path, platform, libc);
    const seconds = (performance.now() - began) / 1000;
    expect(output).not.toContain('ERR_PNPM');
    expect(status).toBe(0);
    const lock = readLockfile(root);
    // Node's builds for Linux need glibc: with musl the machine brings its own.
    const needed = NEEDED.filter((name) => libc !== 'musl' || name !== 'node');
    const made: Record<string, string[]> = {};
    for (const { name, builds } of families(lock)) {
      if (!needed.includes(name)) continue;
      const own = builds.filter((key) => fits(lock.packages[key] ?? {}, platform, libc));
      made[name] = [...new Set(own.flatMap((key) => machinesOf(folderOf(folder.path, key))))];
    }
    const bytes = sizeOf(folder.path);
    console.info(
      `${nameOf(platform)} ${libc}: ${seconds.toFixed(1)} s, ${Math.round(bytes / 1e6)} MB`,
    );
    expect(made).toEqual(
      Object.fromEntries(needed.map((name) => [name, [asMade(name, platform)]])),
    );
  }, 600_000);
});

/** The manifests of the workspace: all that an install reads. */
function copyManifests(to: string): void {
  const folders = ['apps', 'packages'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .map((name) => `${kind}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json'))),
  );
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.cjs', 'package.json'];
  for (const file of [...files, ...folders.map((folder) => `${folder}/package.json`)]) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
  for (const file of ['packages/cli/bin', 'packages/admin/bin']) {
    cpSync(join(root, file), join(to, file), { recursive: true });
  }
}

function install(cwd: string, { os, cpu }: Platform, libc: string) {
  const words = ['install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts'];
  const where = [`--os=${os}`, `--cpu=${cpu}`, `--libc=${libc}`];
  // Windows starts `npx` only through a shell; every word here is our own.
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npx', ['-y', 'pnpm@12', ...words, ...where], {
    cwd,
    encoding: 'utf8',
    shell,
  });
  return { status, output: stdout + stderr };
}

function folderOf(install: string, key: string): string {
  const name = key.slice(0, key.lastIndexOf('@'));
  return join(install, 'node_modules/.pnpm', key.replaceAll('/', '+'), 'node_modules', name);
}

/** The machines that the programs and libraries in a folder are made for; none where it is not there. */
function machinesOf(folder: string): string[] {
  return filesBelow(folder).flatMap((file) => machineOf(file) ?? []);
}

/** Real files only: pnpm's links lead in circles. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((child) => {
    const path = join(folder, child.name);
    if (child.isDirectory()) return filesBelow(path);
    return child.isFile() ? [path] : [];
  });
}

/** Read from the head of an executable: ELF (Linux), Mach-O (macOS) or PE (Windows). */
function machineOf(file: string): string | undefined {
  const head = Buffer.alloc(4096);
  const opened = openSync(file, 'r');
  readSync(opened, head);
  closeSync(opened);
  const magic = head.readUInt32BE(0);
  if (magic === 0x7f454c46) return named('linux', head.readUInt16LE(18), 0x3e, 0xb7);
  if (magic === 0xcffaedfe) return named('darwin', head.readUInt32LE(4), 0x1000007, 0x100000c);
  const at = head.readUInt32LE(0x3c);
  if (head.toString('latin1', 0, 2) !== 'MZ' || at > head.length - 6) return undefined;
  return named('win32', head.readUInt16LE(at + 4), 0x8664, 0xaa64);
}

function named(os: string, machine: number, x64: number, arm64: number): string {
  return `${os}-${machine === x64 ? 'x64' : machine === arm64 ? 'arm64' : machine}`;
}

function sizeOf(folder: string): number {
  return filesBelow(join(folder, 'node_modules')).reduce(
    (sum, file) => sum + statSync(file).size,
    0,
  );
}
