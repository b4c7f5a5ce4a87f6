import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Growing, serveGrowing } from '@columns/site';
import { appsOf, assembleApps } from '../assemble.ts';
import type { Command, Context } from '../command.ts';
import { showApp, tellColumns } from '../looking.ts';
import { turboBuild } from './build.ts';

export const startCommand: Command = {
  summary: '构建全部县区并在本机查看',
  usage: `用法：columns start [--verbose]

先占好端口，再构建；每个县区一行，第一个县区一好就能打开它的地址，全部构建后合为 dist/。
  --verbose   列出全部日志；不写时只列出没有通过的
环境变量 PORT 换端口（默认 4321，被占用时依次试后面的；写明时只用写明的），SITE、BASE 同 build。`,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { verbose: { type: 'boolean', default: false } },
    });
    // Before the build: nobody waits minutes to hear that a port is taken.
    const server = await openServer(context);
    const apps = appsOf(context);
    let shown = 0;
    const ready = (app: string) => {
      const address = showApp(server, app, context);
      if (shown++ === 0) context.out(`  现在就可以打开：${address}\n`);
    };
    context.out(`构建 ${apps.length} 个县区，${server.url}\n`);
    const told = values.verbose ? undefined : apps;
    const code =
      (await turboBuild([], context, told, ready)) || (await assembleApps(undefined, context));
    if (code !== 0) {
      await server.close();
      return code;
    }
    const dir = join(context.root, 'dist');
    server.become(dir);
    await tellColumns(dir, server.url, context);
    await new Promise(() => {});
    return 0;
  },
};

async function openServer({ env, err }: Context): Promise<Growing> {
  const given = env['PORT'];
  const wanted = Number(given ?? 4321);
  const server = await serveGrowing({
    port: wanted,
    base: env['BASE'],
    onward: given === undefined,
  });
  if (wanted !== 0 && server.port !== wanted)
    err(`端口 ${wanted} 已被占用，改用 ${server.port}。\n`);
  return server;
}
