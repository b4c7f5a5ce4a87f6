import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { commandData, markdown } from '@columns/check';
import { visible } from '@columns/check/visible';
import { normalPrefix } from '@columns/site';
import { keepOld, readSettings } from '@columns/site/deploy';
import { assembleApps } from '../assemble.ts';
import type { Command, Context } from '../command.ts';
import { appendSummary, tellRunner } from '../github.ts';
import { askTurbo } from '../turbo/ask.ts';
import { assembleCommand } from './assemble.ts';
import { TASKS, turboBuild } from './build.ts';

export const releaseCommand: Command = {
  summary: '为部署构建：缓存里有的取出，没有的构建，再拼装',
  usage: `用法：columns release

同 columns build；但没有通过的县区保留 dist/ 里的旧版本，其余照常更新，并醒目提示。旧版本中后来撤回、
不再公开的信息，以及 gone.yaml 所列的，仍然撤下。从未公开过的县区没有通过时，先不公开它。
deploy.yaml 写明 keep-failed: false 时，有一个没有通过就全部不拼装。`,
  async run(_args, context) {
    const code = await turboBuild([], context);
    if (code === 0) return assembleCommand.run([], context);
    const settings = await readSettings(join(context.root, 'deploy.yaml'));
    if (!settings['keep-failed']) return code;
    const apps = await keptApps(context);
    if (apps === undefined) return code;
    return assembleApps(apps.some ? apps.names : undefined, context);
  },
};

/** Apps to put together, those that failed with their old versions; nothing where none was kept or built. */
async function keptApps(
  context: Context,
): Promise<{ readonly names: string[]; readonly some: boolean } | undefined> {
  const appsDir = join(context.root, 'apps');
  const failed = unbuilt(await askTurbo(['run', ...TASKS, '--dry=json'], context));
  // Whatever failed is none of a county's.
  if (failed.length === 0) return undefined;
  const { kept, lost, takenDown, altered } = await keepOld({
    appsDir,
    contentRoot: join(context.root, 'content'),
    outDir: join(context.root, 'dist'),
    failed,
    base: normalPrefix(context.env['BASE']) ?? '/',
  });
  const told = [
    ...(kept.length > 0 ? [`没有通过、保留旧版本的县区：${kept.join('、')}`] : []),
    ...(lost.length > 0 ? [`没有通过，也没有旧版本、因此没有公开的县区：${lost.join('、')}`] : []),
    ...[...altered].map(
      ([county, files]) =>
        `${county} 的旧版本与网站清单不符（${files.slice(0, 3).join('、')}${files.length > 3 ? ` 等 ${files.length} 个文件` : ''}），没有采用`,
    ),
    ...[...takenDown].map(
      ([county, ids]) =>
        `${county} 的旧版本中有已不再公开的信息，已从中去掉（检索和数据下载随之暂缺，改正错误后恢复）：${ids.join('、')}`,
    ),
  ];
  for (const line of told) context.err(`${line}\n`);
  if (context.env['GITHUB_ACTIONS'] === 'true') {
    tellRunner(
      told.map((line) => `::error title=部署不完整::${commandData(visible(line))}\n`).join(''),
      context,
    );
  }
  const rows = told.map((line) => `- ${markdown(line)}\n`).join('');
  appendSummary(`## 有县区没有通过，其余照常部署\n\n${rows}\n`, context);
  const names = (await readdir(appsDir, { withFileTypes: true }))
    .filter((child) => child.isDirectory() && !child.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => !lost.includes(name));
  return names.length === 0 ? undefined : { names, some: lost.length > 0 };
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
