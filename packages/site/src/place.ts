import { constants, mkdirSync } from 'node:fs';
import { copyFile, link } from 'node:fs/promises';
import path from 'node:path';

/** Puts one file at another path, whose folder exists. */
export type Place = (from: string, to: string) => Promise<void>;

/** A copy that shares its blocks with the original where the disk can do that. */
export const copy: Place = (from, to) => copyFile(from, to, constants.COPYFILE_FICLONE);

/** A hard link, or a copy where the disk cannot link (another volume, a foreign file system). */
export const linkOrCopy: Place = (from, to) => link(from, to).catch(() => copy(from, to));

const workers = 16;

/**
 * Puts files (paths from `fromDir`, with `/`) under `toDir`. Several at once, for the time goes
 * into waiting; after a failure no new file is begun, and the first error is thrown once those
 * under way have ended, so that nobody writes any more when the caller cleans up.
 */
export async function placeAll(
  files: readonly string[],
  fromDir: string,
  toDir: string,
  place: Place,
): Promise<void> {
  for (const folder of new Set(files.map((file) => path.dirname(file)))) {
    mkdirSync(path.join(toDir, folder), { recursive: true });
  }
  const queue = files.values();
  let failed = false;
  const work = async () => {
    for (const file of queue) {
      if (failed) return;
      try {
        await place(path.join(fromDir, file), path.join(toDir, file));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: workers }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
