import { join } from 'node:path';
import { assemble, SiteError } from '@columns/site';
import type { Command } from '../command.ts';

export const assembleCommand: Command = {
  summary: '把各县区的构建结果合为 dist/',
  usage: '用法：columns assemble\n\n环境变量 SITE（网站来源）和 BASE（公共前缀）与构建时相同。',
  async run(_args, context) {
    try {
      const { columns, files } = await assemble({
        appsDir: join(context.root, 'apps'),
        outDir: join(context.root, 'dist'),
        base: context.env['BASE'],
        site: context.env['SITE'],
      });
      context.out(`dist/：专栏 ${columns.length} 个，文件 ${files} 个。\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      context.err(`${error.message}\n`);
      return 1;
    }
  },
};
