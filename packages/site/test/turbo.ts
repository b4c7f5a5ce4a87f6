import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const run = promisify(execFile);

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** A folder that goes with the file of tests. */
export async function freshFolder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'turbo-'));
  made.push(dir);
  return dir;
}

const made: string[] = [];
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

/** Runs git as nobody in particular, under no settings of this machine. */
export async function git(dir: string, ...args: string[]): Promise<string> {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const { stdout } = await run('git', [...who, ...args], { cwd: dir, env, maxBuffer: 2 ** 26 });
  return stdout;
}

/** This repository's files as they are now, without what is built or installed, in a repository of its own. */
export async function copyOfRepository(): Promise<string> {
  const dir = await freshFolder();
  const list = await git(repository, 'ls-files', '-coz', '--exclude-standard');
  for (const file of list.split('\0').filter((name) => name !== '')) {
    // A file may be deleted and not yet committed.
    await cp(path.join(repository, file), path.join(dir, file)).catch(() => undefined);
  }
  await commitAll(dir);
  return dir;
}

export async function commitAll(dir: string): Promise<void> {
  await git(dir, 'init', '-q');
  await git(dir, 'add', '-A');
  await git(dir, 'commit', '-qm', 'all');
}

export interface Ran {
  code: number;
  out: string;
}

/** Runs this repository's Turborepo in a folder; what it starts finds pnpm's place taken by nothing. */
export async function turbo(
  dir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const manifest = findPackageJSON('turbo', import.meta.url) ?? '';
  const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { bin: { turbo: string } };
  const script = path.join(path.dirname(manifest), bin.turbo);
  const options = {
    cwd: dir,
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env, DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' },
  };
  return run(process.execPath, [script, ...args], options).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      out: `${stdout}${stderr}`,
    }),
  );
}
