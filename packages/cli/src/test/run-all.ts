import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../command.ts';
import { runBin } from '../spawn.ts';
import { STEPS, type Step, vitestStep } from './steps.ts';

/**
 * Runs everything that a change must pass, all of it even after a failure, and closes with the
 * plain line `N passed, N failed`. Gives the exit code.
 */
export async function runAll(full: boolean, context: Context): Promise<number> {
  let passed = 0;
  let failed = 0;
  for (const step of STEPS) {
    if (await runStep(step, context)) passed += 1;
    else failed += 1;
  }
  const tests = await runVitest(full, context);
  passed += tests.passed;
  failed += tests.failed;
  context.out(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function runStep(
  { name, bin, args, cwd = '.', env }: Step,
  context: Context,
): Promise<boolean> {
  context.out(`\n— ${name}\n`);
  const code = await runBin(bin, args, join(context.root, cwd), context, env);
  if (code !== 0) context.out(`— ${name}: failed\n`);
  return code === 0;
}

interface TestCounts {
  passed: number;
  failed: number;
}

async function runVitest(full: boolean, context: Context): Promise<TestCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'columns-test-'));
  const file = join(folder, 'tests.json');
  try {
    const well = await runStep(vitestStep(full, file), context);
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
