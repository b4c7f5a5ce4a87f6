import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs a program with arguments, without a shell; fails on any exit code but 0. */
export type Run = (program: string, args: readonly string[]) => Promise<void>;

/** `user@host:/srv/www/columns` or a local folder: the web server's root is `current` in it. */
const DESTINATION = /^(?:[\w.-]+@)?(?:[\w.-]+:)?\/[\w./-]*$/;

/**
 * Puts a site onto a server with rsync, all or nothing: the files go into a folder of their own below
 * `releases/` (those that are as before become hard links there), and only when it is whole, `current` is
 * pointed at it, which is one rename on the server. A broken connection leaves `current` where it was.
 *
 * @returns the name of the release
 * @throws Error (Chinese) for a destination that is none, or with what rsync said
 */
export async function deployByRsync(
  dir: string,
  files: readonly string[],
  destination: string,
  run: Run = start,
): Promise<string> {
  if (!DESTINATION.test(destination) || destination.includes('..')) {
    throw new Error(
      `rsync 的目的地“${destination}”不对：应为 用户@主机:/文件夹，只用字母、数字和 . _ - /`,
    );
  }
  const root = destination.replace(/\/$/, '');
  const release = await digestOf(dir, files);
  const aside = await mkdtemp(path.join(tmpdir(), 'columns-rsync-'));
  try {
    const common = ['--recursive', '--checksum', '--chmod=D755,F644', '--delete', '--mkpath'];
    await run('rsync', [
      ...common,
      '--link-dest=../../current',
      `${dir}/`,
      `${root}/releases/${release}/`,
    ]);
    await symlink(`releases/${release}`, path.join(aside, 'current'));
    await run('rsync', ['--links', path.join(aside, 'current'), `${root}/`]);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return release;
}

/** The same site has the same release, so that a run that was cut off goes on where it stopped. */
async function digestOf(dir: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) {
    const own = createHash('sha256').update(await readFile(path.join(dir, file)));
    hash.update(`${file}\0${own.digest('hex')}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

const start: Run = (program, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(new Error(`不能运行 ${program}：${error.message}`)));
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} 失败，退出码 ${code}`)),
    );
  });
