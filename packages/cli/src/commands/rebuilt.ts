import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differences, folderSource, headOf, siteSource } from '@columns/site/verify';
import type { Command } from '../command.ts';
import { setOutput } from '../github.ts';
import { refusing, WrongInput } from './columns.ts';

/** How many files that differ are named. */
const NAMED = 50;

export const rebuiltCommand: Command = {
  summary: '比较 dist/ 与已部署的网站：同一版本重做一遍，应当一字节不差',
  usage: `用法：columns rebuilt [网址] [--read]

网址不写时为环境变量 SITE 加 BASE。

先照网站清单中的 commit、asOf、base 重新构建，再运行本命令：两份清单逐字节相同，就是全部文件都相同；
不同的逐个列出，退出码为 1。部署次序和时间戳不在比较之列。
  --read   只读出网站的 commit 和 asOf（工作流中写为输出 commit、as-of），不比较`,
  run: (args, context) =>
    refusing(context, async () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { read: { type: 'boolean', default: false } },
      });
      const { SITE = '', BASE = '/' } = context.env;
      const [address = SITE && SITE + BASE, ...more] = positionals;
      if (!/^https?:\/\//.test(address) || more.length > 0)
        throw new WrongInput('请给出一个网址，或设环境变量 SITE 和 BASE。\n');
      const stands = siteSource(address);
      const { head } = await headOf(stands).catch(unread);
      const { commit, modified, asOf } = head;
      if (commit === undefined || modified)
        throw new WrongInput('网站的清单没有写明版本，或带有未提交的改动，不能重做。\n');
      context.out(`网站：版本 ${commit}${asOf === undefined ? '' : `，截至 ${asOf}`}。\n`);
      if (values.read) {
        setOutput('commit', commit, context);
        setOutput('as-of', asOf ?? '', context);
        return 0;
      }
      const found = await differences(stands, folderSource(join(context.root, 'dist'))).catch(
        unread,
      );
      if (found.length === 0) {
        context.out('一致：重做的网站与已部署的一字节不差。\n');
        return 0;
      }
      const rest = found.length - NAMED;
      const lines = [...found.slice(0, NAMED), ...(rest > 0 ? [`……另有 ${rest} 处`] : [])];
      context.out(
        `不一致，共 ${found.length} 处：\n${lines.map((line) => `  ${line}\n`).join('')}`,
      );
      return 1;
    }),
};

function unread(error: unknown): never {
  throw new WrongInput(`${(error as Error).message}。\n`);
}
