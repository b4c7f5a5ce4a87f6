import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ToldError } from '@columns/standard/told';
import { listFiles } from '../files.ts';
import { sha256, sha256OfFile } from '../manifest/digest.ts';
import { mapAll } from '../map-all.ts';
import { changedSince } from './changed.ts';

/** Runs a program with arguments, without a shell; fails on any exit code but 0. */
export type Run = (program: string, args: readonly string[]) => Promise<void>;

/** `user@host:/srv/www/columns` or a local folder: the web server's root is `current` in it. */
const DESTINATION = /^(?:[\w.-]+@)?(?:[\w.-]+:)?\/[\w./-]*$/;

/**
 * Puts a site onto a server with rsync, all or nothing: the files go into a folder of their own below
 * `releases/` (those that are as before become hard links there), and only when it is whole, `current` is
 * pointed at it, which is one rename on the server. A broken connection leaves `current` where it was.
 *
 * @param digests SHA-256 of each file as it was verified; without it, as it is when the deployment begins
 * @returns the name of the release
 * @throws Error (Chinese) for a destination that is none, for a file that has changed since it was verified, or
 *   with what rsync said
 */
export async function deployByRsync(
  dir: string,
  files: readonly string[],
  destination: string,
  run: Run = start,
  digests?: ReadonlyMap<string, string>,
): Promise<string> {
  if (!DESTINATION.test(destination) || destination.includes('..')) {
    throw new ToldError(
      `rsync 的目的地“${destination}”不对：应为 用户@主机:/文件夹，只用字母、数字和 . _ - /`,
    );
  }
  const root = destination.replace(/\/$/, '');
  const sums = digests ?? (await digestsOf(dir, files));
  await refuseChanged(dir, sums);
  const release = releaseOf(sums);
  const aside = await mkdtemp(path.join(tmpdir(), 'columns-rsync-'));
  try {
    const common = ['--recursive', '--checksum', '--chmod=D755,F644', '--delete', '--mkpath'];
    await run('rsync', [
      ...common,
      '--link-dest=../../current',
      `${dir}/`,
      `${root}/releases/${release}/`,
    ]);
    // rsync has read the files itself: nothing is shown of a release that may hold another one.
    await refuseChanged(dir, sums);
    await symlink(`releases/${release}`, path.join(aside, 'current'));
    await run('rsync', ['--links', path.join(aside, 'current'), `${root}/`]);
    if (!root.includes(':')) await removeOld(path.join(root, 'releases'), release);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return release;
}

/** Releases that stay: who looks at an old page meanwhile, and a way back. */
const KEPT = 5;

/** Takes old releases away, where they lie on this machine; on a server only its own programs may. */
async function removeOld(releases: string, current: string): Promise<void> {
  const names = (await readdir(releases)).filter((name) => name !== current);
  const ages = await mapAll(names, async (name) => (await stat(path.join(releases, name))).mtimeMs);
  const byAge = names
    .map((name, index) => ({ name, age: ages[index] as number }))
    .sort((a, b) => b.age - a.age);
  for (const { name } of byAge.slice(KEPT - 1))
    await rm(path.join(releases, name), { recursive: true, force: true });
}

/** The same site has the same release, so that a run that was cut off goes on where it stopped. */
function releaseOf(digests: ReadonlyMap<string, string>): string {
  return sha256([...digests].map(([file, digest]) => `${file}\0${digest}\0`).join('')).slice(0, 16);
}

async function digestsOf(dir: string, files: readonly string[]): Promise<Map<string, string>> {
  const sums = await mapAll(files, (file) => sha256OfFile(path.join(dir, file)));
  return new Map(files.map((file, index) => [file, sums[index] as string]));
}

async function refuseChanged(dir: string, digests: ReadonlyMap<string, string>): Promise<void> {
  const { files } = await listFiles(dir);
  const strange = files.find((file) => !digests.has(file));
  if (strange !== undefined) throw new ToldError(changedSince(strange));
  const now = await digestsOf(dir, files);
  for (const [file, digest] of digests) {
    if (now.get(file) !== digest) throw new ToldError(changedSince(file));
  }
}

function cannotRun(program: string, error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT'
    ? `这台电脑上没有 ${program}，没有部署。装好它（如 apt install ${program}）后重新运行。`
    : `不能运行 ${program}（${error.message}），没有部署。`;
}

const start: Run = (program, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(new ToldError(cannotRun(program, error))));
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new ToldError(
              `${program} 失败（退出码 ${code}，原因见上），网站没有改动。核对 DEPLOY_TO、网络和登录密钥后重试。`,
            ),
          ),
    );
  });
