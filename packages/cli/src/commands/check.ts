import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Finding } from '@columns/check';
import { check, gate, reportJson, reportText, summary } from '@columns/check';
import { listCounties, readColumn } from '@columns/content';
import { loadStandard } from '@columns/standard';
import type { Command } from '../command.ts';

const usage = `用法：columns check [--county <编号>] [--format text|json] [--gate]

读取全部内容，一次列出全部问题。有错误时退出码为 1。
  --county <编号>   只检查一个县区，可重复；不写时检查 content/ 中的全部
  --format <格式>   text（默认）或 json
  --gate            只看与日期无关的错误，即构建前必须通过的部分
环境变量 AS_OF（年-月-日）给出“当日”；不写时取该专栏最新的发布日期。`;

export const checkCommand: Command = {
  summary: '检查内容，用中文列出全部问题',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        county: { type: 'string', multiple: true },
        format: { type: 'string', default: 'text' },
        gate: { type: 'boolean', default: false },
      },
    });
    const content = join(context.root, 'content');
    const known = listCounties(content);
    const wanted = values.county ?? known;
    const unknown = wanted.filter((id) => !known.includes(id));
    if (unknown.length > 0 || !['text', 'json'].includes(values.format)) {
      if (unknown.length > 0)
        context.err(`content/ 中没有 ${unknown.join('、')}。现有：${known.join('、')}\n`);
      else context.err(`没有格式“${values.format}”。可用：text、json\n`);
      return 2;
    }
    const asOf = context.env['AS_OF'];
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf)) {
      context.err(`AS_OF“${asOf}”不是“年-月-日”。\n`);
      return 2;
    }
    const standard = loadStandard();
    const counties = wanted.map((id) => {
      const reading = readColumn(content, id, standard);
      const findings = values.gate
        ? gate(reading)
        : check(reading, asOf === undefined ? {} : { asOf });
      const name = reading.column?.county.name ?? id;
      return {
        id,
        name,
        files: reading.files.length,
        entries: reading.column?.entries.length ?? 0,
        findings,
      };
    });
    if (values.format === 'json') {
      context.out(reportJson(counties.map(({ id, findings }) => ({ id, findings }))));
    } else {
      for (const { name, files, entries, findings } of counties) {
        const heading = `${name}：文件 ${files} 个，信息 ${entries} 条。${summary(findings)}`;
        context.out(
          findings.length > 0
            ? `${reportText(findings, { heading, colour: context.colour })}\n`
            : `${heading}\n`,
        );
      }
    }
    return counties.some(({ findings }) => findings.some(isError)) ? 1 : 0;
  },
};

function isError(finding: Finding): boolean {
  return finding.level === 'error';
}
