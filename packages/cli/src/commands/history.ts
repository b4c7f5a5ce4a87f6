import { parseArgs } from 'node:util';
import { forgetHistory, gatherHistory, HistoryError } from '@columns/site/history';
import type { Command, Context } from '../command.ts';
import { refusing, wantedCounties } from './columns.ts';

export const historyCommand: Command = {
  summary: '从仓库历史收集每条信息的修订记录',
  usage: `用法：columns history [--require]

写入 .columns/history/<编号>.json，是 columns records 的输入。历史没有取全时先去取；取不到时
删去旧的记录（页面写明“修订记录不可用”），加 --require 则停止，退出码为 1（部署时使用）。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: { require: { type: 'boolean', default: false } },
      });
      return gather(context, values.require);
    }),
};

/** Gathers the history of every county; 1 where it must be there and is not. */
export function gather(context: Context, required: boolean): number {
  const { root } = context;
  const counties = wantedCounties(root, undefined);
  try {
    gatherHistory(root, counties);
    return 0;
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    // A wrong or an old history is never printed.
    forgetHistory(root, counties);
    context.err(`修订记录不可用：${error.message}\n`);
    if (required) context.err('部署需要完整的仓库历史（fetch-depth: 0），已停止。\n');
    return required ? 1 : 0;
  }
}
