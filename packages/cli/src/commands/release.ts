import { join } from 'node:path';
import { normalPrefix } from '@columns/site';
import { keepOld, readSettings } from '@columns/site/deploy';
import { askTurbo } from '../capture.ts';
import type { Command, Context } from '../command.ts';
import { assembleCommand } from './assemble.ts';
import { TASKS, turboBuild } from './build.ts';

export const releaseCommand: Command = {
  summary: '为部署构建：缓存里有的取出，没有的构建，再拼装',
  usage: `用法：columns release

同 columns build；但 deploy.yaml 写明 keep-failed: true 时，没有通过的县区保留 dist/ 里的旧版本，
其余照常更新；旧版本里已经撤回或不再公开的信息不保留。没有旧版本可保留时不拼装。`,
  async run(_args, context) {
    const code = await turboBuild([], context);
    if (code === 0) return assembleCommand.run([], context);
    const settings = await readSettings(join(context.root, 'deploy.yaml'));
    if (!settings['keep-failed']) return code;
    return (await keptAll(context)) ? assembleCommand.run([], context) : code;
  },
};

async function keptAll(context: Context): Promise<boolean> {
  const { kept, lost, takenDown } = await keepOld({
    appsDir: join(context.root, 'apps'),
    outDir: join(context.root, 'dist'),
    failed: unbuilt(await askTurbo(['run', ...TASKS, '--dry=json'], context)),
    base: normalPrefix(context.env['BASE']) ?? '/',
    contentRoot: join(context.root, 'content'),
  });
  if (kept.length > 0) context.err(`没有通过、保留旧版本的县区：${kept.join('、')}\n`);
  for (const [county, ids] of takenDown) {
    context.err(
      `${county} 的旧版本中有已不再公开的信息，已从中去掉（检索和数据下载随之暂缺，改正错误后恢复）：${ids.join('、')}\n`,
    );
  }
  if (lost.length > 0) context.err(`没有通过，也没有旧版本可保留的县区：${lost.join('、')}\n`);
  return kept.length > 0 && lost.length === 0;
}

/** Apps of which something is not in the cache after a run: it failed, or waited for what did. */
function unbuilt(json: string): string[] {
  const { tasks } = JSON.parse(json) as {
    tasks: { taskId: string; command: string; cache: { status: string } }[];
  };
  const missing = tasks.flatMap(({ taskId, command, cache }) => {
    const [, app] = /^@counties\/([a-z][a-z0-9-]*)#/.exec(taskId) ?? [];
    const done = cache.status === 'HIT' || command === '<NONEXISTENT>';
    return app === undefined || done ? [] : [app];
  });
  return [...new Set(missing)];
}
