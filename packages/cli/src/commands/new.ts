import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command, Context } from '../command.ts';
import { withOwnNode } from '../own-node.ts';
import { codeownersCommand } from './codeowners.ts';

const usage = `用法：columns new <编号> --name <名称> --structure <领域结构> [选项]

新建一个县区专栏：content/<编号>/ 和 apps/<编号>/，写好单位（待核对）和真实的乡镇街道。
  --name <名称>        全称，如 霍山县
  --structure <结构>   领域结构，如 luan-30、national-26
  --parent <上级>      上级在 content/ 中的文件夹名，如 luan
  --level <层级>       county（默认）、city、province
  --base <前缀>        地址前缀，不写时为 /<编号>/
  --code <区划代码>    六位代码，同名县区需要写明
  --no-towns           不写乡镇街道（没有乡镇的管理区）
  --dry-run            只列出要写的文件，不写入`;

export const newCommand: Command = {
  summary: '新建一个县区专栏',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        structure: { type: 'string' },
        parent: { type: 'string' },
        level: { type: 'string' },
        base: { type: 'string' },
        code: { type: 'string' },
        'no-towns': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [id] = positionals;
    if (id === undefined || positionals.length > 1) {
      context.err(`请写一个编号。\n\n${usage}\n`);
      return 2;
    }
    // Only what changes content loads the names of all towns.
    const { createCounty, GrowFaults, planCounty, townCounts } = await import('@columns/grow');
    const { loadStandard } = await import('@columns/standard');
    const { 'no-towns': withoutTowns, 'dry-run': dryRun, ...words } = values;
    const options = { id, name: undefined, structure: undefined, ...words, towns: !withoutTowns };
    try {
      const plan = planCounty(context.root, options, loadStandard());
      context.out(`${dryRun ? '将新建' : '新建'}${plan.name}，地址前缀 ${plan.base}\n`);
      for (const file of Object.keys(plan.files)) context.out(`  ${file}\n`);
      const { towns, others } = townCounts(plan);
      if (plan.division)
        context.out(
          `  乡镇、街道 ${towns} 个${others.length === 0 ? '' : `；未列入：${others.join('、')}`}\n`,
        );
      if (dryRun) return 0;
      createCounty(context.root, plan);
    } catch (error) {
      if (!(error instanceof GrowFaults)) throw error;
      context.err(`没有新建，共 ${error.faults.length} 个问题：\n${error.message}\n`);
      return 2;
    }
    await codeownersCommand.run([], context);
    if (!install(context)) {
      context.err(
        'pnpm-lock.yaml 还没有更新：联网后运行 npx -y pnpm@12 install，并一并提交 pnpm-lock.yaml。\n',
      );
      return 1;
    }
    context.out(
      `\n接下来：
  1. 核对 content/${id}/departments.yaml 的单位和 towns.yaml 的编号
  2. npx pnpm@12 columns check --county ${id}
  3. npx pnpm@12 dev ${id}
一并提交 content/${id}、apps/${id}、.github/CODEOWNERS 和 pnpm-lock.yaml。\n`,
    );
    return 0;
  },
};

/** A new app is a new line in the lockfile, and builds only once its packages are linked. */
function install({ root, env }: Context): boolean {
  if (!existsSync(join(root, 'pnpm-lock.yaml'))) return true;
  const words = ['install', '--no-frozen-lockfile', '--prefer-offline', '--silent'];
  const { status } = spawnSync('pnpm', words, {
    cwd: root,
    env: withOwnNode(env),
    // Windows starts pnpm only through a shell; every word is our own.
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
