import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readGone } from '@columns/content';
import { listColumns } from '@columns/site';
import { HEADER_FILES } from '@columns/site/headers';
import type { Command } from '../command.ts';

/** What counties have taken down on purpose and is not there (again): the host says 410 of it. */
function goneAt(root: string, columns: readonly { county: string; base: string; path: string }[]) {
  return columns.flatMap(({ county, base, path }) =>
    readGone(join(root, 'content'), county)
      .filter((one) => !existsSync(join(root, 'dist', base, one.path)))
      .map((one) => path + one.path),
  );
}

const SERVERS = Object.keys(HEADER_FILES);

export const headersCommand: Command = {
  summary: '写出网站服务器的安全响应头配置',
  usage: `用法：columns headers <${SERVERS.join('|')}>\n\n显示在屏幕上，可重定向到文件。须先构建（读 dist/columns.json）。`,
  async run([server, ...more], context) {
    const write = server === undefined ? undefined : HEADER_FILES[server];
    if (!write || more.length > 0) {
      context.err(`写一个服务器的名字：${SERVERS.join('、')}\n`);
      return 2;
    }
    const columns = await listColumns(join(context.root, 'dist'), 'http://localhost');
    context.out(
      write({ bases: columns.map(({ path }) => path), gone: goneAt(context.root, columns) }),
    );
    return 0;
  },
};
