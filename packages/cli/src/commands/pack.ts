import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PackError, pack } from '@columns/site/pack';
import type { Command } from '../command.ts';
import { manifestOptions } from '../manifest-options.ts';
import { refusing, WrongInput } from './columns.ts';

export const packCommand: Command = {
  summary: '把一个专栏做成可离线阅读的文件夹',
  usage: `用法：columns pack <编号> [--out <文件夹>]

从 dist/ 取出一个专栏：页面用相对链接，可直接从光盘、U 盘打开；检索须运行其中的“启动检索.mjs”
（node 启动检索.mjs）。内有清单，可用 columns verify 核对。先运行 columns build。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { out: { type: 'string' } },
      });
      const [county] = positionals;
      if (county === undefined) throw new WrongInput('请给出专栏编号，如 columns pack anyue\n');
      const outDir = values.out ?? join(context.root, 'packs', county);
      const options = manifestOptions(context);
      try {
        const count = await pack(join(context.root, 'dist'), county, outDir, options);
        context.out(`${outDir}：文件 ${count} 个。\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof PackError)) throw error;
        context.err(`${error.message}\n`);
        return 1;
      }
    }),
};
