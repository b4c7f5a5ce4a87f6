import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchContext } from './benchmarks.ts';
import { succeeded } from './build/builder.ts';
import { processorSeconds, timed } from './fleet/processor.ts';
import { changeTheme } from './fleet/workspace.ts';
import { measure } from './measure.ts';
import { number, table } from './table.ts';

const REPOSITORY = join(import.meta.dirname, '../../..');

/** How often progress is told, in counties. */
const STEP = 10;

/**
 * `bench fleet [--counties 100] [--documents 300] [--repository <folder>]`: what the whole repository costs to
 * build with so many counties: everything new, after a change of the theme, of one county, and of nothing. With
 * `--repository` another version is measured: a clone of it in which everything is installed.
 */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      counties: { type: 'string', default: '100' },
      documents: { type: 'string', default: '300' },
      repository: { type: 'string', default: REPOSITORY },
    },
  });
  const [counties, documents] = [Number(values.counties), Number(values.documents)];
  if (![counties, documents].every((count) => Number.isInteger(count) && count > 0)) {
    out('bench fleet: --counties and --documents must be whole numbers above 0.\n');
    return 2;
  }
  const root = await mkdtemp(join(tmpdir(), 'columns-fleet-'));
  try {
    const repository = resolve(values.repository);
    // What it builds is made by its own rules: what a version must find in content changes.
    const { FleetWorkspace } = await workspaceOf(repository);
    const fleet = new FleetWorkspace(repository, root, counties, documents);
    const pnpm = (...rest: string[]) => ['-y', 'pnpm@12', ...rest];
    const install = pnpm('install', '--no-frozen-lockfile', '--prefer-offline');
    succeeded(await measure('npx', install, { cwd: root }), 'The install');
    const rows: string[][] = [];
    const build = async (name: string) => {
      const start = performance.now();
      let finished = 0;
      const took = await measure(...timed('npx', pnpm('run', 'build')), {
        cwd: root,
        every: 500,
        env: { ...process.env, CI: 'true', TURBO_CACHE: 'local:rw' },
        heard: (text) => {
          for (const _ of text.matchAll(/:build: .*用时：/g)) {
            finished += 1;
            if (finished % STEP > 0) continue;
            const seconds = (performance.now() - start) / 1000;
            out(`${name}: ${finished} counties after ${number(seconds)} s\n`);
          }
        },
      });
      const { seconds, peakMB = 0, output } = succeeded(took, name);
      const [, cached = '0', total = '0'] =
        /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? [];
      const built = name === 'one county changed' ? 1 : counties;
      rows.push([
        name,
        number(seconds, 1),
        number(processorSeconds(output), 1),
        number((built / seconds) * 60, 1),
        number(peakMB),
        `${cached} of ${total}`,
      ]);
    };
    await build('everything new');
    changeTheme(root);
    await build('theme changed');
    fleet.changeEntry();
    await build('one county changed');
    await build('nothing changed');
    const head = [
      'build',
      'seconds',
      'processor seconds',
      'counties/min',
      'peak MB',
      'tasks from the cache',
    ];
    out(`\n${number(counties)} counties of ${number(documents)} documents\n\n`);
    out(`${table(head, rows)}\n`);
    return 0;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function workspaceOf(repository: string): Promise<typeof import('./fleet/workspace.ts')> {
  const file = join(repository, 'packages/bench/src/fleet/workspace.ts');
  return import(pathToFileURL(file).href);
}
