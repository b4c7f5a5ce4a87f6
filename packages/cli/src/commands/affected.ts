import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { affectedApps, matrixOf } from '@columns/site/deploy';
import type { Command, Context } from '../command.ts';
import { setOutput } from '../github.ts';
import { askTurbo } from '../turbo/ask.ts';

const usage = `用法：columns affected [--jobs <个数>]

打印改动之后要重新构建的县区（由 Turborepo 判断），每行一个。
  --jobs <个数>   分成至多几组
在 GitHub Actions 中另设输出：matrix（各组）、any（有没有县区）、code（content/ 以外有没有改动）。
环境变量 TURBO_SCM_BASE 给出与之相比的版本。`;

export const affectedCommand: Command = {
  summary: '列出改动涉及的县区',
  usage,
  async run(args, context) {
    const { values } = parseArgs({
      args: [...args],
      options: { jobs: { type: 'string', default: '20' } },
    });
    const jobs = Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 1) {
      context.err(`${usage}\n`);
      return 2;
    }
    const apps = affectedApps(await askTurbo(QUERY, { ...context, env: withBase(context) }));
    setOutput('matrix', JSON.stringify(matrixOf(apps, jobs)), context);
    setOutput('any', String(apps.length > 0), context);
    setOutput('code', String(isCodeTouched(context)), context);
    context.out(apps.map((app) => `${app}\n`).join(''));
    return 0;
  },
};

const QUERY = ['query', 'affected', '--tasks', 'build'];
/** What Turborepo takes for no commit: then everything is affected. */
const NOTHING = '0'.repeat(40);

/** A base that is not in the history (after a forced push, say) makes everything affected. */
function withBase({ root, env }: Context): Context['env'] {
  const base = env['TURBO_SCM_BASE'];
  if (base === undefined || isCommit(root, base)) return env;
  return { ...env, TURBO_SCM_BASE: NOTHING };
}

function isCommit(root: string, base: string): boolean {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`];
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether anything but content differs from the base; what cannot be told counts as touched. */
function isCodeTouched({ root, env }: Context): boolean {
  const base = env['TURBO_SCM_BASE'] ?? '';
  if (base === '' || base.startsWith('-')) return true;
  const args = ['diff', '--no-ext-diff', '--quiet', base, 'HEAD', '--', '.', ':(exclude)content'];
  try {
    execFileSync('git', args, { cwd: root, stdio: 'ignore' });
    return false;
  } catch {
    return true;
  }
}
