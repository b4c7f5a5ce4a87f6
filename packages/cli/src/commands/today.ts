import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

const usage = `用法：columns today [--github-env]

打印北京时间的今天（年-月-日），供工作流设定 AS_OF。
  --github-env   同时把 AS_OF=<今天> 写入 GitHub Actions 的环境文件`;

/** The only place that reads the clock (contract 6). */
export function beijingDay(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** Workflows hand its answer on as `AS_OF`. */
export const todayCommand: Command = {
  summary: '打印北京时间的今天',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { 'github-env': { type: 'boolean', default: false } },
    });
    const today = beijingDay();
    if (values['github-env']) {
      const file = context.env['GITHUB_ENV'];
      if (file === undefined) {
        context.err('没有环境变量 GITHUB_ENV：--github-env 只用于 GitHub Actions。\n');
        return 1;
      }
      appendFileSync(file, `AS_OF=${today}\n`);
    }
    context.out(`${today}\n`);
    return 0;
  },
};
