import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runEdit } from '../edit.ts';

const usage = `用法：columns move <县区> <编号> [--to <领域/事项>] [--published <年-月-日>] [选项]

把一条信息归入另一个事项，或改正发布日期：附件文件夹、数据表一起移动，链接一并改写；
年份变了的，旧地址写入 formerly，自动转到新地址。先在副本中检查，有一处不对就什么都不改。
  --to <领域/事项>       如 compulsory-education/school-directory；只写领域为领域的一般信息；
                        写 _ 为不属于任何领域
  --published <日期>     新的发布日期；年份变了，文件移到新的年份
  --also                 在原事项下仍然列出（写入 also）
  --dry-run              只列出要做的改动，不写入`;

export const moveCommand: Command = {
  summary: '把一条信息归入另一个事项或年份',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        published: { type: 'string' },
        also: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [county, id] = positionals;
    const { to, published, also } = values;
    if (county === undefined || id === undefined || positionals.length > 2) {
      context.err(`请写县区和编号。\n\n${usage}\n`);
      return 2;
    }
    if (to === undefined && published === undefined) {
      context.err(`请用 --to 或 --published 写明移到哪里。\n\n${usage}\n`);
      return 2;
    }
    const words = { county, dryRun: values['dry-run'] };
    return runEdit(words, context, (grow, root, standard) =>
      grow.planRelocation(root, county, id, { to, published, also }, standard),
    );
  },
};
