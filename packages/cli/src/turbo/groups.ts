import type { Context } from '../command.ts';
import { tellRunner } from '../github.ts';
import { runBin } from '../spawn.ts';
import { lineReader } from './lines.ts';

/** What Turborepo folds its log with on GitHub: a task of ours, by its own name, and the end of one. */
const GROUP = /^::(?:group::@[a-z]+\/[a-z][a-z0-9-]*:[a-z]+|endgroup::)$/;

/**
 * Runs Turborepo on GitHub. Its log stays closed to commands; of its own lines only those that fold a task's part
 * are let through, and they hold nothing of content.
 */
export async function runInGroups(
  args: readonly string[],
  context: Context,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const reader = () =>
    lineReader((line) => {
      if (GROUP.test(line)) tellRunner(`${line}\n`, context);
      else context.out(`${line}\n`);
    });
  const readers = { out: reader(), err: reader() };
  const code = await runBin('turbo', args, context.root, context, env, (text, stream) =>
    readers[stream].take(text),
  );
  readers.out.end();
  readers.err.end();
  return code;
}
