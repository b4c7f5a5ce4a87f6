import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { codeownersCommand } from './codeowners.ts';
import { refreshCommand } from './refresh.ts';

export const removeCommand: Command = {
  summary: '去掉一个县区专栏',
  usage: `用法：columns remove <县区编号> --reason <理由> [--dry-run]

删去 content/<编号>/ 和 apps/<编号>/，以及 CODEOWNERS、pnpm-lock.yaml 中它的部分；在 deploy.yaml 的 removed 中
写明理由，部署时照此放行。别的县区提到它的文件会列出来，由人核对。git 历史里仍有原来的内容。
  --dry-run   只列出要做什么，不写入`,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { reason: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) {
      context.err(`请写一个县区编号。\n\n${this.usage}\n`);
      return 2;
    }
    const { GrowFaults, planRemoval, removeCounty } = await import('@columns/grow');
    try {
      const plan = planRemoval(context.root, id, values.reason);
      const what = [...plan.folders, ...Object.keys(plan.written)];
      context.out(`${values['dry-run'] ? '将去掉、改写' : '已去掉、改写'}：${what.join('、')}\n`);
      if (plan.naming.length > 0)
        context.out(
          `这些文件提到它，请核对：\n${plan.naming.map((file) => `  ${file}\n`).join('')}`,
        );
      if (values['dry-run']) return 0;
      removeCounty(context.root, plan);
    } catch (error) {
      if (!(error instanceof GrowFaults)) throw error;
      context.err(`没有改动，共 ${error.faults.length} 个问题：\n${error.message}\n`);
      return 2;
    }
    await refreshCommand.run([], context);
    await codeownersCommand.run([], context);
    context.out('请再运行 npx -y pnpm@12 columns check，然后一并提交。\n');
    return 0;
  },
};
