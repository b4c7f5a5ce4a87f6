import { execFile } from 'node:child_process';
import { ToldError } from '@columns/standard/told';
import type { Context } from '../command.ts';
import { withOwnNode } from '../own-node.ts';
import { binOf } from '../spawn.ts';

/** Runs Turborepo in the repository and gives what it printed; throws a ToldError with its words where it fails. */
export function askTurbo(args: readonly string[], context: Context): Promise<string> {
  const { root, env } = context;
  const script = binOf('turbo', root);
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [script, ...args],
      {
        cwd: root,
        maxBuffer: 2 ** 29,
        env: { ...withOwnNode(env), DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1' },
      },
      (error, stdout, stderr) => {
        if (error)
          reject(new ToldError(`Turborepo 没有做完：\n${stderr.trim()}${isGitless(stderr)}`));
        else resolve(stdout);
      },
    );
  });
}

/** What changed is told by git alone: a folder that was unpacked from a zip has no history to ask. */
function isGitless(said: string): string {
  return /\b(?:git|scm|commit|repository)\b/i.test(said)
    ? '\n改动由 git 判断：请在 git 仓库中运行，并核对环境变量 TURBO_SCM_BASE。'
    : '';
}
