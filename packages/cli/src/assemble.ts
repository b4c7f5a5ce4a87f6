import { join } from 'node:path';
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
      manifest: manifestOptions(context),
    });
    context.out(`dist/：专栏 ${columns.length} 个，文件 ${files} 个。\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof SiteError || error instanceof WrongInput)) throw error;
    context.err(`${error.message.trimEnd()}\n`);
    return 1;
  }
}
