import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/index.ts';
import { findRoot } from '../src/root.ts';

/** This repository, whose history a city's is made from. */
export const repository = findRoot(import.meta.dirname);

export function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** A clone of this repository at one of its commits, with what is installed here. */
export function cloneAt(commit: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'columns-own-')));
  git(root, 'clone', '--quiet', '--shared', '--no-checkout', repository, '.');
  git(root, 'checkout', '--quiet', '-B', 'main', commit);
  appendFileSync(join(root, '.git/info/exclude'), 'node_modules\n');
  for (const folder of [
    '.',
    ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  ]) {
    const installed = join(repository, folder, 'node_modules');
    if (existsSync(installed)) symlinkSync(installed, join(root, folder, 'node_modules'));
  }
  return root;
}

export function commitAll(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '--quiet', '--message', 'own');
}

export async function columns(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; said: string }> {
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const code = await main(args, { root, env, colour: false, out: say, err: say });
  return { code, said };
}

export const ADOPT: readonly string[] = [
  ...['adopt', '--name', '六安市基层政务公开专栏', '--structure', 'luan-30'],
  ...['--city', 'liuan=六安市', '--counties', 'huoshan=霍山县,jinzhai=金寨县'],
  ...['--source', repository],
];

export const MARKS: readonly string[] = [
  ...['--site-id-code', '3415000000', '--icp', '皖ICP备00000000号', '--host', '某市人民政府'],
  ...['--contact', '0000-0000000', '--party-mark', 'https://bszs.conac.cn/x'],
];
