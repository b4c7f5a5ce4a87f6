import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER, openData, writeFolder } from '@columns/site/records';
import type { Command } from '../command.ts';
import { forEachCounty, readGated, refusing, wantedCounties } from './columns.ts';

export const dataCommand: Command = {
  summary: '生成各县区的开放数据（CSV、JSON、Excel、DCAT）',
  usage: `用法：columns data [--county <编号>]

写入 apps/<编号>/${DATA_FOLDER}，拼装时并入网站。内容有错误的县区不生成，原有的文件不动。环境变量 SITE、BASE 同 build。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: { county: { type: 'string', multiple: true } },
      });
      return forEachCounty(context, wantedCounties(context.root, values.county), async (county) => {
        const dir = join(context.root, 'apps', county, DATA_FOLDER);
        const count = await writeFolder(dir, openData(await readGated(context, county)));
        context.out(`${county}：开放数据 ${count} 个文件\n`);
      });
    }),
};
