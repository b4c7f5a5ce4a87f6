import { execFileSync } from 'node:child_process';

export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Runs git in the repository and gives its output; no other program is started by it. */
export function git(root: string, ...args: string[]): string {
  try {
    return execFileSync(
      'git',
      ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new GitError(stderr?.trim() || String(error));
  }
}

/** Parts of an output that git ends with NUL each. */
export function parts(output: string): string[] {
  return output.split('\0').filter((part) => part !== '');
}
