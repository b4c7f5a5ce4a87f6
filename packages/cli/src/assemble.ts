import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listCounties } from '@columns/content';
import { assemble, SiteError } from '@columns/site';
import type { Context } from './command.ts';
import { WrongInput } from './commands/columns.ts';
import { manifestOptions } from './manifest-options.ts';

/** Puts apps together in `dist/` (all of them unless some are named) and gives the exit code. */
export async function assembleApps(
  only: readonly string[] | undefined,
  context: Context,
): Promise<number> {
  try {
    const { columns, files } = await assemble({
      appsDir: join(context.root, 'apps'),
      outDir: join(context.root, 'dist'),
      base: context.env['BASE'],
      site: context.env['SITE'],
      only,
      told: (line) => context.err(`${line}\n`),
      memory: join(context.root, 'node_modules/.cache/columns/site.json'),
      shared: join(context.root, 'packages/admin/dist-admin'),
      manifest: manifestOptions(context),
    });
    if (only === undefined)
      tellWithoutApp(
        columns.map(({ county }) => county),
        context,
      );
    context.out(`dist/：专栏 ${columns.length} 个，文件 ${files} 个。\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof SiteError || error instanceof WrongInput)) throw error;
    context.err(`${error.message.trimEnd()}\n`);
    return 1;
  }
}

/**
 * Puts together what has been built, now or before, and names in one line what has not: who builds one
 * county wants to see that one, and others that are not there are no fault of it.
 */
export async function assembleBuilt(context: Context): Promise<number> {
  const apps = appsOf(context);
  const built = apps.filter((id) => existsSync(join(context.root, 'apps', id, 'dist/site.json')));
  if (built.length === 0) {
    context.err('没有构建出任何县区，dist/ 没有改动：核对 --filter 选的县区。\n');
    return 1;
  }
  const code = await assembleApps(built, context);
  const missing = apps.filter((id) => !built.includes(id));
  if (code === 0 && missing.length > 0) {
    context.out(`还没有构建、dist/ 中没有：${missing.join('、')}。\n`);
  }
  return code;
}

/** The apps of the counties, by their folders. */
export function appsOf({ root }: Context): string[] {
  const apps = join(root, 'apps');
  return existsSync(apps)
    ? readdirSync(apps).filter((id) => existsSync(join(apps, id, 'package.json')))
    : [];
}

/** Content that no app publishes is lost without a word, were it not for this one. */
function tellWithoutApp(published: readonly string[], { root, err }: Context): void {
  const lost = listCounties(join(root, 'content')).filter((id) => !published.includes(id));
  if (lost.length === 0) return;
  err(`content/ 中的 ${lost.join('、')} 没有应用，网站里没有它；要发布，建 apps/${lost[0]}。\n`);
}
