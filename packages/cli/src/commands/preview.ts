import { join } from 'node:path';
import { listColumns, serve } from '@columns/site';
import type { Command } from '../command.ts';

export const previewCommand: Command = {
  summary: '在本机查看 dist/',
  usage: '用法：columns preview\n\n环境变量 PORT 换端口（默认 4321），BASE 与构建时相同。',
  async run(_args, context) {
    const dir = join(context.root, 'dist');
    const { url } = await serve({
      dir,
      port: Number(context.env['PORT'] ?? 4321),
      base: context.env['BASE'],
    });
    const columns = await listColumns(dir, new URL(url).origin);
    const rows = columns.map(({ title, url: address }) => `  ${address}  ${title}\n`);
    context.out(`${url}\n${rows.join('')}\n按 Ctrl+C 结束。\n`);
    await new Promise(() => {});
    return 0;
  },
};
