import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Context } from './command.ts';

/** No tool that we start reports home. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' };

/**
 * Runs a package's binary under this very Node, without a shell, and gives its exit code.
 * `packageName` is resolved from `cwd`, so an app runs its own version.
 */
export async function runBin(
  packageName: string,
  args: readonly string[],
  cwd: string,
  context: Context,
  env: Record<string, string> = {},
): Promise<number> {
  const script = binOf(packageName, cwd);
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...context.env, ...QUIET, ...env } as NodeJS.ProcessEnv,
  });
  const stop = () => child.kill();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    });
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function binOf(packageName: string, cwd: string): string {
  const require = createRequire(join(cwd, 'package.json'));
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest) as { bin: string | Record<string, string> };
  const path = typeof bin === 'string' ? bin : bin[packageName];
  if (path === undefined) throw new Error(`${packageName} has no binary of its own name.`);
  return join(dirname(manifest), path);
}
