import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

const usage = `用法：columns sample --county <编号> --documents <条数> --out <文件夹> [--seed <数>]

生成任意规模的虚构县区内容，供测量和试用；同样的参数得到同样的字节。`;

export const sampleCommand: Command = {
  summary: '生成虚构的大量内容，供测量',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        county: { type: 'string', default: 'sample' },
        documents: { type: 'string', default: '2000' },
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    });
    const documents = Number(values.documents);
    if (values.out === undefined || !Number.isInteger(documents) || documents < 1) {
      context.err(`${usage}\n`);
      return 2;
    }
    // Loaded only here: no other command needs the generator.
    const { generateCounty } = await import('@columns/bench');
    const made = generateCounty({
      county: values.county,
      documents,
      out: values.out,
      seed: Number(values.seed),
    });
    context.out(`${values.out}：信息 ${made.documents} 条，正文共 ${made.characters} 字。\n`);
    return 0;
  },
};
