import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runAll } from '../test/run-all.ts';

export const testCommand: Command = {
  summary: '运行每次改动都要通过的全部检查',
  usage: '用法：columns test [--full]\n\n  --full   连同耗时长的测试',
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { full: { type: 'boolean', default: false } },
    });
    return runAll(values.full, context);
  },
};
