import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWN_FILE } from '@columns/grow';
import type { Context } from '../command.ts';
import { runBin, runNode } from '../spawn.ts';
import { OWN_STEPS, STEPS, type Step, vitestStep } from './steps.ts';

/**
 * Runs everything that a change must pass, all of it even after a failure, and closes with the
 * plain line `N passed, N failed`. Gives the exit code.
 */
export async function runAll(full: boolean, context: Context): Promise<number> {
  let passed = 0;
  let failed = 0;
  // They use one core each, and wait for nothing of each other's.
  const own = existsSync(join(context.root, OWN_FILE)) ? OWN_STEPS : [];
  const steps = await Promise.all([...STEPS, ...own].map((step) => runBeside(step, context)));
  for (const { well, output } of steps) {
    context.out(output);
    if (well) passed += 1;
    else failed += 1;
  }
  const tests = await runVitest(full, context);
  passed += tests.passed;
  failed += tests.failed;
  context.out(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
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

async function runVitest(full: boolean, context: Context): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'columns-test-'));
  const file = join(folder, 'tests.json');
  try {
    const { name, bin, args, env } = vitestStep(full, file);
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
