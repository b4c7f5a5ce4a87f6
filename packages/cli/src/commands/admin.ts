import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listCounties } from '@columns/content';
import type { Command } from '../command.ts';
import { runBin } from '../spawn.ts';

export const adminCommand: Command = {
  summary: '在本机打开一个县区的编辑页面',
  usage: `用法：columns admin <县区编号> [--git] [--port <端口>]

打印地址，用浏览器打开即可编辑；只有本机能够访问。改动直接写进 content/<县区编号>/。
  --git   每条信息存在自己的分支上，像网上编辑那样审核后再合并（工作区须没有其他改动）`,
  async run(args, context) {
    const [county, ...rest] = args;
    const app = join(context.root, 'apps', county ?? '');
    if (county === undefined || !existsSync(join(app, 'package.json'))) {
      const known = listCounties(join(context.root, 'content')).join('、');
      context.err(
        `${county === undefined ? '请写明县区编号' : `apps/ 中没有 ${county}`}。现有：${known}\n`,
      );
      return 2;
    }
    // The editor is made with the theme, which this package may not import: it runs by itself.
    return runBin('@columns/admin', ['serve', '--county', county, ...rest], app, context);
  },
};
