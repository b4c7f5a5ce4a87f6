import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWN_FILE } from '@columns/grow';
import type { Context } from '../command.ts';
import { git } from '../repository.ts';
import { runBin, runNode } from '../spawn.ts';
import { MADE_STEPS, OWN_STEPS, STEPS, type Step, type VitestStep, vitestStep } from './steps.ts';

/**
 * Runs everything that a change must pass, all of it even after a failure, and closes with the
 * plain line `N passed, N failed`. Gives the exit code.
 */
export async function runAll(full: boolean, context: Context): Promise<number> {
  const own = existsSync(join(context.root, OWN_FILE)) ? OWN_STEPS : [];
  const steps = await runSteps([...STEPS, ...own], context);
  return close([steps, await runVitest(vitestStep(full), context)], context);
}

/**
 * What takes a minute and finds most slips before a commit: format, import rules, types, what is made from content and
 * fields, and the test files that were changed. Closes as `runAll` does.
 */
export async function runQuick(context: Context): Promise<number> {
  const steps = await runSteps([...STEPS, ...MADE_STEPS], context);
  const files = changedTests(context.root);
  const tests = files.length === 0 ? [] : [await runVitest(vitestStep(true, files), context)];
  return close([steps, ...tests], context);
}

/** They use one core each, and wait for nothing of each other's. */
async function runSteps(steps: readonly Step[], context: Context): Promise<TestCounts> {
  const ends = await Promise.all(steps.map((step) => runBeside(step, context)));
  for (const { output } of ends) context.out(output);
  const passed = ends.filter(({ well }) => well).length;
  return { passed, failed: ends.length - passed };
}

function close(counts: readonly TestCounts[], context: Context): number {
  const passed = counts.reduce((sum, each) => sum + each.passed, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  context.out(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

/** Test files that differ from the last commit, new ones too. */
function changedTests(root: string): string[] {
  const changed = git(root, 'diff', '--name-only', '-z', '--diff-filter=d', 'HEAD') ?? '';
  const added = git(root, 'ls-files', '-z', '--others', '--exclude-standard') ?? '';
  return `${changed}\0${added}`.split('\0').filter((file) => file.endsWith('.test.ts'));
}

/** Runs a step beside others; what it says is told as a whole. */
async function runBeside(
  { name, bin, args, cwd = '.', env }: Step,
  context: Context,
): Promise<{ well: boolean; output: string }> {
  let output = `\n— ${name}\n`;
  const take = (text: string) => {
    output += text;
  };
  const place = join(context.root, cwd);
  const code =
    bin === '@columns/cli'
      ? await runNode(
          [join(context.root, 'packages/cli/bin/columns.ts'), ...args],
          place,
          context,
          env,
          take,
        )
      : await runBin(bin, args, place, context, env, take);
  if (code !== 0) output += `— ${name}: failed\n`;
  return { well: code === 0, output };
}

interface TestCounts {
  passed: number;
  failed: number;
}

async function runVitest(step: VitestStep, context: Context): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'columns-test-'));
  const file = join(folder, 'tests.json');
  try {
    const { name, bin, args, env } = step(file);
    context.out(`\n— ${name}\n`);
    // Its progress is seen while it runs.
    const well = (await runBin(bin, args, context.root, context, env)) === 0;
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    // A file that cannot be loaded fails the run without failing a test.
    return { passed: report.numPassedTests, failed: report.numFailedTests || (well ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
