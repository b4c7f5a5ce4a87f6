import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Changes, CheckReport } from '@columns/check';
import { changesSince, checkCounties, GitError, githubSummary, REPORTERS } from '@columns/check';
import { listCounties } from '@columns/content';
import type { Command, Context } from '../command.ts';
import { appendSummary, tellRunner } from '../github.ts';

const FORMATS = Object.keys(REPORTERS);

const usage = `用法：columns check [--county <编号>] [--changed <版本>] [--format ${FORMATS.join('|')}] [--strict] [--gate]

读取全部内容和附件，一次列出全部问题。有错误时退出码为 1。
  --county <编号>   只检查一个县区，可重复；不写时检查 content/ 中的全部
  --changed <版本>  只看相对这一版本（如 origin/main）改动所涉及的县区；错误全部列出，提醒只列与改动有关的，
                    其余计数；删除或改名而没有留下旧地址的，算错误
  --format <格式>   ${FORMATS.join('、')}，不写时为 text
  --strict          有提醒时退出码也为 1
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
        changed: { type: 'string' },
        format: { type: 'string', default: 'text' },
        strict: { type: 'boolean', default: false },
        gate: { type: 'boolean', default: false },
      },
    });
    const { strict, gate, format } = values;
    const refuse = (text: string) => {
      context.err(text);
      return 2;
    };
    const known = listCounties(join(context.root, 'content'));
    const unknown = (values.county ?? []).filter((id) => !known.includes(id));
    if (unknown.length > 0)
      return refuse(`content/ 中没有 ${unknown.join('、')}。现有：${known.join('、')}\n`);
    const reporter = Object.hasOwn(REPORTERS, format) ? REPORTERS[format] : undefined;
    if (!reporter) return refuse(`没有格式“${format}”。可用：${FORMATS.join('、')}\n`);
    const asOf = context.env['AS_OF'];
    if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
      return refuse(`AS_OF“${asOf}”不是“年-月-日”。\n`);
    const changes = values.changed === undefined ? undefined : since(values.changed, context);
    if (typeof changes === 'string') return refuse(changes);
    const report = await checkCounties(context.root, {
      known,
      wanted: values.county ?? known,
      gate,
      strict,
      root: values.county === undefined,
      ...(changes ? { changes } : {}),
      ...(asOf === undefined ? {} : { asOf }),
    });
    const text = reporter(report, { colour: context.colour });
    if (format === 'github') {
      tellRunner(text, context);
      appendSummary(githubSummary(report), context);
    } else context.out(text);
    return blocks(report) ? 1 : 0;
  },
};

/** The changes since a base, or why they cannot be told. */
function since(base: string, { root }: Context): Changes | string {
  try {
    return changesSince(root, base);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return `不能与“${base}”比较：它不是已有的版本，或历史没有取全（fetch-depth: 0）。\n${error.message}\n`;
  }
}

/** Errors block always, warnings where they are asked to (contract 9). */
function blocks({ counties, strict }: CheckReport): boolean {
  return counties.some(({ findings }) => findings.some(({ level }) => strict || level === 'error'));
}
