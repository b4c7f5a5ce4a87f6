import { execFile } from 'node:child_process';
import type { Context } from './command.ts';
import { withOwnNode } from './own-node.ts';
import { binOf } from './spawn.ts';

/** Runs Turborepo in the repository and gives what it printed; throws with its words where it fails. */
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
      (error, stdout, stderr) => (error ? reject(new Error(`turbo: ${stderr}`)) : resolve(stdout)),
    );
  });
}
