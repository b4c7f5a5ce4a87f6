import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countySchema, readYamlFile } from '@columns/content';
import { affectedApps } from '@columns/site/deploy';
import { takeLock } from '@columns/standard/lock';
import { appsOf, assembleApps, assembleBuilt } from '../assemble.ts';
import type { Command, Context } from '../command.ts';
import { runBin } from '../spawn.ts';
import { askTurbo } from '../turbo/ask.ts';
import { runInGroups } from '../turbo/groups.ts';
import { FOLDERS, runQuietly } from '../turbo/progress.ts';
import { openWorkers } from '../workers/serve.ts';
import { gather } from './history.ts';

const usage = `用法：columns build [县区编号…] [turbo run 的选项]

  写了县区编号（如 anyue），或用 --filter=@counties/anyue 选了县区，就只构建这些；
  dist/ 由已经构建过的县区合成，没有构建过的会列出来。
  --affected   只构建并拼装改动涉及的县区（环境变量 TURBO_SCM_BASE 给出与之相比的版本）
  --part       只构建环境变量 APPS 中的县区（以空格分开），不拼装
  --verbose    列出全部日志；不写时每个县区一行，没有通过的列出其日志（CI 中总是全部列出）`;

export const buildCommand: Command = {
  summary: '经 Turborepo 构建全部县区，并合为 dist/',
  usage,
  async run(args, context) {
    if (args[0] === '--part') return buildPart(context);
    const { counties, options } = split(args.filter((word) => word !== VERBOSE));
    const known = appsOf(context);
    const unknown = counties.filter((id) => !known.includes(id));
    if (unknown.length > 0) {
      context.err(`apps/ 中没有 ${unknown.join('、')}。现有：${known.join('、')}\n`);
      return 2;
    }
    const only = args.includes('--affected')
      ? affectedApps(await askTurbo(['query', 'affected', '--tasks', 'build'], context))
      : undefined;
    if (only?.length === 0) {
      context.out('改动不涉及任何县区，没有要构建的。\n');
      return 0;
    }
    const filters = counties.map((id) => `--filter=@counties/${id}`);
    const loud = args.includes(VERBOSE) || options.length > 0;
    const apps = loud ? undefined : counties.length > 0 ? counties : known;
    const code = await turboBuild([...filters, ...options], context, apps);
    if (code !== 0) return code;
    const some = only === undefined && [...filters, ...options].some(isFilter);
    return some ? assembleBuilt(context) : assembleApps(only, context);
  },
};

/** Counties come first; what follows is for Turborepo. */
function split(args: readonly string[]): {
  counties: readonly string[];
  options: readonly string[];
} {
  const first = args.findIndex((word) => word.startsWith('-'));
  const end = first === -1 ? args.length : first;
  return { counties: args.slice(0, end), options: args.slice(end) };
}

const isFilter = (word: string): boolean => /^(?:--filter(?:=|$)|-F)/.test(word);

const VERBOSE = '--verbose';

/** What makes a county: its pages, its open data, its records, its editor. */
export const TASKS: readonly string[] = Object.keys(FOLDERS);

/**
 * One county's fault does not keep the others from being built or from being named.
 *
 * @param apps what is built, where each is to be told in one line instead of the whole log
 * @param ready hears of each of them as it becomes ready
 */
export async function turboBuild(
  args: readonly string[],
  context: Context,
  apps?: readonly string[],
  ready?: (app: string) => void,
): Promise<number> {
  const { root, err } = context;
  // A run puts what it made into the cache after its task has ended: until then no other may replace it.
  const file = join(root, 'node_modules/.cache/columns/build.lock');
  const lock = await takeLock(file, { told: (line) => err(`${line}\n`) });
  const workers = await openWorkers(root);
  try {
    return await turboRun(args, context, workers.env, apps, ready);
  } finally {
    workers.close();
    lock.release();
  }
}

async function turboRun(
  args: readonly string[],
  context: Context,
  env: Readonly<Record<string, string>>,
  apps?: readonly string[],
  ready?: (app: string) => void,
): Promise<number> {
  // Gathered before any task starts: it is an input of theirs. A deploy stops where it is missing.
  const code = gather(context, context.env['HISTORY'] === 'required');
  if (code !== 0) return code;
  const options = ['run', ...TASKS, '--continue=dependencies-successful', ...args];
  if (context.env['GITHUB_ACTIONS'] === 'true') return runInGroups(options, context, env);
  if (apps === undefined || context.env['CI'])
    return runBin('turbo', options, context.root, context, env);
  let count = 0;
  const width = String(apps.length).length;
  const began = performance.now();
  const told = (app: string) => {
    count += 1;
    const seconds = (performance.now() - began) / 1000;
    const place = `${String(count).padStart(width)}/${apps.length}`;
    context.out(`[${place}] ${nameOf(app, context)}（${app}）　${seconds.toFixed(1)} 秒\n`);
    ready?.(app);
  };
  // A run goes from task to task, not from county to county: all would be ready near its end.
  const first = ready && apps.length > 1 ? smallest(apps, context) : undefined;
  if (first !== undefined) {
    const alone = { apps: [first], ready: told, env };
    // Whatever fails here is told by the run over all.
    const only = [...options, `--filter=@counties/${first}`];
    await runQuietly(only, alone, { ...context, err: () => undefined });
  }
  const rest = apps.filter((app) => app !== first || count === 0);
  return runQuietly(options, { apps: rest, ready: told, env }, context);
}

/** The county with the fewest files that has something to look at. */
function smallest(apps: readonly string[], { root }: Context): string | undefined {
  const sizes = apps.map((app) => {
    const folder = join(root, 'content', app);
    return { app, files: existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0 };
  });
  const worth = sizes.filter(({ files }) => files >= WORTH_A_LOOK);
  return (worth.length > 0 ? worth : sizes).toSorted((a, b) => a.files - b.files)[0]?.app;
}

const WORTH_A_LOOK = 20;

/** As its file says; what is wrong with that is told by the check. */
function nameOf(app: string, { root }: Context): string {
  return (
    readYamlFile(join(root, 'content'), `${app}/county.yaml`, countySchema, [])?.value.name ?? app
  );
}

/** One job of a matrix: its apps come by the environment, for nothing is put into a workflow's scripts. */
async function buildPart(context: Context): Promise<number> {
  const apps = (context.env['APPS'] ?? '').split(' ').filter((app) => app !== '');
  const wrong = apps.filter((app) => !/^[a-z][a-z0-9-]*$/.test(app));
  if (apps.length === 0 || wrong.length > 0) {
    context.err(`环境变量 APPS 应为以空格分开的县区代号，现为“${context.env['APPS'] ?? ''}”。\n`);
    return 2;
  }
  return turboBuild(
    apps.map((app) => `--filter=@counties/${app}`),
    context,
  );
}
