import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DataFile } from '@columns/export/files';
import { lockBeside, takeLock } from '@columns/standard/lock';
import { namedFiles, notStanding, WRITTEN_FILE, writtenText } from '@columns/standard/written';
import { sha256 } from '../manifest/digest.ts';
import { writeReason } from '../problem.ts';
import { freshSibling, recover, swapIn } from '../swap.ts';

/** A folder that could not be written: the one that was there still is. The message is Chinese. */
export class FolderError extends Error {
  override readonly name = 'FolderError';
}

/**
 * Writes files into a folder that takes the place of the old one when all are there, with a list of them and
 * their digests (`@columns/standard/written`); gives their number. What a stopped run left is cleared away by
 * the next.
 * @throws FolderError where the disk refuses, or where what stands there in the end is not what was written
 */
export async function writeFolder(dir: string, files: Iterable<DataFile>): Promise<number> {
  let fresh: string | undefined;
  const lock = await takeLock(lockBeside(dir));
  try {
    await mkdir(path.dirname(dir), { recursive: true });
    await recover(dir);
    fresh = await freshSibling(dir);
    const sizes = await writeAll(fresh, files);
    await swapIn(fresh, dir);
    refuseHalf(dir, sizes);
    return sizes.size - 1;
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

/** Writes the files and their list, and gives the bytes of each by its path. */
async function writeAll(folder: string, files: Iterable<DataFile>): Promise<Map<string, number>> {
  const made = new Set<string>();
  const sizes = new Map<string, number>();
  const digests = new Map<string, string>();
  const put = async (name: string, bytes: DataFile['bytes']) => {
    const target = path.join(folder, name);
    const parent = path.dirname(target);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(target, bytes);
    sizes.set(name, Buffer.byteLength(bytes));
  };
  for (const { path: name, bytes } of files) {
    await put(name, bytes);
    digests.set(name, sha256(bytes));
  }
  await put(WRITTEN_FILE, writtenText(digests));
  return sizes;
}

/** A task that says it succeeded has left all of it, or a cache would keep half of it as the whole. */
function refuseHalf(dir: string, sizes: ReadonlyMap<string, number>): void {
  const wrong = notStanding(dir, sizes);
  if (wrong.length === 0) return;
  throw new FolderError(
    `${dir}：没有写完：${wrong.length} 个文件不在，或与刚写的不同：${namedFiles(wrong)}。重新运行；运行时不要用别的程序改动它。`,
  );
}
