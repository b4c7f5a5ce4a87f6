import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deployToS3, type S3Options } from '../deploy/index.ts';

/** Where previews stand: a store, or a folder of a web server, here or on another machine. */
export type PreviewTarget =
  | { readonly kind: 's3'; readonly options: S3Options }
  | { readonly kind: 'folder'; readonly to: string };

const REMOTE = /^(?:[\w.-]+@)?[\w.-]+:\/[\w./-]*$/;
const LOCAL = /^\/[\w./-]*$/;

/** Puts a prepared preview into its folder, in place of the one before. @throws Error with what went wrong */
export async function putPreview(
  dir: string,
  files: readonly string[],
  folder: string,
  target: PreviewTarget,
): Promise<void> {
  if (target.kind === 's3') {
    await deployToS3(dir, files, within(target.options, folder));
    return;
  }
  const to = placeOf(target.to, folder);
  if (REMOTE.test(to)) return rsync(dir, to);
  await rm(to, { recursive: true, force: true });
  await mkdir(path.dirname(to), { recursive: true });
  await cp(dir, to, { recursive: true });
}

/** Takes a preview away; nothing where there is none. */
export async function removePreview(folder: string, target: PreviewTarget): Promise<void> {
  if (target.kind === 'folder' && !REMOTE.test(target.to)) {
    await rm(placeOf(target.to, folder), { recursive: true, force: true });
    return;
  }
  const empty = await mkdtemp(path.join(tmpdir(), 'columns-empty-'));
  try {
    await putPreview(empty, [], folder, target);
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}

function within(options: S3Options, folder: string): S3Options {
  const { prefix = '' } = options;
  return { ...options, prefix: prefix === '' ? folder : `${prefix}/${folder}` };
}

function placeOf(to: string, folder: string): string {
  if ((!REMOTE.test(to) && !LOCAL.test(to)) || to.includes('..') || !/^[0-9a-f]{40}$/.test(folder))
    throw new Error(`PREVIEW_TO“${to}”不对：应为 /文件夹 或 用户@主机:/文件夹`);
  return `${to.replace(/\/$/, '')}/${folder}`;
}

function rsync(dir: string, to: string): Promise<void> {
  const args = ['--recursive', '--delete', '--chmod=D755,F644', '--mkpath', `${dir}/`, `${to}/`];
  return new Promise((resolve, reject) => {
    const child = spawn('rsync', args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`rsync 失败，退出码 ${code}`)),
    );
  });
}
