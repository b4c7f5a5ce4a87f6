import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ToldError } from '@columns/standard/told';
import type { Context } from './command.ts';
import { COMPILE_CACHE } from './compile-cache.ts';
import { withOwnNode } from './own-node.ts';

/** No tool that we start reports home. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' };

/**
 * Runs a package's binary under this very Node, without a shell, and gives its exit code.
 * `packageName` is resolved from `cwd`, so an app runs its own version. What it prints goes where
 * ours goes, or to `take`, so that several may run at once and be read one after another.
 */
export async function runBin(
  packageName: string,
  args: readonly string[],
  cwd: string,
  context: Context,
  env: Readonly<Record<string, string>> = {},
  take?: (text: string, stream: 'out' | 'err') => void,
  signal?: AbortSignal,
): Promise<number> {
  return runNode([binOf(packageName, cwd), ...args], cwd, context, env, take, signal);
}

/** Runs a script as `runBin` does. */
export async function runNode(
  args: readonly string[],
  cwd: string,
  context: Context,
  env: Readonly<Record<string, string>> = {},
  take?: (text: string, stream: 'out' | 'err') => void,
  signal?: AbortSignal,
): Promise<number> {
  const child = spawn(process.execPath, [...args], {
    cwd,
    stdio: take ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...withOwnNode(context.env), ...QUIET, ...env },
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => take?.(text, 'out'));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => take?.(text, 'err'));
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** Binaries that are not named like their package. */
const BINS: Readonly<Record<string, string>> = {
  '@astrojs/check': 'astro-check',
  '@biomejs/biome': 'biome',
  '@columns/admin': 'columns-admin',
  typescript: 'tsc',
};

/** The script behind a package's binary, looked up as Node would from `cwd`. */
export function binOf(packageName: string, cwd: string): string {
  const manifest = manifestOf(packageName, cwd);
  if (manifest === undefined)
    throw new ToldError(`${packageName} 没有安装：先运行 npx -y pnpm@12 install`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[BINS[packageName] ?? packageName];
  if (path === undefined) throw new Error(`${packageName} has no binary of its own name.`);
  return join(dirname(manifest), path);
}

function manifestOf(packageName: string, cwd: string): string | undefined {
  try {
    return findPackageJSON(packageName, pathToFileURL(join(cwd, 'package.json')));
  } catch {
    return undefined;
  }
}
