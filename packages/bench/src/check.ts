import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckReport } from '@columns/check';
import { changesSince, checkCounties } from '@columns/check';
import type { BenchContext } from './benchmarks.ts';
import { generateCounty } from './generate/county.ts';
import { number, table } from './table.ts';

const SIZES = [10_000];
const COUNTY = 'bench';

/** One way of checking a county, and what it took, in process. */
export interface CheckRow {
  readonly run: string;
  readonly documents: number;
  readonly seconds: number;
  /** Processor time of all threads: what the run takes where nothing else runs. */
  readonly processor: number;
  readonly findings: number;
  /** The most that it may take. */
  readonly most: number;
}

/** Checks a generated county in a repository of its own: cold, again, and after one file changed. */
export async function measureCheck(documents: number): Promise<CheckRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'columns-bench-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  try {
    const out = join(root, 'content');
    mkdirSync(out);
    generateCounty({ county: COUNTY, documents, out, seed: 1 });
    for (const folder of ['check', 'content', 'office', 'standard'])
      mkdirSync(join(root, 'packages', folder), { recursive: true });
    writeFileSync(join(root, '.gitignore'), 'node_modules/\n');
    git('init', '--quiet');
    git('add', '.');
    git(
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@example.org',
      'commit',
      '--quiet',
      '-m',
      'base',
    );
    const task = { known: [COUNTY], wanted: [COUNTY], gate: false, strict: false };
    const rows: CheckRow[] = [];
    const time = async (run: string, most: number, check: () => Promise<CheckReport>) => {
      const before = process.cpuUsage();
      const start = performance.now();
      const report = await check();
      const seconds = (performance.now() - start) / 1000;
      const { user, system } = process.cpuUsage(before);
      const findings = report.counties.reduce((sum, county) => sum + county.findings.length, 0);
      rows.push({ run, documents, seconds, processor: (user + system) / 1e6, findings, most });
      return report;
    };
    await time('cold', 15, () => checkCounties(root, task));
    await time('nothing changed', 3, () => checkCounties(root, task));
    const changed = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' });
    appendFileSync(join(root, changed.split('\n', 1).join('')), '\n补充一句。\n');
    await time('--changed, one file', 2, () =>
      checkCounties(root, { ...task, changes: changesSince(root, 'HEAD') }),
    );
    return rows;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** `bench check [size …]`. */
export async function run(args: readonly string[], { out }: BenchContext): Promise<number> {
  const sizes = args.length > 0 ? args.map(Number) : SIZES;
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    out('bench check: sizes must be whole numbers above 0, such as 10000.\n');
    return 2;
  }
  const rows: CheckRow[] = [];
  for (const size of sizes) rows.push(...(await measureCheck(size)));
  const cells = rows.map(({ documents, run: name, seconds, processor, most, findings }) => [
    number(documents),
    name,
    number(seconds, 2),
    number(processor, 2),
    number(most),
    number(findings),
  ]);
  const head = ['documents', 'run', 'seconds', 'processor seconds', 'at most', 'findings'];
  out(`${table(head, cells)}\n`);
  return 0;
}
