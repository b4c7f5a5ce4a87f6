import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve, serveGrowing } from '@columns/site';
import { appsOf } from '../assemble.ts';
import type { Command } from '../command.ts';
import { showApp, tellColumns } from '../looking.ts';

export const previewCommand: Command = {
  summary: '在本机查看 dist/，或一个县区的构建结果',
  usage:
    '用法：columns preview [县区编号]\n\n不写县区时查看 dist/；写了就只看这个县区最近一次构建的结果，不必先合为 dist/。\n环境变量 PORT 换端口（默认 4321），BASE 与构建时相同。',
  async run([county, ...more], context) {
    const { env, root, out, err } = context;
    const port = Number(env['PORT'] ?? 4321);
    if (more.length > 0 || county?.startsWith('-')) {
      err(`${this.usage}\n`);
      return 2;
    }
    if (county === undefined) {
      const dir = join(root, 'dist');
      const { url } = await serve({ dir, port, base: env['BASE'] });
      await tellColumns(dir, url, context);
    } else {
      const known = appsOf(context);
      if (!known.includes(county)) {
        err(`apps/ 中没有 ${county}。现有：${known.join('、')}\n`);
        return 2;
      }
      if (!existsSync(join(root, 'apps', county, 'dist/site.json'))) {
        err(`${county} 还没有构建：先运行 npx -y pnpm@12 build ${county}\n`);
        return 1;
      }
      const server = await serveGrowing({ port, base: env['BASE'] });
      out(`${showApp(server, county, context)}\n按 Ctrl+C 结束。\n`);
    }
    await new Promise(() => {});
    return 0;
  },
};
