import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALONE, type Answer, type Job, type Said } from '@columns/standard/workers';
import { COMPILE_CACHE } from '../compile-cache.ts';
import { gitCredentials } from '../github.ts';
import { main } from '../index.ts';
import type { Done } from './pool.ts';

/*
 * A worker: does the tasks of small counties one after another, each as if it were alone in the process. It ends
 * with the process that started it.
 */

enableCompileCache(COMPILE_CACHE);
process.on('disconnect', () => process.exit());
process.on('uncaughtException', () => process.exit(1));
process.on('message', async (job: Job) => {
  const answer = await answerOf(job);
  process.send?.({ answer, rss: process.memoryUsage.rss() } satisfies Done);
});

async function answerOf({ args, cwd, env }: Job): Promise<Answer> {
  const said: Said[] = [];
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env, gitCredentials(env));
  take(process.stdout, (text) => said.push(['out', text]));
  take(process.stderr, (text) => said.push(['err', text]));
  try {
    const code = await codeOf(args, cwd);
    return code === 0 ? { said } : ALONE;
  } catch {
    return ALONE;
  }
}

async function codeOf(args: readonly string[], cwd: string): Promise<number> {
  if (args[0] === 'astro') return buildPages(cwd);
  return args[0] === 'columns-admin' ? buildEditor(args.slice(1), cwd) : main(args);
}

/** As `columns-admin` does. */
async function buildEditor(args: readonly string[], cwd: string): Promise<number> {
  return (await ofApp('@columns/admin/command', cwd)).main(args);
}

/** A module as an app finds it: with the theme, which this package may not import. */
async function ofApp(name: string, cwd: string) {
  const file = createRequire(join(cwd, 'package.json')).resolve(name);
  return import(pathToFileURL(file).href);
}

/** Node would give a second build of an app the modules of the first, with the column that they hold. */
const built = new Set<string>();

/** As `astro build` does, without its process; of each app once. Counties that can share one bundle do. */
async function buildPages(root: string): Promise<number> {
  if (built.has(root)) return 1;
  built.add(root);
  const { buildByPress } = await ofApp('@columns/theme/press', root);
  if (await buildByPress(root)) return 0;
  const { build } = await import('astro');
  await build({ root });
  return 0;
}

/** Whatever is written to one of the outputs is the task's. */
function take(stream: NodeJS.WriteStream, told: (text: string) => void): void {
  stream.write = (text: string | Uint8Array, ...rest: unknown[]) => {
    told(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'));
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
}
