import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runEdit } from '../edit.ts';

const usage = `用法：columns rename <县区> <原编号> <新编号> [--dry-run]

改一条信息的编号（文件名）：附件文件夹、数据表一起改名，别处的引用和链接一并改写，
旧地址写入 formerly，自动转到新地址。先在副本中检查，有一处不对就什么都不改。
  --dry-run   只列出要做的改动，不写入`;

export const renameCommand: Command = {
  summary: '改一条信息的编号，引用和旧地址一并处理',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    const [county, id, fresh] = positionals;
    if (county === undefined || id === undefined || fresh === undefined || positionals.length > 3) {
      context.err(`请写县区、原编号和新编号。\n\n${usage}\n`);
      return 2;
    }
    const words = { county, dryRun: values['dry-run'] };
    return runEdit(words, context, (grow, root, standard) =>
      grow.planRelocation(root, county, id, { id: fresh }, standard),
    );
  },
};
