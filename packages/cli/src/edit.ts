import { join } from 'node:path';
import type { ContentPlan } from '@columns/grow';
import type { Context } from './command.ts';

/** What every command that changes content is asked. */
export interface EditWords {
  readonly county: string;
  readonly dryRun: boolean;
}

/** Plans a change, shows it, and does it unless it is only to be shown. Gives the exit code. */
export async function runEdit(
  { county, dryRun }: EditWords,
  context: Context,
  plan: (
    grow: typeof import('@columns/grow'),
    contentRoot: string,
    standard: import('@columns/standard').Standard,
  ) => ContentPlan,
): Promise<number> {
  // Only what changes content loads what that takes.
  const grow = await import('@columns/grow');
  const { loadStandard } = await import('@columns/standard');
  const contentRoot = join(context.root, 'content');
  let made: ContentPlan;
  try {
    made = plan(grow, contentRoot, loadStandard());
  } catch (error) {
    if (!(error instanceof grow.GrowFaults)) throw error;
    context.err(`没有改动，共 ${error.faults.length} 个问题：\n${error.message}\n`);
    return 2;
  }
  if (!dryRun) grow.applyPlan(contentRoot, made);
  context.out(`${dryRun ? '将做以下改动（还没有写入）' : '已做以下改动'}：\n`);
  for (const line of made.told) context.out(`  ${line}\n`);
  if (made.remarks.length > 0) context.out('\n');
  for (const line of made.remarks) context.out(`${line}\n`);
  if (!dryRun)
    context.out(`\n请再运行 npx -y pnpm@12 columns check --county ${county}，然后一并提交。\n`);
  return 0;
}
