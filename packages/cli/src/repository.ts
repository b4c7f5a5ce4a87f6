import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToldError } from '@columns/standard/told';

/** What git says of the repository, or nothing where there is none or it refuses. */
export function git(root: string, ...args: string[]): string | undefined {
  try {
    const output = execFileSync('git', args, {
      cwd: root,
      maxBuffer: 2 ** 29,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.toString('utf8').trim();
  } catch {
    return undefined;
  }
}

/** What was not committed could not be had back. @throws ToldError */
export function refuseDirty(root: string): void {
  if (git(root, 'status', '--porcelain'))
    throw new ToldError('有还没有提交的改动：先提交或收起（git stash），再运行。');
}

/** Every file that git keeps. @throws ToldError where there is no repository */
export function trackedFiles(root: string): string[] {
  const listed = git(root, 'ls-files', '-z');
  if (listed === undefined)
    throw new ToldError(
      '这里不是 git 仓库：用 git clone 取得，或在解开的文件夹里先 git init 并提交。',
    );
  return listed.split('\0').filter((file) => file !== '');
}

/** The version of the software, as its `package.json` says. */
export function versionOf(root: string): string {
  return packageOf(root).version;
}

/** `pnpm@12.20.0`: what the scripts are tested with. */
export function packageManagerOf(root: string): string {
  return packageOf(root).packageManager;
}

function packageOf(root: string): { version: string; packageManager: string } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}
