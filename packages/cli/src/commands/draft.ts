import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runEdit } from '../edit.ts';
import { beijingDay } from './today.ts';

const usage = `用法：columns draft <县区> <领域/事项> [选项]

照标准目录起草一条信息：事项的公开要素成为小标题、字段或列名，单位、日期、公开方式已填，时限、渠道写在文件开头。
事项写编号或中文名称，如 social-assistance/minimum-living-guide、社会救助/最低生活保障/办事指南。
  --kind <体裁>    不写时按事项判断，如 办事指南、通知公告、register
  --id <编号>      信息编号（文件名），不写时由事项名称转成拼音
  --unit <单位>    发布机构的编号或名称，不写时按领域和公开主体判断
  --date <日期>    发布日期，不写时为今天
  --dry-run        只列出要写的文件，不写入`;

export const draftCommand: Command = {
  summary: '照公开事项起草一条信息',
  usage,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        id: { type: 'string' },
        unit: { type: 'string' },
        date: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [county, item] = positionals;
    if (county === undefined || item === undefined || positionals.length > 2) {
      context.err(`请写县区和事项。\n\n${usage}\n`);
      return 2;
    }
    const { kind, id, unit, date } = values;
    const day = date ?? beijingDay();
    return runEdit({ county, dryRun: values['dry-run'] }, context, (grow, root, standard) =>
      grow.planEntry(root, county, { item, kind, id, unit, day }, standard),
    );
  },
};
