import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runEdit } from '../edit.ts';

const usage = `用法：columns withdraw <县区> <编号> --reason "<原因>" --date <年-月-日> [--dry-run]

撤回一条信息：文件和地址保留，网页只显示标题、撤回日期和原因；列出仍提到它的各处。
  --reason <原因>   撤回的原因，公开显示
  --date <日期>     撤回日期
  --dry-run         只列出要做的改动，不写入`;

export const withdrawCommand: Command = {
  summary: '撤回一条信息，写明日期和原因',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        date: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [county, id] = positionals;
    if (county === undefined || id === undefined || positionals.length > 2) {
      context.err(`请写县区和编号。\n\n${usage}\n`);
      return 2;
    }
    const words = { county, dryRun: values['dry-run'] };
    const { reason, date } = values;
    return runEdit(words, context, (grow, root, standard) =>
      grow.planWithdrawal(root, county, id, { reason, date }, standard),
    );
  },
};
