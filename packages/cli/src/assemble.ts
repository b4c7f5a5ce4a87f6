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

/** Content that no app publishes is lost without a word, were it not for this one. */
function tellWithoutApp(published: readonly string[], { root, err }: Context): void {
  const lost = listCounties(join(root, 'content')).filter((id) => !published.includes(id));
  if (lost.length === 0) return;
  err(`content/ 中的 ${lost.join('、')} 没有应用，网站里没有它；要发布，建 apps/${lost[0]}。\n`);
}
