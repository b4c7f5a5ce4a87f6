import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DataFile } from '@columns/export/files';
import { lockBeside, takeLock } from '@columns/standard/lock';
import { writeReason } from '../problem.ts';
import { freshSibling, recover, swapIn } from '../swap.ts';

/** A folder that could not be written: the one that was there still is. The message is Chinese. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/**
 * Writes files into a folder that takes the place of the old one when all are there; gives their number.
 * What a stopped run left is cleared away by the next.
 * @throws FolderError where the disk refuses
 */
export async function writeFolder(dir: string, files: Iterable<DataFile>): Promise<number> {
  let fresh: string | undefined;
  const lock = await takeLock(lockBeside(dir));
  try {
    await mkdir(path.dirname(dir), { recursive: true });
    await recover(dir);
    fresh = await freshSibling(dir);
    const count = await writeAll(fresh, files);
    await swapIn(fresh, dir);
    return count;
  } catch (error) {
    if (fresh !== undefined) await rm(fresh, { recursive: true, force: true });
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new FolderError(
      `${dir}：${writeReason(error)}\n  原有的文件没有改动；腾出空间、关闭占用它的程序后重新运行。`,
      { cause: error },
    );
  } finally {
    lock.release();
  }
}

async function writeAll(folder: string, files: Iterable<DataFile>): Promise<number> {
  const made = new Set<string>();
  let count = 0;
  for (const { path: name, bytes } of files) {
    const target = path.join(folder, name);
    const parent = path.dirname(target);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(target, bytes);
    count += 1;
  }
  return count;
}
