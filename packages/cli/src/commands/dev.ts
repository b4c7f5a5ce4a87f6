import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.ts';
import { runBin } from '../spawn.ts';

export const devCommand: Command = {
  summary: '启动一个县区的实时预览',
  usage: '用法：columns dev <县区编号> [astro dev 的选项]',
  async run(args, context) {
    const [county, ...rest] = args;
    const apps = join(context.root, 'apps');
    const folder = join(apps, county ?? '');
    if (county === undefined || !existsSync(join(folder, 'astro.config.mjs'))) {
      const known = readdirSync(apps).join('、');
      context.err(
        `${county === undefined ? '请写明县区编号' : `apps/ 中没有 ${county}`}。现有：${known}\n`,
      );
      return 2;
    }
    return runBin('astro', ['dev', ...rest], folder, context);
  },
};
