import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

export const refreshCommand: Command = {
  summary: '由字段定义重写应用、体裁模板和 JSON Schema',
  usage: '用法：columns refresh [--check]\n\n  --check   只比较，不写；已过时的退出码为 1',
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false } },
    });
    const { refresh } = await import('@columns/grow');
    const { loadStandard } = await import('@columns/standard');
    const stale = refresh(context.root, loadStandard(), { write: !values.check });
    for (const path of stale) context.out(`${values.check ? '已过时' : '写入'} ${path}\n`);
    if (!values.check || stale.length === 0) return 0;
    context.err('运行 npx -y pnpm@12 generate，并一并提交。\n');
    return 1;
  },
};
