import type { Command } from '../command.ts';
import { runBin } from '../spawn.ts';
import { assembleCommand } from './assemble.ts';

export const buildCommand: Command = {
  summary: '经 Turborepo 构建全部县区，并合为 dist/',
  usage: '用法：columns build [turbo run 的选项]，如 --filter=@counties/anyue',
  async run(args, context) {
    // One county's fault does not keep the others from being built or from being named.
    const code = await runBin(
      'turbo',
      ['run', 'build', '--continue=dependencies-successful', ...args],
      context.root,
      context,
    );
    return code === 0 ? assembleCommand.run([], context) : code;
  },
};
