import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { runBin } from '../spawn.ts';
import { runAll, runQuick } from '../test/run-all.ts';

export const testCommand: Command = {
  summary: '运行每次改动都要通过的全部检查',
  usage: `用法：columns test [--full | --quick] | columns test <测试文件…> [-t <名称>] [--headed]

  --full      连同耗时长的测试
  --quick     提交前用：格式、引用规则、类型、由内容生成的文件，以及改动过的测试文件
  <测试文件>  只运行这些，如 packages/site/test/serve.test.ts；写一部分路径也可以，*.full.test.ts 照样运行
  -t <名称>   其中只运行名称含有它的测试
  --headed    浏览器开出窗口（要用 COLUMNS_BROWSER 写明本机的 Chrome、Edge 或 Chromium）`,
  async run(args, context) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        full: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        headed: { type: 'boolean', default: false },
        name: { type: 'string', short: 't' },
      },
    });
    if (values.quick) return runQuick(context);
    if (positionals.length === 0 && values.name === undefined && !values.headed)
      return runAll(values.full, context);
    if (values.headed && !context.env['COLUMNS_BROWSER']) {
      context.err('测试自带的浏览器没有窗口：用环境变量 COLUMNS_BROWSER 写明本机的浏览器。\n');
      return 2;
    }
    const words = values.name === undefined ? [] : ['-t', values.name];
    return runBin('vitest', ['run', ...positionals, ...words], context.root, context, {
      // Who names a long test wants it run.
      COLUMNS_TEST_FULL: '1',
      ...(values.headed ? { COLUMNS_BROWSER_HEADED: '1' } : {}),
    });
  },
};
