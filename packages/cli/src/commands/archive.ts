import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { normalSite } from '@columns/site';
import { ArchiveError, archive } from '@columns/site/archive';
import type { Command } from '../command.ts';
import { refusing, WrongInput } from './columns.ts';

export const archiveCommand: Command = {
  summary: '把一个专栏写成网页归档（WACZ）',
  usage: `用法：columns archive <编号> <年份> [--out <文件>]

从 dist/ 取出一个专栏，写成档案馆通用的网页归档（WACZ），用 replayweb.page 等程序打开；国办发〔2017〕47号要求做好
网页归档。日期是构建时的 AS_OF，应在所写的年份里；环境变量 SITE 与构建时相同。先运行 columns build。
归档不发布在网站上，写在 archives/<编号>-<年份>.wacz。其中的信息以后撤下的，归档也要重做并换掉旧的。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { out: { type: 'string' } },
      });
      const [county, year = '', ...more] = positionals;
      if (county === undefined || !/^(?:19|20)\d{2}$/.test(year) || more.length > 0)
        throw new WrongInput('请给出专栏编号和年份，如 columns archive anyue 2026\n');
      const site = normalSite(context.env['SITE'] ?? '');
      if (site === undefined)
        throw new WrongInput('归档里要有完整的网址：设环境变量 SITE，如 https://example.gov.cn\n');
      const outFile = values.out ?? join(context.root, 'archives', `${county}-${year}.wacz`);
      if (!outFile.endsWith('.wacz')) throw new WrongInput('归档的文件名应以 .wacz 结尾。\n');
      try {
        const siteDir = join(context.root, 'dist');
        const done = await archive({ siteDir, county, year: Number(year), site, outFile });
        context.out(
          `${outFile}：网页 ${done.pages} 个，文件 ${done.files} 个，截至 ${done.day}。\n`,
        );
        return 0;
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        context.err(`${error.message}\n`);
        return 1;
      }
    }),
};
