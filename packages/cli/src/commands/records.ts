import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readHistory } from '@columns/site/history';
import { RECORDS_FOLDER, records, writeFolder } from '@columns/site/records';
import type { Command } from '../command.ts';
import { dayOf, forEachCounty, readGated, refusing, wantedCounties } from './columns.ts';

export const recordsCommand: Command = {
  summary: '生成各县区的公开情况、备案台账和修订记录',
  usage: `用法：columns records [--county <编号>]

写入 apps/<编号>/${RECORDS_FOLDER}，拼装时并入网站。内容有错误的县区不生成，原有的文件不动。与日期和仓库历史有关的都在这一步，
因此新的一天不必重新生成信息页面。修订记录来自 columns history 收集的文件；没有时写明不可用。
环境变量 AS_OF（年-月-日）给出“当日”，不写时取该专栏最新的发布日期；SITE、BASE 同 build。`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values } = parseArgs({
        args: [...args],
        options: { county: { type: 'string', multiple: true } },
      });
      return forEachCounty(context, wantedCounties(context.root, values.county), async (county) => {
        const place = await readGated(context, county);
        const history = readHistory(context.root, county);
        const dir = join(context.root, 'apps', county, RECORDS_FOLDER);
        const made = records(place, history, dayOf(context, place.column));
        const count = await writeFolder(dir, made);
        context.out(`${county}：记录 ${count} 个文件${history ? '' : '（修订记录不可用）'}\n`);
      });
    }),
};
